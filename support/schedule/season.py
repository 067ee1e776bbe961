"""The same days of every year."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple, Self

from support.schedule.errors import InvalidSeason
from support.schedule.instant import date_of, day_number

_PATTERN = re.compile(r"(\d\d)-(\d\d)\.\.(\d\d)-(\d\d)", re.ASCII)

_LEAP_YEAR = 2024


class MonthDay(NamedTuple):
    """A day of every year. 29 February is a day of leap years."""

    month: int
    day: int

    def __str__(self) -> str:
        return f"{self.month:02}-{self.day:02}"

    @classmethod
    def of(cls, day: date) -> Self:
        return cls(day.month, day.day)

    def on_or_after(self, year: int) -> date:
        """Return the day in a year; where 29 February is missing, 1 March."""
        return date(year, 3, 1) if self._is_missing(year) else date(year, *self)

    def on_or_before(self, year: int) -> date:
        """Return the day in a year; where 29 February is missing, 28 February."""
        return date(year, 2, 28) if self._is_missing(year) else date(year, *self)

    def _is_missing(self, year: int) -> bool:
        return self == (2, 29) and monthrange(year, 2)[1] == 28


@dataclass(frozen=True, slots=True)
class Season:
    """From one day of the year through another, both included.

    A season whose first day comes after its last runs over New Year. 29 February as the last day
    is the last day of February in every year; as the first day it is 1 March in a year that lacks
    it. Raises InvalidSeason for a day that no year has.
    """

    first: MonthDay
    last: MonthDay

    def __post_init__(self) -> None:
        for day in (self.first, self.last):
            if not 1 <= day.month <= 12 or not 1 <= day.day <= monthrange(_LEAP_YEAR, day.month)[1]:
                raise InvalidSeason.no_such_day(str(day))

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read "04-01..10-31", months before days. Raises InvalidSeason."""
        match = _PATTERN.fullmatch(text.strip())
        if match is None:
            raise InvalidSeason.unreadable(text)
        month, day, last_month, last_day = map(int, match.groups())
        return cls(MonthDay(month, day), MonthDay(last_month, last_day))

    def __str__(self) -> str:
        return f"{self.first}..{self.last}"

    @property
    def runs_over_new_year(self) -> bool:
        return self.last < self.first

    def in_year(self, year: int) -> tuple[date, date] | None:
        """Return the first and the last day of the season that begins in `year`.

        None where it has no day: 29 February alone, in a year without it.
        """
        first = self.first.on_or_after(year)
        last = self.last.on_or_before(year + self.runs_over_new_year)
        return (first, last) if first <= last else None

    def ranges(self, first: int, last: int) -> Iterator[tuple[int, int]]:
        """Yield the parts of the season that lie from `first` through `last`, as day numbers."""
        for year in range(date_of(first).year - 1, date_of(last).year + 1):
            days = self.in_year(year)
            if days:
                begins, ends = max(first, day_number(days[0])), min(last, day_number(days[1]))
                if begins <= ends:
                    yield begins, ends

    def includes(self, day: int) -> bool:
        """Return whether a day number lies in the season."""
        return any(True for _ in self.ranges(day, day))
