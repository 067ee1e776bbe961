"""The part of a timetable that has been worked out: a sorted row of instants."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import Self

from support.schedule.interval import merge


class Horizon:
    """All changes of state strictly inside (start, end), in seconds.

    Nothing is known at or outside the two ends: hours that reach across them are cut there.
    """

    __slots__ = ("changes", "end", "open_at_start", "start")

    def __init__(self, start: int, end: int, changes: list[int], *, open_at_start: bool) -> None:
        self.start = start
        self.end = end
        self.changes = changes
        self.open_at_start = open_at_start

    @classmethod
    def of(cls, start: int, end: int, spans: Iterable[tuple[int, int]]) -> Self:
        merged = merge(spans)
        changes = [edge for span in merged for edge in span if start < edge < end]
        return cls(start, end, changes, open_at_start=bool(merged) and merged[0][0] <= start)

    def joined(self, later: Horizon) -> Horizon:
        """From the start of this to the end of `later`; nothing changes between the two."""
        changes = self.changes + [c for c in later.changes if c >= self.end]
        return Horizon(self.start, later.end, changes, open_at_start=self.open_at_start)

    def __contains__(self, instant: int) -> bool:
        return self.start <= instant < self.end

    def is_open(self, instant: int) -> bool:
        return (bisect_right(self.changes, instant) + self.open_at_start) % 2 == 1

    def change_after(self, instant: int) -> int | None:
        index = bisect_right(self.changes, instant)
        return self.changes[index] if index < len(self.changes) else None

    def change_at_or_before(self, instant: int) -> int | None:
        index = bisect_right(self.changes, instant)
        return self.changes[index - 1] if index else None

    def open_spans(self, start: int, end: int) -> list[tuple[int, int]]:
        """The open stretches within [start, end), cut at both ends."""
        if start == end:
            return []
        first, last = bisect_right(self.changes, start), bisect_left(self.changes, end)
        edges = [start] if self.is_open(start) else []
        edges += self.changes[first:last]
        if len(edges) % 2:
            edges.append(end)
        return list(zip(edges[::2], edges[1::2], strict=True))
