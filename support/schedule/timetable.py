"""The hours of one department in one language: all of its windows with their exceptions."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple

from support.schedule.closure import Closure
from support.schedule.day_rules import DayRules
from support.schedule.errors import BackwardsRange
from support.schedule.expansion import Expansion
from support.schedule.horizon import UNKNOWN, Horizon
from support.schedule.instant import (
    EARLIEST,
    LATEST,
    date_of,
    day_number,
    from_seconds,
    to_seconds,
    to_utc,
)
from support.schedule.interval import Interval, merge, pairs, subtract
from support.schedule.special_hours import SpecialHours
from support.schedule.status import Holiday, Reason, Rule, State, Status
from support.schedule.window import Window

# A week and a day to either side holds every change of ordinary weekly hours.
_NEAR = timedelta(days=8)

# Weekly hours repeat for as long as no clock changes, no validity begins or ends and no exception
# comes between. What such an irregularity does is over within three days (a shift, its zone, a
# change of the clock), so twelve days to either side of it hold one whole regular week. A state
# that outlasts that week lasts until the next irregularity.
_AROUND_IRREGULARITY = timedelta(days=12)

_SEARCH_STEP = timedelta(days=5 * 365)

# What intervals of a longer time are asked for is not kept: two years are some 100 KB.
_LONGEST_KEPT = timedelta(days=800)


class Shift(NamedTuple):
    """What is left of the hours of a window that begin on `day`."""

    day: date
    window: Window
    interval: Interval


class Timetable:
    """Immutable. Every method takes aware datetimes and answers in UTC.

    Raises NaiveInstant for a datetime without a zone, InstantOutOfRange for one outside the years
    the engine answers for. Of a change outside them it does not speak either: "always" and "never"
    mean in all of those years.
    """

    def __init__(
        self,
        windows: Iterable[Window],
        special_hours: Iterable[SpecialHours] = (),
        closures: Iterable[Closure] = (),
    ) -> None:
        self.windows = tuple(windows)
        self.special_hours = tuple(special_hours)
        self.closures = tuple(closures)
        self._rules = DayRules(self.windows, self.special_hours)
        self._closed = merge(
            (closure.start for closure in self.closures), (closure.end for closure in self.closures)
        )
        self._expansion = Expansion(self._rules, self._closed)
        self._horizon = Horizon(EARLIEST, EARLIEST, [], open_at_start=False)

    def is_open(self, at: datetime) -> bool:
        if at.tzinfo is UTC:
            horizon = self._horizon
            state = horizon.states[bisect_right(horizon.edges, at)]
            if state is not None:
                return state
        horizon = self._around(to_utc(at))
        return horizon.states[bisect_right(horizon.edges, at)] is True

    def next_change(self, at: datetime) -> datetime | None:
        """The first instant after `at` with another state; None if there never is one."""
        if at.tzinfo is UTC:
            horizon = self._horizon
            change = horizon.next_changes[bisect_right(horizon.edges, at)]
            if change is not UNKNOWN:
                return change
        return self._change_after(to_utc(at))

    def explained_until(self, at: datetime) -> datetime | None:
        """The next instant at which `explain` may answer otherwise, days and closures aside.

        None if there is none within a week.
        """
        edge = self._rules.next_edge(to_seconds(to_utc(at)))
        return None if edge is None else from_seconds(edge)

    def status(self, at: datetime) -> Status:
        at = to_utc(at)
        state = State.OPEN if self.is_open(at) else State.CLOSED
        reason = next(reason for reason in self.explain(at) if reason.state is state)
        return Status(state, self._change_at_or_before(at), self._change_after(at), reason)

    def explain(self, at: datetime) -> tuple[Reason, ...]:
        """Every rule that has a say about `at`, in order of precedence.

        The first that speaks for the state of the timetable is the one that decides it. Special
        hours and holidays have a say where they let hours hold, and where they cancel hours that
        would hold at `at` or would begin on its day.
        """
        at = to_utc(at)
        instant = to_seconds(at)
        closures = tuple(c for c in self.closures if c.start <= instant < c.end)
        reasons = [Reason(Rule.CLOSURE, State.CLOSED, closures=closures)] if closures else []
        reasons += self._rules.reasons_at(instant)
        return (*reasons, Reason(Rule.OUTSIDE_HOURS, State.CLOSED))

    def intervals(self, start: datetime, end: datetime) -> list[Interval]:
        """The open intervals within [start, end), sorted, disjoint and cut at both ends.

        Raises BackwardsRange if `end` is before `start`.
        """
        first, last = to_utc(start), to_utc(end)
        if last < first:
            raise BackwardsRange.given(start, end)
        horizon = self._horizon
        if not (horizon.start <= first and last <= horizon.end):
            horizon = self._expansion.horizon(first, last)
            if last - first <= _LONGEST_KEPT:
                self._horizon = horizon
        return horizon.open_intervals(first, last)

    def windows_at(self, at: datetime) -> tuple[Window, ...]:
        """The windows that hold at `at`, special ones included; empty when closed."""
        if not self.is_open(at):
            return ()
        return self._rules.windows_at(to_seconds(to_utc(at)))

    def shifts(self, first: date, last: date) -> list[Shift]:
        """The hours that begin on the days from `first` through `last`, both inclusive.

        Each window counts the days by its own clock. Closures are taken off; a shift that they
        take whole is left out.
        """
        shifts: list[Shift] = []
        for source in self._rules.sources:
            for day in self._rules.days(source, day_number(first), day_number(last)):
                row = subtract(merge(*source.window.spans([day])), self._closed)
                shifts += [
                    Shift(date_of(day), source.window, Interval(*map(from_seconds, ends)))
                    for ends in pairs(row)
                ]
        return shifts

    def holidays(self, first: date, last: date) -> tuple[Holiday, ...]:
        """Those from `first` through `last`, both inclusive, that cancel hours, sorted by date."""
        return self._rules.holidays(day_number(first), day_number(last))

    def decides(self, special: SpecialHours, first: date, last: date) -> bool:
        """Whether these special hours have their way on some day from `first` through `last`."""
        return self._rules.decides(special, day_number(first), day_number(last))

    def _change_after(self, at: datetime) -> datetime | None:
        horizon = self._around(at)
        change = horizon.change_after(at)
        if change is None and horizon.end < min(at + _NEAR, LATEST):
            horizon = self._horizon = self._expand_near(at)
            change = horizon.change_after(at)
        if change is not None or horizon.end >= LATEST:
            return change
        for irregularity in self._irregularities_after(horizon.end - _AROUND_IRREGULARITY):
            around = self._expand_around(irregularity)
            change = around.change_after(at)
            if change is not None:
                self._horizon = horizon.joined(around)
                return change
        self._horizon = horizon.widened(horizon.start, LATEST)
        return None

    def _change_at_or_before(self, at: datetime) -> datetime | None:
        horizon = self._around(at)
        change = horizon.change_at_or_before(at)
        if change is None and horizon.start > max(at - _NEAR, EARLIEST):
            horizon = self._horizon = self._expand_near(at)
            change = horizon.change_at_or_before(at)
        if change is not None or horizon.start <= EARLIEST:
            return change
        for irregularity in self._irregularities_before(horizon.start + _AROUND_IRREGULARITY):
            around = self._expand_around(irregularity)
            change = around.change_at_or_before(at)
            if change is not None:
                self._horizon = around.joined(horizon)
                return change
        self._horizon = horizon.widened(EARLIEST, horizon.end)
        return None

    def _irregularities_after(self, start: datetime) -> Iterator[datetime]:
        while start < LATEST:
            end = min(start + _SEARCH_STEP, LATEST)
            yield from self._irregularities(start, end)
            start = end

    def _irregularities_before(self, end: datetime) -> Iterator[datetime]:
        while end > EARLIEST:
            start = max(end - _SEARCH_STEP, EARLIEST)
            yield from reversed(self._irregularities(start, end))
            end = start

    def _irregularities(self, start: datetime, end: datetime) -> list[datetime]:
        found = self._expansion.irregularities(to_seconds(start), to_seconds(end))
        return list(map(from_seconds, found))

    def _expand_around(self, irregularity: datetime) -> Horizon:
        return self._expansion.horizon(
            irregularity - _AROUND_IRREGULARITY, irregularity + _AROUND_IRREGULARITY
        )

    def _around(self, at: datetime) -> Horizon:
        horizon = self._horizon
        if not horizon.start <= at < horizon.end:
            horizon = self._horizon = self._expand_near(at)
        return horizon

    def _expand_near(self, at: datetime) -> Horizon:
        return self._expansion.horizon(at - _NEAR, at + _NEAR)
