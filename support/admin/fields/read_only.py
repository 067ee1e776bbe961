"""Show the values of a row in words to somebody who has permission to see it but not to edit it."""

from __future__ import annotations

from datetime import time
from typing import Any

from django import forms
from django.utils.html import escape, format_html, linebreaks
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from support.admin.fields.pickers import PickerField
from support.admin.fields.wall_time import WallTimeField
from support.locales.formatting import format_time
from support.models.written_field import WrittenField
from support.rows.words import NOTHING, Words


class InWords(forms.Widget):
    """Show the value of a form's field as text.

    `calendar` is that of the row, by which holidays are named.

    Django lets a widget with `read_only` render a readonly field, as it does for passwords.
    """

    read_only = True

    def __init__(self, field: forms.Field, column: Any = None) -> None:
        super().__init__(field.widget.attrs)
        self.field = field
        self.column = column
        self.calendar = ""

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        language = get_language() or "en"
        if self.column is not None:
            return escape(Words(language).value(self.column, value, self.calendar))
        if isinstance(self.field, WallTimeField) and isinstance(value, time):
            return escape(format_time(value, language, ends=self.field.ends_day))
        words = self.field.prepare_value(value)
        if not words:
            return escape(NOTHING)
        if "lang" not in self.attrs:
            return escape(words)
        text = mark_safe(linebreaks(words, autoescape=True))  # noqa: S308  # escaped there
        return format_html(
            '<div lang="{}" dir="{}">{}</div>', self.attrs["lang"], self.attrs["dir"], text
        )


def show_in_words(form: type[forms.ModelForm[Any]]) -> None:
    """Replace the fields of `form`, a class made for one request, by text."""
    labels = dict(form._meta.labels or {})
    for name, field in form.base_fields.items():
        column = next((each for each in form._meta.model._meta.fields if each.name == name), None)
        if isinstance(column, WrittenField) or name == "every_weeks":
            form.base_fields[name] = _as_text(field, column)
        elif isinstance(field, PickerField | WallTimeField):
            form.base_fields[name] = _as_text(field)
        elif "lang" in field.widget.attrs:
            form.base_fields[name] = _as_text(field)
            labels[name] = str(field.label)
    form._meta.labels = labels


def _as_text(field: forms.Field, column: Any = None) -> forms.Field:
    """Return a new field, since the one that a form class declares serves all requests."""
    text = forms.Field(required=False, label=field.label, help_text=field.help_text)
    text.widget = InWords(field, column)
    return text
