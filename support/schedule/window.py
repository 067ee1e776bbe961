"""Weekly hours of one language in one zone."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Self

from support.schedule.errors import (
    InvalidValidity,
    InvalidWallTime,
    InvalidWeekdays,
    UnreadableWindow,
)
from support.schedule.instant import EPOCH_DAY, SECONDS_PER_DAY, day_number
from support.schedule.wall_time import MINUTES_PER_DAY, format_wall_time, parse_wall_time
from support.schedule.weekday import Weekday, format_weekdays, parse_weekdays
from support.schedule.zone import Steady, zone

_EPOCH_WEEKDAY = date.fromordinal(EPOCH_DAY).weekday()

# A window opens on the day it belongs to and ends within the next day; a clock and its distance
# from UTC can each add a day. What opens three days earlier cannot reach an instant.
_REACH = 3


@dataclass(frozen=True, slots=True)
class Window:
    """The hours at which a language is served, on the weekdays on which they begin.

    `opens` and `closes` are minutes after midnight on the zone's clock. `closes` at or before
    `opens` is on the next day, so equal times are 24 hours and midnight may be 0 or 1440.
    `valid_from` and `valid_through` are both inclusive and count the day on which hours begin.
    `key` says to the caller which row this is; the engine only hands it back.
    """

    weekdays: frozenset[Weekday]
    opens: int
    closes: int
    zone: str
    valid_from: date | None = None
    valid_through: date | None = None
    key: Hashable = None

    def __post_init__(self) -> None:
        if not self.weekdays:
            raise InvalidWeekdays.empty()
        if not 0 <= self.opens < MINUTES_PER_DAY:
            raise InvalidWallTime.opening(format_wall_time(self.opens))
        if not 0 <= self.closes <= MINUTES_PER_DAY:
            raise InvalidWallTime.given(format_wall_time(self.closes))
        if self.valid_from and self.valid_through and self.valid_through < self.valid_from:
            raise InvalidValidity.given(self.valid_from, self.valid_through)
        zone(self.zone)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read "MO,TU 10:00-18:00 Asia/Tokyo". Raises ScheduleError."""
        parts = text.split()
        if len(parts) != 3:
            raise UnreadableWindow.given(text)
        weekdays, hours, key = parts
        opens, _, closes = hours.partition("-")
        return cls(parse_weekdays(weekdays), parse_wall_time(opens), parse_wall_time(closes), key)

    def __str__(self) -> str:
        hours = f"{format_wall_time(self.opens)}-{format_wall_time(self.closes)}"
        return f"{format_weekdays(self.weekdays)} {hours} {self.zone}"

    @property
    def length(self) -> int:
        """Minutes between the two wall times, 1 to 1440."""
        return (self.closes - self.opens - 1) % MINUTES_PER_DAY + 1

    @property
    def is_round_the_clock(self) -> bool:
        """From midnight to midnight."""
        return self.opens == 0 and self.length == MINUTES_PER_DAY

    @property
    def ends_next_day(self) -> bool:
        """Whether it runs past midnight; ending at midnight is not past it."""
        return self.opens + self.length > MINUTES_PER_DAY

    def days(self, first: int, last: int) -> Iterator[int]:
        """The days from `first` through `last`, as day numbers, on which these hours begin."""
        if self.valid_from:
            first = max(first, day_number(self.valid_from))
        if self.valid_through:
            last = min(last, day_number(self.valid_through))
        for day in range(first, last + 1):
            if (day + _EPOCH_WEEKDAY) % 7 in self.weekdays:
                yield day

    def wall_span(self, day: int) -> tuple[int, int]:
        """The hours that begin on `day`, in seconds of the zone's wall clock, end exclusive."""
        opens = day * SECONDS_PER_DAY + self.opens * 60
        return opens, opens + self.length * 60

    def spans(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Every stretch of these hours that touches [start, end), whole, as instants."""
        clock = zone(self.zone)
        steady = Steady(1, 0, 0)
        first, last = start // SECONDS_PER_DAY - _REACH, end // SECONDS_PER_DAY + 1
        for day in self.days(first, last):
            opens, closes = self.wall_span(day)
            if not (steady.first <= opens and closes <= steady.last):
                steady = clock.steady_around(opens)
            if steady.first <= opens and closes <= steady.last:
                span = opens - steady.offset, closes - steady.offset
            else:
                span = clock.opening_instant(opens), clock.closing_instant(closes)
            if start < span[1] and span[0] < min(end, span[1]):
                yield span
