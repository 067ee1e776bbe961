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
    sort_monthly,
)
from support.schedule_file.fields import OneColumn, text_of
from support.schedule_file.references import Known
from support.schedule_file.toml import Value


@dataclass(frozen=True, slots=True)
class Weekdays(OneColumn):
    """ "MO,TU,WE"; left out if every day is usual and all are meant."""

    every_day_is_usual: bool = False

    def read(self, row: Any, value: object, known: Known) -> None:
        setattr(row, self.name, text_of(self.name, value))

    def write(self, row: Any) -> Value | None:
        weekdays = getattr(row, self.name)
        if self.every_day_is_usual and weekdays == EVERY_DAY:
            return None
        return format_weekdays(weekdays)


class Written(OneColumn):
    """A text that stands for what the column holds, such as "12:00-17:00"."""

    def read(self, row: Any, value: object, known: Known) -> None:
        setattr(row, self.name, text_of(self.name, value))

    def write(self, row: Any) -> Value | None:
        value = getattr(row, self.name)
        return str(value) if value else None


class Places(OneColumn):
    """[1, -1], places of weekdays in a month."""

    def read(self, row: Any, value: object, known: Known) -> None:
        numbers = value if isinstance(value, list) else [None]
        if not all(isinstance(each, int) and not isinstance(each, bool) for each in numbers):
            message = _("write them as a list, as in %(example)s.")
            raise ValidationError({self.name: message % {"example": f"{self.name} = [1, -1]"}})
        setattr(row, self.name, ",".join(map(str, numbers)))

    def write(self, row: Any) -> Value | None:
        return sort_monthly(getattr(row, self.name) or ()) or None


@dataclass(frozen=True, slots=True)
class Hours:
    """ "10:00-18:00", two columns of the row; midnight at the end of a day is 24:00."""

    name: str
    columns: tuple[str, str]
    required: bool

    def read(self, row: Any, value: object, known: Known) -> None:
        opens, dash, closes = value.partition("-") if isinstance(value, str) else ("", "", "")
        if not dash:
            raise ValidationError({self.name: _("write them like 10:00-18:00.")})
        if "-" in closes:
            message = _("this is more than one range. Write a separate entry for each.")
            raise ValidationError({self.name: message})
        times = self._time(opens, read_opening), self._time(closes, read_closing)
        for column, at in zip(self.columns, times, strict=True):
            setattr(row, column, at)

    def _time(self, text: str, read_time: Callable[[str], time]) -> time:
        try:
            return read_time(text)
        except InvalidWallTime as error:
            message = _(
                "“%(value)s” isn’t a time of day. Write it like 09:30, between 00:00 and 24:00."
            )
            if text.strip() == "24:00":
                message = _("Hours can’t open at 24:00. The day starts at 00:00.")
            raise ValidationError({self.name: message % {"value": text.strip()}}) from error

    def write(self, row: Any) -> Value | None:
        opens, closes = (getattr(row, column) for column in self.columns)
        if opens is None or closes is None:
            return None
        end = minutes_of(closes) or MINUTES_PER_DAY
        return f"{format_wall_time(minutes_of(opens))}-{format_wall_time(end)}"


@dataclass(frozen=True, slots=True)
class Moment:
    """A date and a time on a clock, two columns of the row."""

    name: str
    columns: tuple[str, str]
    required: bool

    def read(self, row: Any, value: object, known: Known) -> None:
        if not isinstance(value, datetime) or value.tzinfo:
            message = _(
                "write a date and a time, without quotation marks, such as 2026-12-24T15:00:00."
            )
            raise ValidationError({self.name: message})
        if value.second or value.microsecond:
            message = _(
                "“%(value)s” isn’t a time of day. Write it like 09:30, between 00:00 and 24:00."
            )
            raise ValidationError({self.name: message % {"value": value.time().isoformat()}})
        for column, part in zip(self.columns, (value.date(), value.time()), strict=True):
            setattr(row, column, part)

    def write(self, row: Any) -> Value | None:
        day, at = (getattr(row, column) for column in self.columns)
        return None if day is None or at is None else datetime.combine(day, at)
