"""Weekly hours of one language in one zone."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Self

from support.schedule.errors import (
    InvalidValidity,
    InvalidWallTime,
    InvalidWeekdays,
    UnreadableWindow,
)
from support.schedule.holiday_calendar import HolidayCalendar
from support.schedule.instant import EPOCH_DAY, SECONDS_PER_DAY, day_number
from support.schedule.wall_time import MINUTES_PER_DAY, format_wall_time, parse_wall_time
from support.schedule.weekday import Weekday, format_weekdays, parse_weekdays
from support.schedule.zone import zone

_EPOCH_WEEKDAY = date.fromordinal(EPOCH_DAY).weekday()


@dataclass(frozen=True, slots=True)
class Window:
    """The hours at which a language is served, on the weekdays on which they begin.

    `opens` and `closes` are minutes after midnight on the zone's clock. `closes` at or before
    `opens` is on the next day, so equal times are 24 hours and midnight may be 0 or 1440.
    `valid_from` and `valid_through` are both inclusive and count the day on which hours begin.
    On the days of `holidays` they do not begin. `key` says to the caller which row this is; the
    engine only hands it back.
    """

    weekdays: frozenset[Weekday]
    opens: int
    closes: int
    zone: str
    valid_from: date | None = None
    valid_through: date | None = None
    key: Hashable = None
    holidays: HolidayCalendar | None = None

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

    def days(self, first: int, last: int) -> list[int]:
        """The days from `first` through `last`, as sorted day numbers, on which they begin.

        By weekday and validity alone; holidays are for the timetable to weigh.
        """
        if self.valid_from:
            first = max(first, day_number(self.valid_from))
        if self.valid_through:
            last = min(last, day_number(self.valid_through))
        days: list[int] = []
        for weekday in self.weekdays:
            days += range(first + (weekday - _EPOCH_WEEKDAY - first) % 7, last + 1, 7)
        days.sort()
        return days

    def wall_span(self, day: int) -> tuple[int, int]:
        """The hours that begin on `day`, in seconds of the zone's wall clock, end exclusive."""
        opens = day * SECONDS_PER_DAY + self.opens * 60
        return opens, opens + self.length * 60

    def spans(self, days: Sequence[int]) -> tuple[list[int], list[int]]:
        """When the hours that begin on these sorted days start, and when they end, as instants.

        Hours that a change of the clock skips altogether are left out.
        """
        starts: list[int] = []
        ends: list[int] = []
        if not days:
            return starts, ends
        clock = zone(self.zone)
        for first, last, offset in clock.runs(days[0], days[-1]):
            run = days[bisect_left(days, first) : bisect_right(days, last)]
            if offset is None:
                for opens, closes in map(self.wall_span, run):
                    start, end = clock.opening_instant(opens), clock.closing_instant(closes)
                    if start < end:
                        starts.append(start)
                        ends.append(end)
            else:
                opens, length = self.opens * 60 - offset, self.length * 60
                begin = [day * SECONDS_PER_DAY + opens for day in run]
                starts += begin
                ends += [start + length for start in begin]
        return starts, ends
