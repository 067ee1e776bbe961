"""The next dates on which hours begin, or special hours hold."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from itertools import islice
from typing import TypeVar

from support.schedule import HolidayChange, SpecialHours, Timetable, Window, date_of, day_number

_Found = TypeVar("_Found")

# 29 February comes five times within this; a season or a month far sooner.
_LONGEST_SEARCH = timedelta(days=25 * 366)
_STEP = timedelta(days=366)


def next_dates(rule: Window | SpecialHours, today: date, count: int = 5) -> list[date]:
    """Return the first dates from `today` on that a window or special hours name, at most `count`.

    What other rules make of these days is left aside.
    """

    def within(first: date, last: date) -> Sequence[date]:
        return [date_of(day) for day in rule.days(day_number(first), day_number(last))]

    return list(islice(_ahead(within, today), count))


def next_holiday_changes(window: Window, today: date, count: int = 5) -> list[HolidayChange]:
    """Return what the next public holidays do to a window, by day on the calendar's clock."""
    return list(islice(_ahead(Timetable([window]).holiday_changes, today), count))


def _ahead(within: Callable[[date, date], Sequence[_Found]], today: date) -> Iterator[_Found]:
    first = today
    while first < today + _LONGEST_SEARCH:
        yield from within(first, first + _STEP - timedelta(days=1))
        first += _STEP
