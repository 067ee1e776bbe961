"""The hours of one department in one language, merged from all of its windows."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from support.schedule.errors import BackwardsRange
from support.schedule.horizon import Horizon
from support.schedule.instant import SECONDS_PER_DAY, day_number, from_seconds, to_seconds
from support.schedule.interval import Interval
from support.schedule.status import Reason, Rule, State, Status
from support.schedule.window import Window

# A week and a day holds every change of ordinary weekly hours.
_NEAR = 8 * SECONDS_PER_DAY

# Weekly hours repeat, except that clock changes move them against each other. A year and a month
# sees each of those too; a state that outlasts it changes only where a validity begins or ends.
_FULL_CYCLE = 400 * SECONDS_PER_DAY


class Timetable:
    """Immutable. Every method takes aware datetimes and answers in UTC.

    Raises NaiveInstant for a datetime without a zone, InstantOutOfRange for one outside the years
    the engine answers for.
    """

    def __init__(self, windows: Iterable[Window]) -> None:
        self.windows = tuple(windows)
        edges = [
            day_number(day) * SECONDS_PER_DAY
            for window in self.windows
            for day in (window.valid_from, window.valid_through)
            if day
        ]
        self._first_edge = min(edges, default=None)
        self._last_edge = max(edges, default=None)
        self._horizon: Horizon | None = None

    def is_open(self, at: datetime) -> bool:
        instant = to_seconds(at)
        return self._around(instant).is_open(instant)

    def status(self, at: datetime) -> Status:
        instant = to_seconds(at)
        since, changes_at = self._change_at_or_before(instant), self._change_after(instant)
        windows = self.windows_at(at)
        return Status(
            State.OPEN if windows else State.CLOSED,
            None if since is None else from_seconds(since),
            None if changes_at is None else from_seconds(changes_at),
            Reason(Rule.WINDOW, windows) if windows else Reason(Rule.OUTSIDE_HOURS),
        )

    def next_change(self, at: datetime) -> datetime | None:
        """The first instant after `at` with another state; None if there never is one."""
        change = self._change_after(to_seconds(at))
        return None if change is None else from_seconds(change)

    def intervals(self, start: datetime, end: datetime) -> list[Interval]:
        """The open intervals within [start, end), sorted, disjoint and cut at both ends.

        Raises BackwardsRange if `end` is before `start`.
        """
        first, last = to_seconds(start), to_seconds(end)
        if last < first:
            raise BackwardsRange.given(start, end)
        horizon = self._horizon
        if horizon is None or first not in horizon or last not in horizon:
            horizon = self._expand(first - 1, last + 1)
        return [
            Interval(from_seconds(opens), from_seconds(closes))
            for opens, closes in horizon.open_spans(first, last)
        ]

    def windows_at(self, at: datetime) -> tuple[Window, ...]:
        """The windows that hold at `at`; empty when closed."""
        instant = to_seconds(at)
        return tuple(w for w in self.windows if any(w.spans(instant, instant + 1)))

    def _change_after(self, instant: int) -> int | None:
        horizon = self._around(instant)
        change = horizon.change_after(instant)
        limit = max(instant, self._last_edge or instant) + _FULL_CYCLE
        while change is None and horizon.end < limit:
            horizon = self._expand(horizon.start, 2 * horizon.end - horizon.start)
            change = horizon.change_after(instant)
        self._horizon = horizon
        return change

    def _change_at_or_before(self, instant: int) -> int | None:
        horizon = self._around(instant)
        change = horizon.change_at_or_before(instant)
        limit = min(instant, self._first_edge or instant) - _FULL_CYCLE
        while change is None and horizon.start > limit:
            horizon = self._expand(2 * horizon.start - horizon.end, horizon.end)
            change = horizon.change_at_or_before(instant)
        self._horizon = horizon
        return change

    def _around(self, instant: int) -> Horizon:
        horizon = self._horizon
        if horizon is None or instant not in horizon:
            horizon = self._horizon = self._expand(instant - _NEAR, instant + _NEAR)
        return horizon

    def _expand(self, start: int, end: int) -> Horizon:
        spans = [span for window in self.windows for span in window.spans(start, end)]
        return Horizon(start, end, spans)


class Unscheduled:
    """A language that is served without stated hours: neither open nor closed, ever."""

    windows: tuple[Window, ...] = ()

    def is_open(self, at: datetime) -> bool:
        to_seconds(at)
        return False

    def status(self, at: datetime) -> Status:
        to_seconds(at)
        return Status(State.UNSCHEDULED, None, None, Reason(Rule.NO_STATED_HOURS))

    def next_change(self, at: datetime) -> datetime | None:
        to_seconds(at)
        return None

    def intervals(self, start: datetime, end: datetime) -> list[Interval]:
        if to_seconds(end) < to_seconds(start):
            raise BackwardsRange.given(start, end)
        return []

    def windows_at(self, at: datetime) -> tuple[Window, ...]:
        to_seconds(at)
        return ()
