"""Which windows of one zone claim the same time twice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations

from support.schedule.instant import day_number
from support.schedule.window import Window

# Two whole weeks hold every pair of neighbouring days, Sunday night into Monday included.
_TWO_WEEKS = 14

_ANY_MONDAY = day_number(date(2024, 1, 1))


def overlaps(windows: Sequence[Window]) -> Iterator[tuple[int, int]]:
    """The positions of every two windows that share time while both are valid.

    Compared on the wall clock; windows of different zones never count, since regional teams may
    overlap.
    """
    for (i, one), (j, other) in combinations(enumerate(windows), 2):
        if one.zone == other.zone and _share_time(one, other):
            yield i, j


def _share_time(one: Window, other: Window) -> bool:
    starts = [day_number(w.valid_from) for w in (one, other) if w.valid_from]
    ends = [day_number(w.valid_through) for w in (one, other) if w.valid_through]
    last = min(ends, default=None)
    first = max(starts, default=_ANY_MONDAY if last is None else last - _TWO_WEEKS)
    last = first + _TWO_WEEKS if last is None else min(last, first + _TWO_WEEKS)
    if last < first:
        return False
    # The eve counts: a shift that begins on it runs into the first common day.
    theirs = [other.wall_span(day) for day in other.days(first - 1, last)]
    return any(
        opens < their_closes and their_opens < closes
        for opens, closes in (one.wall_span(day) for day in one.days(first - 1, last))
        for their_opens, their_closes in theirs
    )
