"""Hours worked out: day by day, and once only where week after week is the same."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta
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

# Fewer weeks that are the same are sooner worked out day by day.
_FEWEST_WEEKS = 4

_WEEK = timedelta(days=7)


class Expansion:
    """The rules of days, and the closures as a row of seconds, that are worked out."""

    def __init__(self, rules: DayRules, closed: Sequence[int]) -> None:
        self._rules = rules
        self._closed = closed

    def horizon(self, start: datetime, end: datetime) -> Horizon:
        """Never beyond the years that are answered for: what is kept answers unchecked."""
        first, last = to_seconds(start), to_seconds(end) + 1
        first, last = max(first, to_seconds(EARLIEST)), min(last, to_seconds(LATEST))
        changes: list[datetime] = []
        opens: list[bool] = []
        for begin, until, more_weeks in self._parts(first + 1, last):
            is_open, part = self._day_by_day(begin, until)
            changes += part
            if more_weeks:
                changes += _again(part, from_seconds(until) - _WEEK, more_weeks)
            opens.append(is_open)
        return Horizon(from_seconds(first), from_seconds(last), changes, open_at_start=opens[0])

    def irregularities(self, first: int, last: int) -> list[int]:
        """The instants in [first, last) at which hours stop repeating from week to week, sorted."""
        days = self._rules.irregular_days(first // SECONDS_PER_DAY, last // SECONDS_PER_DAY)
        found = {day * SECONDS_PER_DAY for day in days} | set(self._closed)
        for key in {source.window.zone for source in self._rules.sources}:
            found.update(zone(key).clock_changes(first, last))
        return sorted(instant for instant in found if first <= instant < last)

    def _parts(self, first: int, last: int) -> Iterator[tuple[int, int, int]]:
        """[first, last), cut: from, until, and how often the week before `until` is there again."""
        begin = week = first
        if last - first >= _FEWEST_WEEKS * SECONDS_PER_WEEK:
            irregularities = self.irregularities(first - _AFTER, last + _BEFORE)
            for irregularity in [*irregularities, last + _BEFORE]:
                weeks = (irregularity - _BEFORE - week) // SECONDS_PER_WEEK
                if weeks >= _FEWEST_WEEKS:
                    yield begin, week + SECONDS_PER_WEEK, weeks - 1
                    begin = week + weeks * SECONDS_PER_WEEK
                week = max(week, irregularity + _AFTER)
        yield begin, last, 0

    def _day_by_day(self, first: int, last: int) -> tuple[bool, list[datetime]]:
        """Whether it is open before all changes in [first, last), and these.

        Precedence: hours by the rules of their days, and closures off whatever holds.
        """
        row = self._rules.row(first // SECONDS_PER_DAY - _REACH, last // SECONDS_PER_DAY + 1)
        if self._closed:
            row = subtract(row, self._closed)
        place = bisect_left(row, first)
        return place % 2 == 1, row_from_seconds(row[place : bisect_left(row, last)])


def _again(changes: Sequence[datetime], since: datetime, more_weeks: int) -> Iterable[datetime]:
    """The changes from `since` on, which is a week, in so many more weeks."""
    week = changes[bisect_left(changes, since) :]
    if not week:
        return []
    steps = list(map(sub, week, [week[-1] - _WEEK, *week]))
    return islice(accumulate(steps * more_weeks, initial=week[-1]), 1, None)
