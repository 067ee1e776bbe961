"""Weekly hours of one language in one zone."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Self

from support.schedule.day_hours import DayHours, check_hours
from support.schedule.errors import (
    InvalidEveryWeeks,
    InvalidValidity,
    InvalidWeekdays,
    UnreadableWindow,
)
from support.schedule.holiday_calendar import HolidayCalendar
from support.schedule.instant import SECONDS_PER_DAY, day_number
from support.schedule.monthly import checked_monthly, has_place, monthly_days
from support.schedule.season import Season
from support.schedule.wall_time import MINUTES_PER_DAY, parse_wall_time
from support.schedule.weekday import Weekday, format_weekdays, parse_weekdays
from support.schedule.zone import zone

MOST_WEEKS = 52

# 1970-01-01, the day with the number 0, was a Thursday.
_A_MONDAY = -3

# Up to so many days each is looked at, and from so many their spans are counted in whole periods.
_FEW_DAYS, _MANY_DAYS = 21, 56


@dataclass(frozen=True, slots=True)
class Window:
    """The hours at which a language is served, on the weekdays on which they begin.

    `opens` and `closes` are minutes after midnight on the zone's clock. `closes` at or before
    `opens` is on the next day, so equal times are 24 hours and midnight can be 0 or 1440.
    `key` says to the caller which row this is; the engine only hands it back.

    Each of these narrows the days on which the hours begin, by the date on the zone's clock:
    `valid_from` and `valid_through`, both inclusive; `monthly`, the first (1), the last (-1) and
    so on of those weekdays in a month; `every_weeks`, every n-th week, counted from the week,
    Monday first, of `valid_from`; `season`, the same days of every year.

    On the public holidays of `holidays`, hours do not begin, or those of `on_holidays` do instead;
    on the day before one, those of `before_holidays` begin instead of the window's own.

    Raises InvalidWeekdays, InvalidWallTime, InvalidValidity, InvalidMonthly, InvalidEveryWeeks,
    UnknownZone.
    """

    weekdays: frozenset[Weekday]
    opens: int
    closes: int
    zone: str
    valid_from: date | None = None
    valid_through: date | None = None
    key: Hashable = None
    holidays: HolidayCalendar | None = None
    monthly: frozenset[int] = frozenset()
    every_weeks: int = 1
    season: Season | None = None
    on_holidays: DayHours | None = None
    before_holidays: DayHours | None = None

    def __post_init__(self) -> None:
        if not self.weekdays:
            raise InvalidWeekdays.empty()
        check_hours(self.opens, self.closes)
        if self.valid_from and self.valid_through and self.valid_through < self.valid_from:
            raise InvalidValidity.given(self.valid_from, self.valid_through)
        if self.monthly:
            checked_monthly(self.monthly)
        if not 1 <= self.every_weeks <= MOST_WEEKS:
            raise InvalidEveryWeeks.given(self.every_weeks, MOST_WEEKS)
        if self.every_weeks > 1 and not self.valid_from:
            raise InvalidEveryWeeks.without_first_day(self.every_weeks)
        zone(self.zone)

    @classmethod
    def parse(cls, text: str, **fields: Any) -> Self:
        """Read "MO,TU 10:00-18:00 Asia/Tokyo"; other fields are given by name.

        Raises ScheduleError.
        """
        parts = text.split()
        if len(parts) != 3:
            raise UnreadableWindow.given(text)
        weekdays, hours, key = parts
        opens, _, closes = hours.partition("-")
        times = parse_wall_time(opens), parse_wall_time(closes)
        return cls(parse_weekdays(weekdays), *times, key, **fields)

    def __str__(self) -> str:
        return f"{format_weekdays(self.weekdays)} {self.hours} {self.zone}"

    @property
    def hours(self) -> DayHours:
        return DayHours(self.opens, self.closes)

    @property
    def length(self) -> int:
        """Minutes between the two wall times, 1 to 1440."""
        return (self.closes - self.opens - 1) % MINUTES_PER_DAY + 1

    @property
    def is_round_the_clock(self) -> bool:
        """Say whether it runs from midnight to midnight."""
        return self.opens == 0 and self.length == MINUTES_PER_DAY

    @property
    def ends_next_day(self) -> bool:
        """Say whether it runs past midnight; ending at midnight is not past it."""
        return self.opens + self.length > MINUTES_PER_DAY

    @property
    def is_every_week(self) -> bool:
        """Say whether it holds in every week of its validity, public holidays aside."""
        return self.every_weeks == 1 and not self.monthly and self.season is None

    def with_hours(self, hours: DayHours) -> Window:
        """Return the window with other hours on the same days, as on public holidays."""
        return replace(self, opens=hours.opens, closes=hours.closes)

    def days(self, first: int, last: int) -> list[int]:
        """Return the days from `first` through `last` on which hours begin, as sorted day numbers.

        Public holidays and special hours are left to the timetable, which weighs them.
        """
        if self.valid_from:
            first = max(first, day_number(self.valid_from))
        if self.valid_through:
            last = min(last, day_number(self.valid_through))
        return self.days_if_valid(first, last)

    def days_if_valid(self, first: int, last: int) -> list[int]:
        """Return the days as `days` does, as if the window were valid on all of them."""
        if self.is_every_week:
            if first == last:
                return [first] if (first - _A_MONDAY) % 7 in self.weekdays else []
            return self._weekly_days(first, last, _A_MONDAY, 7)
        if self.monthly:
            days = monthly_days(first, last, self.weekdays, self.monthly)
            if self.every_weeks > 1:
                days = list(filter(self._is_week_of, days))
        else:
            days = self._weekly_days(first, last, self._first_monday(), 7 * self.every_weeks)
        if self.season and days:
            days = _within(days, self.season.ranges(days[0], days[-1]))
        return days

    def _weekly_days(self, first: int, last: int, monday: int, step: int) -> list[int]:
        if last - first < _FEW_DAYS:
            weekdays = self.weekdays
            return [day for day in range(first, last + 1) if (day - monday) % step in weekdays]
        days: list[int] = []
        for weekday in self.weekdays:
            days += range(first + (monday + weekday - first) % step, last + 1, step)
        days.sort()
        return days

    def _is_week_of(self, day: int) -> bool:
        """Return whether a day number lies in one of the weeks that count."""
        if self.every_weeks == 1:
            return True
        return (day - self._first_monday()) // 7 % self.every_weeks == 0

    def begins_on(self, day: int, weekday: Weekday) -> bool:
        """Return whether hours begin on a day number, if that is counted as such a weekday."""
        return (
            weekday in self.weekdays
            and (self.valid_from is None or day_number(self.valid_from) <= day)
            and (self.valid_through is None or day <= day_number(self.valid_through))
            and self._is_week_of(day)
            and (self.season is None or self.season.includes(day))
            and (not self.monthly or has_place(day, self.monthly))
        )

    def wall_span(self, day: int) -> tuple[int, int]:
        """Return the hours that begin on `day` in seconds of the wall clock, end exclusive."""
        opens = day * SECONDS_PER_DAY + self.opens * 60
        return opens, opens + self.length * 60

    def first_instant(self, day: int) -> int:
        """Return the first instant of the hours that begin on a day number."""
        return zone(self.zone).opening_instant(self.wall_span(day)[0])

    def spans_between(self, first: int, last: int, base: int) -> tuple[list[int], list[int]]:
        """Return what `spans` does for all days from `first` through `last`, in any order.

        Weeks of a clock that stands still are counted in seconds, past the days.
        """
        if self.monthly or self.season or last - first < _MANY_DAYS:
            return self.spans(self.days(first, last), base)
        if self.valid_from:
            first = max(first, day_number(self.valid_from))
        if self.valid_through:
            last = min(last, day_number(self.valid_through))
        starts: list[int] = []
        ends: list[int] = []
        monday, period = self._first_monday(), 7 * self.every_weeks
        length, step = self.length * 60, period * SECONDS_PER_DAY
        for begins, until, offset in zone(self.zone).runs(first, last):
            if offset is None:
                for day in self._weekly_days(begins, until, monday, period):
                    self._add_span(day, base, starts, ends)
                continue
            opens = self.opens * 60 - offset - base
            latest = (until + 1) * SECONDS_PER_DAY + opens
            for weekday in self.weekdays:
                day = begins + (monday + weekday - begins) % period
                start = day * SECONDS_PER_DAY + opens
                starts += range(start, latest, step)
                ends += range(start + length, latest + length, step)
        return starts, ends

    def spans(self, days: Sequence[int], base: int = 0) -> tuple[list[int], list[int]]:
        """Return when the hours that begin on these sorted days start, and when they end.

        Hours that a change of the clock skips altogether are left out. Instants are in
        seconds counted from `base`.
        """
        starts: list[int] = []
        ends: list[int] = []
        if not days:
            return starts, ends
        clock = zone(self.zone)
        for first, last, offset in clock.runs(days[0], days[-1]):
            is_all = first == days[0] and last == days[-1]
            run = days if is_all else days[bisect_left(days, first) : bisect_right(days, last)]
            if offset is None:
                for day in run:
                    self._add_span(day, base, starts, ends)
            else:
                opens, length = self.opens * 60 - offset - base, self.length * 60
                begin = [day * SECONDS_PER_DAY + opens for day in run]
                starts += begin
                ends += [start + length for start in begin]
        return starts, ends

    def _add_span(self, day: int, base: int, starts: list[int], ends: list[int]) -> None:
        """Add the hours of a day near a change of the clock, unless that skips them altogether."""
        clock = zone(self.zone)
        opens, closes = self.wall_span(day)
        start, end = clock.opening_instant(opens), clock.closing_instant(closes)
        if start < end:
            starts.append(start - base)
            ends.append(end - base)

    def _first_monday(self) -> int:
        """Return a Monday from which weeks are counted, as a day number."""
        if self.every_weeks == 1 or self.valid_from is None:
            return _A_MONDAY
        return day_number(self.valid_from) - self.valid_from.weekday()


def _within(days: Sequence[int], ranges: Iterable[tuple[int, int]]) -> list[int]:
    """Return those of some sorted days that lie in any of the ranges, sorted and disjoint."""
    return [
        day
        for begins, ends in ranges
        for day in days[bisect_left(days, begins) : bisect_right(days, ends)]
    ]
