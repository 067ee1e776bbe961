"""A form field for a time on the 24-hour clock."""

from __future__ import annotations

import re
from datetime import time
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from support.locales.times import read_time
from support.schedule import MINUTES_PER_DAY, InvalidWallTime, time_of

# Several times in one field, as people type them.
_RANGE = re.compile(r"\d\s*[-–—,;]\s*\d")

_A_MINUTE_EARLY = time(23, 59)


class WallTimeField(forms.CharField):
    """A time of day as people type it. With `ends_day`, midnight is shown as 24:00.

    With `takes_24`, 24:00 is taken too, and the form tells it from 00:00 by `is_end_of_day`.
    """

    default_error_messages = {
        "invalid": _(
            "“%(value)s” isn’t a time of day. Write it like 09:30, between 00:00 and 24:00."
        ),
        "range": _(
            "“%(value)s” is more than one time. Enter the opening time in one field and the "
            "closing time in the other, and add a separate entry for each further range."
        ),
        "end_of_day": _("Hours can’t open at 24:00. The day starts at 00:00."),
    }

    def __init__(self, *, ends_day: bool = False, takes_24: bool = False, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.ends_day = ends_day
        self.takes_24 = ends_day or takes_24
        self.widget.attrs |= {"class": "wall-time", "autocomplete": "off", "size": 8}

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


def ends_a_minute_early(form: forms.BaseForm) -> bool:
    """Return whether somebody has just entered 23:59 as an end, most likely for 24:00."""
    return any(
        isinstance(field, WallTimeField)
        and field.takes_24
        and name in form.changed_data
        and form.cleaned_data.get(name) == _A_MINUTE_EARLY
        for name, field in form.fields.items()
    )
