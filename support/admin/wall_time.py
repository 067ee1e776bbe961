"""A form field for a time on the 24-hour clock."""

from __future__ import annotations

from datetime import time
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from support.schedule import MINUTES_PER_DAY, InvalidWallTime, parse_wall_time


class WallTimeField(forms.CharField):
    """Reads 9:30, 09:30 and 09.30. With `ends_day`, midnight is written 24:00."""

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
        try:
            minutes = parse_wall_time(text.replace(".", ":"))
        except InvalidWallTime as error:
            raise ValidationError(
                self.error_messages["invalid"], "invalid", {"value": text}
            ) from error
        if minutes == MINUTES_PER_DAY and not self.ends_day:
            raise ValidationError(self.error_messages["end_of_day"], "end_of_day")
        return time(*divmod(minutes % MINUTES_PER_DAY, 60))

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return bool(initial != self.to_python(data))
        except ValidationError:
            return True
