"""Fields in which weekdays, hours and moments are written, each in one value."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from support.schedule import (
    EVERY_DAY,
    MINUTES_PER_DAY,
    InvalidWallTime,
    format_wall_time,
    format_weekdays,
    minutes_of,
    read_closing,
    read_opening,
)
from support.schedule_file.fields import OneColumn, text_of
from support.schedule_file.references import Known
from support.schedule_file.toml import Value


@dataclass(frozen=True, slots=True)
class Weekdays(OneColumn):
    name: str = "weekdays"
    every_day_is_usual: bool = False

    def read(self, row: Any, value: object, known: Known) -> None:
        row.weekdays = text_of(self.name, value)

    def write(self, row: Any) -> Value | None:
        if self.every_day_is_usual and row.weekdays == EVERY_DAY:
            return None
        return format_weekdays(row.weekdays)


@dataclass(frozen=True, slots=True)
class Hours:
    """ "10:00-18:00"; midnight at the end of a day is 24:00."""

    required: bool = False
    name: str = "hours"
    columns: tuple[str, ...] = ("opens", "closes")

    def read(self, row: Any, value: object, known: Known) -> None:
        opens, dash, closes = value.partition("-") if isinstance(value, str) else ("", "", "")
        if not dash:
            raise ValidationError({self.name: _("write them as 10:00-18:00.")})
        row.opens, row.closes = self._time(opens, read_opening), self._time(closes, read_closing)

    def _time(self, text: str, read_time: Callable[[str], time]) -> time:
        try:
            return read_time(text)
        except InvalidWallTime as error:
            told = _("“%(value)s” is not a time of day. Write it as 09:30, from 00:00 to 24:00.")
            if text.strip() == "24:00":
                told = _("A day begins at 00:00. Hours cannot open at 24:00.")
            raise ValidationError({self.name: told % {"value": text.strip()}}) from error

    def write(self, row: Any) -> Value | None:
        if row.opens is None or row.closes is None:
            return None
        closes = minutes_of(row.closes) or MINUTES_PER_DAY
        return f"{format_wall_time(minutes_of(row.opens))}-{format_wall_time(closes)}"


@dataclass(frozen=True, slots=True)
class Moment:
    """A date and a time on a clock, which the row has in two columns."""

    name: str
    columns: tuple[str, str]
    required: bool = True

    def read(self, row: Any, value: object, known: Known) -> None:
        if not isinstance(value, datetime) or value.tzinfo:
            message = _(
                "write a date and a time, without quotation marks, such as 2026-12-24T15:00:00."
            )
            raise ValidationError({self.name: message})
        for column, part in zip(self.columns, (value.date(), value.time()), strict=True):
            setattr(row, column, part)

    def write(self, row: Any) -> Value | None:
        return datetime.combine(*(getattr(row, column) for column in self.columns))
