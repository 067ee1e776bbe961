"""A form field for a time on the 24-hour clock."""

from __future__ import annotations

from datetime import time
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from support.schedule import InvalidWallTime, read_closing, read_opening


class WallTimeField(forms.CharField):
    """A time of day, typed as 9:30, 09:30, 09.30 or 9. With `ends_day`, midnight is 24:00."""

    default_error_messages = {
        "invalid": _("“%(value)s” is not a time of day. Write it as 09:30, from 00:00 to 24:00."),
        "end_of_day": _("A day begins at 00:00. Hours cannot open at 24:00."),
    }

    def __init__(self, *, ends_day: bool = False, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.ends_day = ends_day
        self.widget.attrs |= {"class": "wall-time", "autocomplete": "off", "size": 8}

    def prepare_value(self, value: Any) -> Any:
        if not isinstance(value, time):
            return value
        return "24:00" if self.ends_day and value == time(0) else value.strftime("%H:%M")

    def to_python(self, value: Any) -> time | None:  # type: ignore[override]
        text = super().to_python(value)
        if not text:
            return None
        is_hour = text.isascii() and text.isdecimal() and len(text) <= 2
        colons = f"{text}:00" if is_hour else text.replace(".", ":")
        try:
            return read_closing(colons) if self.ends_day else read_opening(colons)
        except InvalidWallTime as error:
            code = "end_of_day" if colons == "24:00" else "invalid"
            raise ValidationError(self.error_messages[code], code, {"value": text}) from error

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return bool(initial != self.to_python(data))
        except ValidationError:
            return True
