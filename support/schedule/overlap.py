"""Which windows of one zone claim the same time twice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations

from support.schedule.instant import LAST_DAY, day_number
from support.schedule.window import Window

# Two whole weeks hold every pair of neighbouring days, Sunday night into Monday included.
_TWO_WEEKS = 14

# Weekdays, months and leap years come round in 28 years, and with every n-th week rarely later.
_MANY_YEARS = 40 * 366

_ANY_MONDAY = day_number(date(2024, 1, 1))


def overlaps(windows: Sequence[Window]) -> Iterator[tuple[int, int]]:
    """Yield the positions of every two windows that share time while both are valid.

    Times are compared on the wall clock; windows of different zones never count, since regional
    teams can overlap.
    """
    for (i, one), (j, other) in combinations(enumerate(windows), 2):
        if one.zone == other.zone and _share_time(one, other):
            yield i, j


def _share_time(one: Window, other: Window) -> bool:
    distances = hours_meet(one, other)
    if not distances:
        return False
    reach = _TWO_WEEKS if one.is_every_week and other.is_every_week else _MANY_YEARS
    starts = [day_number(w.valid_from) for w in (one, other) if w.valid_from]
    ends = [day_number(w.valid_through) for w in (one, other) if w.valid_through]
    last = min(ends, default=None)
    first = max(starts, default=_ANY_MONDAY if last is None else last - reach)
    last = min(first + reach, LAST_DAY if last is None else last)
    if last < first:
        return False
    # The eve counts: a shift that begins on it runs into the first common day.
    days = one.days(first - 1, last)
    theirs = set(other.days(first - 1, last))
    return any(day + distance in theirs for distance in distances for day in days)


def hours_meet(one: Window, other: Window) -> list[int]:
    """Return how many days after those of `one` hours of `other` begin that share time with them.

    The distances are -1, 0 or 1, on the wall clock.
    """
    opens, closes = one.wall_span(0)
    return [
        distance
        for distance in (-1, 0, 1)
        for their_opens, their_closes in [other.wall_span(distance)]
        if opens < their_closes and their_opens < closes
    ]
