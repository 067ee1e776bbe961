from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext, ngettext

from support.directory import read_rows
from support.locales.languages import SITE_LANGUAGES, endonym
from support.locales.site_language import DEFAULT_LANGUAGE
from support.texts import missing_texts


class ShownLanguagesField(forms.MultipleChoiceField):
    """Tick the languages that are shown; what is stored is those that are not.

    The language that stands in for missing texts is always shown, so it has no box.
    """

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            choices=_languages, required=False, widget=forms.CheckboxSelectMultiple, **kwargs
        )

    def prepare_value(self, value: Any) -> Any:
        """Return what is ticked, in a new form everything; what was sent is that already."""
        if value is None or isinstance(value, tuple):
            return _others(value or ())
        return value

    def clean(self, value: Any) -> tuple[str, ...]:
        return tuple(sorted(_others(super().clean(value))))

    def has_changed(self, initial: Any, data: Any) -> bool:
        return super().has_changed(_others(initial or ()), data)


def _others(languages: Any) -> list[str]:
    return [code for code in SITE_LANGUAGES if code not in languages and code != DEFAULT_LANGUAGE]


def _languages() -> list[tuple[str, str]]:
    missing = missing_texts(read_rows())
    return [
        (code, _with_what_lacks(code, missing[code]))
        for code in SITE_LANGUAGES
        if code != DEFAULT_LANGUAGE
    ]


def _with_what_lacks(code: str, missing: int) -> str:
    if not missing:
        return gettext("%(language)s: complete") % {"language": endonym(code)}
    sentence = ngettext(
        "%(language)s: %(count)d text missing", "%(language)s: %(count)d texts missing", missing
    )
    return sentence % {"language": endonym(code), "count": missing}
