"""Hours of a day that stand in for those of a window: stored as "12:00-17:00"."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from support.models.written_field import WrittenField
from support.schedule import MINUTES_PER_DAY, DayHours


class DayHoursField(WrittenField):
    """Hours on the clock of their window; None where they are its own, or none at all."""

    default_error_messages = {
        "unreadable": _("“%(value)s” isn’t a range of hours. Write it like 12:00-17:00."),
    }

    def read(self, text: str) -> DayHours:
        hours = DayHours.parse(text)
        return DayHours(hours.opens, hours.closes or MINUTES_PER_DAY)

    def write(self, value: Any) -> str:
        return str(value)
