"""A form field for a time on the 24-hour clock."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import time
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from support.locales.times import read_time
from support.schedule import MINUTES_PER_DAY, InvalidWallTime, time_of

# Several times in one field, as people type them.
_RANGE = re.compile(r"\d\s*[-–—,;]\s*\d")

_A_MINUTE_EARLY = time(23, 59)
_MEANT = "-meant"


class TypedTime(str):
    """What stands in the box; `is_meant` if “I mean 23:59” is ticked beside it."""

    is_meant = False


def typed_time(text: str, data: Any, name: str) -> TypedTime:
    """Return what stands in the box of a field, with its tick."""
    typed = TypedTime(text)
    typed.is_meant = f"{name}{_MEANT}" in data
    return typed


def beside_a_tick(box: SafeString, name: str, typed: Any) -> SafeString:
    """Return the box with “I mean 23:59” beside it."""
    context = {"box": box, "name": f"{name}{_MEANT}", "is_meant": is_meant(typed)}
    return render_to_string("admin/support/time_in_doubt.html", context)


class WallTimeInput(forms.TextInput):
    """A text box, with a tick beside it where the time that is typed is open to doubt.

    The field that owns it sets `is_doubtful`.
    """

    is_doubtful: Callable[[Any], bool]

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"class": "wall-time", "autocomplete": "off", "size": 8} | (attrs or {}))
        self.is_doubtful = lambda typed: False

    def value_from_datadict(self, data: Any, files: Any, name: str) -> TypedTime | None:
        text = super().value_from_datadict(data, files, name)
        if text is None:
            return None
        return typed_time(text, data, name)

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        box = super().render(name, value, attrs, renderer)
        return beside_a_tick(box, name, value) if self.is_doubtful(value) else box


class WallTimeField(forms.CharField):
    """A time of day as people type it. With `ends_day`, midnight is shown as 24:00.

    With `takes_24`, 24:00 is taken too, and the form tells it from 00:00 by `is_end_of_day`. Then
    23:59, which was not there before, needs a tick beside it: most likely 24:00 is meant.
    """

    widget = WallTimeInput
    default_error_messages = {
        "required": _("Enter a time."),
        "invalid": _(
            "“%(value)s” isn’t a time of day. Write it like 09:30, between 00:00 and 24:00."
        ),
        "range": _(
            "“%(value)s” is more than one time. Enter the opening time in one field and the "
            "closing time in the other, and add a separate entry for each further range."
        ),
        "end_of_day": _("Hours can’t open at 24:00. The day starts at 00:00."),
        "minute_early": _(
            "Hours ending at 23:59 leave out the last minute of the day. For the end of the day, "
            "enter 24:00, or tick “I mean 23:59”."
        ),
    }

    def __init__(self, *, ends_day: bool = False, takes_24: bool = False, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.ends_day = ends_day
        self.takes_24 = ends_day or takes_24
        self._stored: Any = None

    def get_bound_field(self, form: forms.BaseForm, field_name: str) -> forms.BoundField:
        """Remember the stored time: one that was there before is not asked about."""
        self._stored = form.get_initial_for_field(self, field_name)
        self.widget.is_doubtful = self._is_doubtful
        return super().get_bound_field(form, field_name)

    def prepare_value(self, value: Any) -> Any:
        if not isinstance(value, time):
            return value
        return "24:00" if self.ends_day and value == time(0) else value.strftime("%H:%M")

    def to_python(self, value: Any) -> time | None:  # type: ignore[override]
        text = super().to_python(value)
        if not text:
            return None
        try:
            minutes = read_time(text)
        except InvalidWallTime as error:
            raise self._mistake("range" if _RANGE.search(text) else "invalid", text) from error
        if minutes == MINUTES_PER_DAY and not self.takes_24:
            raise self._mistake("end_of_day", text)
        return time_of(minutes)

    def clean(self, value: Any) -> Any:
        at = super().clean(value)
        if self._is_doubtful(value) and not is_meant(value):
            raise ValidationError(self.error_messages["minute_early"], "minute_early")
        return at

    def _is_doubtful(self, typed: Any) -> bool:
        """Return whether somebody types 23:59 as an end."""
        return self.takes_24 and is_minute_early(typed, self._stored)

    def _mistake(self, code: str, text: str) -> ValidationError:
        return ValidationError(self.error_messages[code], code, {"value": text})

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return bool(initial != self.to_python(data))
        except ValidationError:
            return True


def is_end_of_day(typed: object) -> bool:
    """Return whether 24:00 was typed, which is stored as the 00:00 that it is."""
    try:
        return read_time(str(typed or "")) == MINUTES_PER_DAY
    except InvalidWallTime:
        return False


def is_minute_early(typed: Any, stored: time | None) -> bool:
    """Return whether somebody types 23:59, which was not there before."""
    if not isinstance(typed, TypedTime):
        return False
    try:
        return read_time(typed) == MINUTES_PER_DAY - 1 and stored != _A_MINUTE_EARLY
    except InvalidWallTime:
        return False


def is_meant(typed: Any) -> bool:
    """Return whether the tick beside a time is set."""
    return isinstance(typed, TypedTime) and typed.is_meant
