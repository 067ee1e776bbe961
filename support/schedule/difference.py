from __future__ import annotations

from collections.abc import Iterator, Sequence

from support.schedule.interval import Interval


def without(intervals: Sequence[Interval], taken: Sequence[Interval]) -> list[Interval]:
    """Return what is in `intervals` and not in `taken`; all three are sorted and disjoint."""
    return list(_rest(intervals, taken))


def _rest(intervals: Sequence[Interval], taken: Sequence[Interval]) -> Iterator[Interval]:
    position = 0
    for start, end in intervals:
        while position < len(taken) and taken[position].end <= start:
            position += 1
        following = position
        while following < len(taken) and taken[following].start < end:
            other = taken[following]
            if start < other.start:
                yield Interval(start, other.start)
            start = other.end
            following += 1
        if start < end:
            yield Interval(start, end)
