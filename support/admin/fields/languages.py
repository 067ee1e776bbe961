"""A form field for some of the languages in which people are served."""

from __future__ import annotations

from typing import Any

from django.utils.translation import get_language

from support.admin.fields.ticked import TickedField
from support.locales.languages import language_name
from support.models import LanguageWindow, UnscheduledLanguage


class LanguagesField(TickedField):
    """A box to tick for each language that is served, in any department; none ticked means all."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(choices=_served_languages, **kwargs)

    def prepare_value(self, value: Any) -> Any:
        return super().prepare_value(value.split(",") if isinstance(value, str) else value)

    def name(self, value: str) -> str:
        return language_name(value, _site_language())

    def clean(self, value: Any) -> tuple[str, ...]:
        return tuple(super().clean(value))


def _served_languages() -> list[tuple[str, str]]:
    """Return the tags and names of all languages that are served, sorted by name."""
    tags = {
        tag
        for model in (LanguageWindow, UnscheduledLanguage)
        for tag in model._default_manager.order_by().values_list("language", flat=True).distinct()
    }
    names = [(tag, language_name(tag, _site_language())) for tag in tags]
    return sorted(names, key=lambda each: each[1].casefold())


def _site_language() -> str:
    return get_language() or "en"
