"""Many timetables watched together, as time goes on."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from heapq import heapify, heappop, heapreplace
from threading import Lock

from support.schedule.timetable import Timetable
from support.schedule.unscheduled import Unscheduled


class Agenda:
    """When the next of them changes.

    Asked about one instant after another, it looks only at those that changed in between; asked
    about an earlier one, it begins anew. Threads may share it.
    """

    def __init__(self, timetables: Iterable[Timetable | Unscheduled]) -> None:
        self._timetables = tuple(timetables)
        self._changes: list[tuple[datetime, int]] = []
        self._at: datetime | None = None
        self._lock = Lock()

    def next_change(self, at: datetime) -> datetime | None:
        """The first instant after `at` at which any of them changes; None if none ever does."""
        with self._lock:
            if self._at is None or at < self._at:
                self._begin(at)
            self._go_to(at)
            return self._changes[0][0] if self._changes else None

    def _begin(self, at: datetime) -> None:
        changes = ((timetable.next_change(at), i) for i, timetable in enumerate(self._timetables))
        self._changes = [(change, number) for change, number in changes if change]
        heapify(self._changes)

    def _go_to(self, at: datetime) -> None:
        changes = self._changes
        while changes and changes[0][0] <= at:
            number = changes[0][1]
            change = self._timetables[number].next_change(at)
            if change:
                heapreplace(changes, (change, number))
            else:
                heappop(changes)
        self._at = at
