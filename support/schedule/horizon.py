"""The part of a timetable that has been worked out: a sorted row of instants."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import datetime
from enum import Enum
from itertools import repeat
from operator import attrgetter
from typing import Final

from support.schedule.instant import LATEST
from support.schedule.interval import Interval


class Unknown(Enum):
    UNKNOWN = "beyond what has been worked out"


UNKNOWN: Final = Unknown.UNKNOWN


class Horizon:
    """All changes of state strictly inside (start, end).

    Nothing is known at or outside the two ends: hours that reach across them are cut there.
    Immutable, so that threads never see half of one.
    """

    __slots__ = ("_intervals", "edges", "end", "next_changes", "start", "states")

    def __init__(
        self, start: datetime, end: datetime, changes: Sequence[datetime], *, open_at_start: bool
    ) -> None:
        self.start = start
        self.end = end
        # What is true from one edge to the next stands one place further on than the edge, so that
        # an instant's place in the row (`bisect_right`) leads to it.
        self.edges = [start, *changes, end]
        last = None if end >= LATEST else UNKNOWN
        self.next_changes: list[datetime | Unknown | None] = [UNKNOWN, *changes, last, UNKNOWN]
        self.states: list[bool | None] = [None]
        self.states += [open_at_start, not open_at_start] * (len(changes) // 2 + 1)
        self.states[len(changes) + 2 :] = [None]
        self._intervals: list[Interval] | None = None

    def joined(self, later: Horizon) -> Horizon:
        """Return this and `later` as one; nothing changes between the two."""
        changes = self.changes + [change for change in later.changes if change >= self.end]
        return Horizon(self.start, later.end, changes, open_at_start=self.open_at_start)

    def widened(self, start: datetime, end: datetime) -> Horizon:
        """Return the same from `start` to `end`, where nothing changes outside this."""
        return Horizon(start, end, self.changes, open_at_start=self.open_at_start)

    @property
    def changes(self) -> list[datetime]:
        return self.edges[1:-1]

    @property
    def open_at_start(self) -> bool:
        return bool(self.states[1])

    def change_after(self, at: datetime) -> datetime | None:
        """Return the first of the known changes after `at`, which may lie outside."""
        place = max(bisect_right(self.edges, at), 1)
        return self.edges[place] if place < len(self.edges) - 1 else None

    def change_at_or_before(self, at: datetime) -> datetime | None:
        """Return the last of the known changes up to `at`, which may lie outside."""
        place = bisect_right(self.edges, at, hi=len(self.edges) - 1) - 1
        return self.edges[place] if place > 0 else None

    def open_intervals(self, start: datetime, end: datetime) -> list[Interval]:
        """Return the open stretches within [start, end), cut at both ends."""
        if start == end:
            return []
        intervals = self._whole_intervals()
        first = bisect_right(intervals, start, key=_end)
        last = bisect_left(intervals, end, key=_start)
        cut = intervals[first:last]
        if cut and cut[0].start < start:
            cut[0] = Interval(start, cut[0].end)
        if cut and end < cut[-1].end:
            cut[-1] = Interval(cut[-1].start, end)
        return cut

    def _whole_intervals(self) -> list[Interval]:
        """Made when first asked for: the page never asks."""
        if self._intervals is None:
            edges = self.edges[0 if self.open_at_start else 1 : -1]
            if len(edges) % 2:
                edges.append(self.end)
            following = iter(edges)
            ends = zip(following, following, strict=True)
            # Past its own constructor, which costs as much again.
            self._intervals = list(map(_new_tuple, repeat(Interval), ends))
        return self._intervals


_new_tuple = tuple.__new__
_start = attrgetter("start")
_end = attrgetter("end")
