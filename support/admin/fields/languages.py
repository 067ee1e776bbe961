"""A form field for some of the languages in which people are served."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import get_language

from support.locales.languages import language_name
from support.models import LanguageWindow, UnscheduledLanguage


class LanguagesField(forms.MultipleChoiceField):
    """A box to tick for each language that is served, in any department; none ticked means all.

    Languages that are stored already can be unticked, served or not.
    """

    widget = forms.CheckboxSelectMultiple

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(choices=_served_languages, **kwargs)

    def prepare_value(self, value: Any) -> Any:
        tags = value.split(",") if isinstance(value, str) else list(value or ())
        self._offer(tags)
        return tags

    def clean(self, value: Any) -> tuple[str, ...]:
        return tuple(super().clean(value))

    def has_changed(self, initial: Any, data: Any) -> bool:
        return set(self.prepare_value(initial)) != set(data or ())

    def valid_value(self, value: str) -> bool:
        return True  # the model says what is no language, or served by nobody

    def _offer(self, tags: Iterable[str]) -> None:
        known = dict(_served_languages())
        more = {tag: language_name(tag, _site_language()) for tag in tags if tag}
        self.widget.choices = list((more | known).items())


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
