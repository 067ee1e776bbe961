"""Rows that somebody may see and not change say their values as the form would show them."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.html import escape, format_html, linebreaks
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from support.admin.fields.pickers import PickerField
from support.admin.fields.wall_time import WallTimeField
from support.locales.formatting import format_weekdays
from support.models.weekdays_field import WeekdaysFormField

_NOTHING = "–"


class InWords(forms.Widget):
    """What a form's field holds, to be read.

    Django's read-only fields ask a widget that says `read_only`, as that of passwords does.
    """

    read_only = True

    def __init__(self, field: forms.Field) -> None:
        super().__init__(field.widget.attrs)
        self.field = field

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        if isinstance(self.field, WeekdaysFormField):
            return escape(format_weekdays(value, get_language() or "en"))
        words = self.field.prepare_value(value)
        if not words:
            return escape(_NOTHING)
        if "lang" not in self.attrs:
            return escape(words)
        text = mark_safe(linebreaks(words, autoescape=True))  # noqa: S308  # escaped there
        return format_html(
            '<div lang="{}" dir="{}">{}</div>', self.attrs["lang"], self.attrs["dir"], text
        )


def show_in_words(form: type[forms.ModelForm[Any]]) -> None:
    """`form` was made for one request, by somebody who may not change what it shows."""
    labels = dict(form._meta.labels or {})
    for name, field in form.base_fields.items():
        if isinstance(field, PickerField | WallTimeField | WeekdaysFormField):
            form.base_fields[name] = _to_be_read(field)
        elif "lang" in field.widget.attrs:
            form.base_fields[name] = _to_be_read(field)
            labels[name] = str(field.label)
    form._meta.labels = labels


def _to_be_read(field: forms.Field) -> forms.Field:
    """A field of its own, since what a form class declares belongs to all requests."""
    read = forms.Field(required=False, label=field.label, help_text=field.help_text)
    read.widget = InWords(field)
    return read
