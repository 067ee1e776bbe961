"""Beside the box of a calendar: what the parts of its country have besides."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import lru_cache
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.widgets import Script
from django.template.loader import render_to_string
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from support import clock
from support.locales.calendar_names import calendar_name
from support.locales.holiday_calendars import calendar_codes, parts_add
from support.locales.holiday_names import holiday_name, own_name


class CalendarInput(forms.TextInput):
    """A text box with the note below it; with JavaScript as soon as a calendar is chosen.

    The field that owns it sets `read`, which says what calendar a text means.
    """

    read: Callable[[Any], str]

    class Media:
        js = [Script("support/calendar_parts.js", defer=True)]

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        box = super().render(name, value, attrs, renderer)
        context = {"box": box, "note": parts_note(self._code(value))}
        return render_to_string("admin/support/calendar_field.html", context)

    def _code(self, value: Any) -> str:
        try:
            return self.read(value)
        except ValidationError:
            return ""  # the field says what is wrong


def parts_note(code: str) -> SafeString:
    """Say that a country has only what its parts share, and what each part has next year."""
    if code not in calendar_codes():
        return SafeString()
    return _parts_note(code, clock.now().year + 1, get_language() or "en")


@lru_cache(maxsize=256)
def _parts_note(code: str, year: int, language: str) -> SafeString:
    names = sorted(
        (calendar_name(part, language), _names_added(part, days, language))
        for part, days in parts_add(code, year).items()
        if days
    )
    if not names:
        return SafeString()
    words = _("Only the holidays shared by all regions count (%(calendar)s). Regional holidays:")
    return format_html(
        '<details><summary>{}</summary><ul class="holidays">{}</ul></details>',
        words % {"calendar": calendar_name(code, language)},
        format_html_join("", "<li><strong>{}</strong> {}</li>", names),
    )


def _names_added(part: str, days: dict[date, str], language: str) -> SafeString:
    """List the holidays that a part has besides, each once and by its name in a language."""
    names = dict.fromkeys(
        holiday_name(part, day, language) or own_name(part, days[day]) for day in sorted(days)
    )
    return format_html_join(", ", '<span lang="{}">{}</span>', ((tag, text) for text, tag in names))
