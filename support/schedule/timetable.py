"""The hours of one department in one language, merged from all of its windows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from support.schedule.errors import BackwardsRange
from support.schedule.horizon import Horizon
from support.schedule.instant import (
    EARLIEST_SECONDS,
    LATEST_SECONDS,
    SECONDS_PER_DAY,
    day_number,
    from_seconds,
    to_seconds,
)
from support.schedule.interval import Interval
from support.schedule.status import Reason, Rule, State, Status
from support.schedule.window import Window
from support.schedule.zone import zone

# A week and a day to either side holds every change of ordinary weekly hours.
_NEAR = 8 * SECONDS_PER_DAY

# Weekly hours repeat for as long as no clock changes and no validity begins or ends. What such an
# irregularity does is over within three days (a shift, its zone, a change of the clock), so twelve
# days to either side of it hold one whole regular week. A state that outlasts that week lasts
# until the next irregularity.
_AROUND_IRREGULARITY = 12 * SECONDS_PER_DAY

_SEARCH_STEP = 5 * 365 * SECONDS_PER_DAY


class Timetable:
    """Immutable. Every method takes aware datetimes and answers in UTC.

    Raises NaiveInstant for a datetime without a zone, InstantOutOfRange for one outside the years
    the engine answers for.
    """

    def __init__(self, windows: Iterable[Window]) -> None:
        self.windows = tuple(windows)
        edges = {
            day_number(day) * SECONDS_PER_DAY
            for window in self.windows
            for day in (window.valid_from, window.valid_through)
            if day
        }
        self._validity_edges = sorted(edges)
        self._zones = sorted({window.zone for window in self.windows})
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
        if change is None and horizon.end < min(instant + _NEAR, LATEST_SECONDS):
            horizon = self._expand_near(instant)
            change = horizon.change_after(instant)
        if change is not None or horizon.end >= LATEST_SECONDS:
            self._horizon = horizon
            return change
        for irregularity in self._irregularities_after(horizon.end - _AROUND_IRREGULARITY):
            around = self._expand_around(irregularity)
            change = around.change_after(instant)
            if change is not None:
                self._horizon = horizon.joined(around)
                return change
        self._horizon = horizon.joined(
            Horizon(horizon.end, LATEST_SECONDS, [], open_at_start=False)
        )
        return None

    def _change_at_or_before(self, instant: int) -> int | None:
        horizon = self._around(instant)
        change = horizon.change_at_or_before(instant)
        if change is None and horizon.start > max(instant - _NEAR, EARLIEST_SECONDS):
            horizon = self._expand_near(instant)
            change = horizon.change_at_or_before(instant)
        if change is not None or horizon.start <= EARLIEST_SECONDS:
            self._horizon = horizon
            return change
        for irregularity in self._irregularities_before(horizon.start + _AROUND_IRREGULARITY):
            around = self._expand_around(irregularity)
            change = around.change_at_or_before(instant)
            if change is not None:
                self._horizon = around.joined(horizon)
                return change
        always = Horizon(EARLIEST_SECONDS, horizon.start, [], open_at_start=horizon.open_at_start)
        self._horizon = always.joined(horizon)
        return None

    def _irregularities_after(self, start: int) -> Iterator[int]:
        for first in range(start, LATEST_SECONDS, _SEARCH_STEP):
            yield from self._irregularities(first, min(first + _SEARCH_STEP, LATEST_SECONDS))

    def _irregularities_before(self, end: int) -> Iterator[int]:
        for last in range(end, EARLIEST_SECONDS, -_SEARCH_STEP):
            first = max(last - _SEARCH_STEP, EARLIEST_SECONDS)
            yield from reversed(self._irregularities(first, last))

    def _irregularities(self, start: int, end: int) -> list[int]:
        """Where the hours of [start, end) stop repeating from week to week, sorted."""
        found = {edge for edge in self._validity_edges if start <= edge < end}
        for key in self._zones:
            found.update(zone(key).clock_changes(start, end))
        return sorted(found)

    def _expand_around(self, irregularity: int) -> Horizon:
        return self._expand(
            irregularity - _AROUND_IRREGULARITY, irregularity + _AROUND_IRREGULARITY
        )

    def _around(self, instant: int) -> Horizon:
        horizon = self._horizon
        if horizon is None or not horizon.start <= instant < horizon.end:
            horizon = self._horizon = self._expand_near(instant)
        return horizon

    def _expand_near(self, instant: int) -> Horizon:
        return self._expand(instant - _NEAR, instant + _NEAR)

    def _expand(self, start: int, end: int) -> Horizon:
        spans = [span for window in self.windows for span in window.spans(start, end)]
        return Horizon.of(start, end, spans)


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
