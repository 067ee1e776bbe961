"""Hours worked out: day by day, and once only where week after week is the same.

Where windows hold every second week, two weeks stand for one: the period of the rules.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from functools import cached_property
from itertools import accumulate, islice
from operator import sub

from support.schedule.day_rules import DayRules
from support.schedule.horizon import Horizon
from support.schedule.instant import (
    EARLIEST,
    LATEST,
    SECONDS_PER_DAY,
    SECONDS_PER_WEEK,
    from_seconds,
    row_from_seconds,
    to_seconds,
)
from support.schedule.interval import subtract
from support.schedule.zone import zone

# Hours begin on the day they belong to and end within the next day; a clock and its distance from
# UTC can each add a day. What begins three days earlier cannot reach an instant, and what is
# stated for a day cannot show before the day in front of it.
_REACH = 3
_BEFORE, _AFTER = SECONDS_PER_DAY, _REACH * SECONDS_PER_DAY

# Fewer periods that are the same are sooner worked out day by day.
_FEWEST_PERIODS = 4

_WEEK = timedelta(days=7)

_FIRST_SECOND, _LAST_SECOND = to_seconds(EARLIEST), to_seconds(LATEST)


class Expansion:
    """The rules of days, and the closures as a row of seconds, that are worked out."""

    def __init__(self, rules: DayRules, closed: Sequence[int]) -> None:
        self._rules = rules
        self._closed = closed
        self._period = rules.period * _WEEK
        self._period_seconds = rules.period * SECONDS_PER_WEEK

    def horizon(self, start: datetime, end: datetime) -> Horizon:
        """Work out the time from `start` to `end`, as far as it lies in the years answered for.

        A horizon never reaches beyond them, since it answers unchecked.
        """
        first, last = to_seconds(start), to_seconds(end) + 1
        first, last = max(first, _FIRST_SECOND), min(last, _LAST_SECOND)
        changes: list[datetime] = []
        opens: list[bool] = []
        for begin, until, more in self._parts(first + 1, last):
            is_open, part = self._day_by_day(begin, until)
            changes += part
            if more:
                changes += _again(part, from_seconds(until), self._period, more)
            opens.append(is_open)
        return Horizon(from_seconds(first), from_seconds(last), changes, open_at_start=opens[0])

    @cached_property
    def bounds(self) -> tuple[datetime, datetime]:
        """Two instants before and after which nothing ever changes."""
        first_day, last_day = self._rules.bounds()
        first = max((first_day - 1) * SECONDS_PER_DAY, _FIRST_SECOND)
        last = min((last_day + _REACH) * SECONDS_PER_DAY, _LAST_SECOND)
        if self._closed and self._closed[-1] >= last:  # until further notice, or long enough
            last = min(last, self._closed[-2] + 1)
        return from_seconds(first), from_seconds(last)

    def first_change(self, start: datetime, end: datetime) -> datetime | None:
        """Return the first change of state in [start, end)."""
        for begin, until, _ in self._parts(to_seconds(start), to_seconds(end)):
            _, changes = self._day_by_day(begin, until)
            if changes:
                return changes[0]
        return None

    def last_change(self, start: datetime, end: datetime) -> datetime | None:
        """Return the last change of state in [start, end)."""
        for begin, until, more in reversed(list(self._parts(to_seconds(start), to_seconds(end)))):
            _, changes = self._day_by_day(begin, until)
            if changes:
                is_again = changes[-1] >= from_seconds(until) - self._period
                return changes[-1] + self._period * more if is_again else changes[-1]
        return None

    def _irregularities(self, first: int, last: int) -> list[int]:
        """Return the instants in [first, last) at which hours stop repeating, sorted."""
        days = self._rules.irregular_days(first // SECONDS_PER_DAY, last // SECONDS_PER_DAY)
        found = {day * SECONDS_PER_DAY for day in days} | set(self._closed)
        for key in {source.window.zone for source in self._rules.sources}:
            found.update(zone(key).clock_changes(first, last))
        return sorted(instant for instant in found if first <= instant < last)

    def _parts(self, first: int, last: int) -> Iterator[tuple[int, int, int]]:
        """Cut [first, last): from, until, and how often the period before `until` comes again.

        Periods are counted back from where they stop being the same, so that none is left over.
        """
        period = self._period_seconds
        begin = regular = first
        if self._rules.repeat and last - first >= _FEWEST_PERIODS * period:
            irregularities = self._irregularities(first - _AFTER, last + _BEFORE)
            for irregularity in [*irregularities, last + _BEFORE]:
                periods = (irregularity - _BEFORE - regular) // period
                if periods >= _FEWEST_PERIODS:
                    ends = irregularity - _BEFORE
                    yield begin, ends - (periods - 1) * period, periods - 1
                    begin = ends
                regular = max(regular, irregularity + _AFTER)
        if begin < last or begin == first:
            yield begin, last, 0

    def _day_by_day(self, first: int, last: int) -> tuple[bool, list[datetime]]:
        """Return whether it is open before all changes in [first, last), and these.

        Closures are taken off whatever hours hold by the rules of their days. Seconds are counted
        from `first`: Python sorts and subtracts numbers below 2**30 in half the time.
        """
        first_day, last_day = first // SECONDS_PER_DAY - _REACH, last // SECONDS_PER_DAY + 1
        row = self._rules.row(first_day, last_day, first)
        if self._closed:
            row = subtract(row, [instant - first for instant in self._closed])
        place = bisect_left(row, 0)
        return place % 2 == 1, row_from_seconds(row[place : bisect_left(row, last - first)], first)


def _again(
    changes: Sequence[datetime], until: datetime, period: timedelta, times: int
) -> Iterable[datetime]:
    """Return the changes of the period before `until`, so many times more."""
    once = changes[bisect_left(changes, until - period) :]
    if not once:
        return []
    steps = list(map(sub, once, [once[-1] - period, *once]))
    return islice(accumulate(steps * times, initial=once[-1]), 1, None)
