"""The one date control of the desk: a date as people type it, and in words what was understood."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.core.exceptions import ValidationError
from django.forms.widgets import Script
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from support import clock
from support.locales.dates import (
    AmbiguousDate,
    UnreadableDate,
    WrongWeekday,
    date_example,
    read_date,
)
from support.locales.formatting import format_date, format_full_date
from support.locales.zones import UTC

_PAST = "-past"


class TypedDate(str):
    """What stands in the box. `meant_past` is the past date, in ISO 8601, beside which “I mean
    this past date” is ticked."""

    meant_past = ""


class DateInput(forms.TextInput):
    """A text box with the date in words beside it; with JavaScript also “Today” and a calendar.

    The field that owns it sets `zone`, the key of the clock by which today is today, and
    `is_doubtful`, which dates it asks about.
    """

    zone: Callable[[], str]
    is_doubtful: Callable[[date], bool]

    class Media:
        js = [Script("support/date_field.js", defer=True)]

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"class": "date-box", "autocomplete": "off", "size": 16} | (attrs or {}))
        self.zone = lambda: UTC
        self.is_doubtful = lambda day: False

    def format_value(self, value: Any) -> str | None:
        return value.isoformat() if isinstance(value, date) else super().format_value(value)

    def value_from_datadict(self, data: Any, files: Any, name: str) -> TypedDate | None:
        text = super().value_from_datadict(data, files, name)
        if text is None:
            return None
        typed = TypedDate(text)
        typed.meant_past = data.get(f"{name}{_PAST}", "")
        return typed

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        day = _understood(value)
        context = {
            "box": super().render(name, value, attrs, renderer),
            "name": name,
            "id": (attrs or {}).get("id", ""),
            "zone": self.zone(),
            "words": format_full_date(day, _language()) if day else "",
            "past": day.isoformat() if day and self._asks_about(day, value) else "",
            "is_meant": bool(day and _means(value, day)),
        }
        return render_to_string("admin/support/date_field.html", context)

    def _asks_about(self, day: date, value: Any) -> bool:
        return isinstance(value, TypedDate) and self.is_doubtful(day)


class DateField(forms.DateField):
    """Reads dates in the order of the active language.

    Where it `asks_past`, a date before today that was not there before needs a tick beside it.
    `zone` names the clock by which today is today.
    """

    widget = DateInput
    default_error_messages = {
        "required": _("Enter a date."),
        "invalid": _(
            "“%(value)s” isn’t a date we recognise. Include the year, for example %(example)s or "
            "%(words)s."
        ),
        "ambiguous": _(
            "“%(value)s” could mean %(first)s or %(second)s. Use the same order as %(example)s."
        ),
        "weekday": _("That date is %(words)s. Correct the weekday, or leave it out."),
        "past": _("%(words)s is in the past. Correct it, or tick “Use this past date”."),
    }

    def __init__(
        self,
        *,
        zone: Callable[[], str] = lambda: UTC,
        asks_past: bool = False,
        **kwargs: Any,
    ) -> None:
        super().__init__(**kwargs)
        self.zone = zone
        self.asks_past = asks_past
        self._stored: date | None = None

    def get_bound_field(self, form: forms.BaseForm, field_name: str) -> forms.BoundField:
        """Remember the stored date: one that was there before is not asked about."""
        self._stored = _understood(form.get_initial_for_field(self, field_name))
        self.widget.zone = self.zone
        self.widget.is_doubtful = self._is_doubtful
        return super().get_bound_field(form, field_name)

    def to_python(self, value: Any) -> date | None:
        if value in self.empty_values or isinstance(value, date):
            return value or None
        text = str(value).strip()
        if not text:
            return None
        language = _language()
        try:
            return read_date(text, language)
        except UnreadableDate as error:
            raise self._mistake(error, text, language) from error

    def clean(self, value: Any) -> date | None:
        day: date | None = super().clean(value)
        if day and self._is_doubtful(day) and not _means(value, day):
            words = format_full_date(day, _language())
            raise ValidationError(
                self.error_messages["past"],
                "past",
                {"words": f"{words[:1].upper()}{words[1:]}"},
            )
        return day

    def _is_doubtful(self, day: date) -> bool:
        if not self.asks_past or day == self._stored:
            return False
        return day < clock.now().astimezone(ZoneInfo(self.zone())).date()

    def _mistake(self, error: UnreadableDate, text: str, language: str) -> ValidationError:
        year = clock.now().year
        values = {"value": text, "example": date_example(year, language)}
        if isinstance(error, AmbiguousDate):
            first, second = (format_date(day, language) for day in error.readings[:2])
            code, more = "ambiguous", {"first": first, "second": second}
        elif isinstance(error, WrongWeekday):
            code, more = "weekday", {"words": format_full_date(error.day, language)}
        else:
            code, more = "invalid", {"words": format_date(date(year, 12, 24), language)}
        return ValidationError(self.error_messages[code], code, values | more)


def tell_by_clock(form: forms.BaseForm, zone: str) -> None:
    """Let today be today in `zone` for each date of a form that is made without a request."""
    for field in form.fields.values():
        if isinstance(field, DateField):
            field.zone = lambda: zone


def _understood(value: Any) -> date | None:
    if isinstance(value, date):
        return value
    try:
        return read_date(str(value or ""), _language())
    except UnreadableDate:
        return None


def _means(value: Any, day: date) -> bool:
    return isinstance(value, TypedDate) and value.meant_past == day.isoformat()


def _language() -> str:
    return get_language() or "en"
