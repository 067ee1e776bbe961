"""The hours of one department in one language: all of its windows with their exceptions."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple

from support.schedule.closure import Closure
from support.schedule.day_hours import DayHours
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

_SECOND = timedelta(seconds=1)

# A week and a day to either side holds every change of ordinary weekly hours.
_NEAR = timedelta(days=8)

# How far to search for a change that is not near: a year, then twice as far each time.
_FIRST_SEARCH, _LONGEST_SEARCH = timedelta(days=366), timedelta(days=16 * 366)

# What intervals of a longer time are asked for is not kept: two years are some 100 KB.
_LONGEST_KEPT = timedelta(days=800)


# Before anything has been worked out.
_NOTHING_YET = Horizon(EARLIEST, EARLIEST, [], open_at_start=False)


class Shift(NamedTuple):
    """What is left of the hours of a window that begin on `day`."""

    day: date
    window: Window
    interval: Interval


class Loss(NamedTuple):
    """A day on which special hours do not have all their way.

    `to` are the special hours that go before them or hold besides, `shifts` what holds on that day.
    """

    day: date
    to: tuple[SpecialHours, ...]
    shifts: tuple[Shift, ...]


class HolidayChange(NamedTuple):
    """What a public holiday does to a window on a `day` of its calendar.

    The day is the holiday itself (PUBLIC_HOLIDAY) or the one before it (BEFORE_HOLIDAY); `hours`
    are those that the window has in place of its own, None where it has none.
    """

    day: date
    rule: Rule
    holiday: Holiday
    window: Window
    hours: DayHours | None


class Timetable:
    """The hours of one department in one language. Immutable.

    Every method takes aware datetimes and answers in UTC. Raises NaiveInstant for a datetime
    without a zone, InstantOutOfRange for one outside the years that the engine answers for. A
    change outside them counts as none: "always" and "never" mean in all of those years.
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
            (closure.start for closure in self.closures),
            (closure.until for closure in self.closures),
        )
        self._expansion = Expansion(self._rules, self._closed)
        self._horizon = _NOTHING_YET

    def is_open(self, at: datetime) -> bool:
        if at.tzinfo is UTC:
            horizon = self._horizon
            state = horizon.states[bisect_right(horizon.edges, at)]
            if state is not None:
                return state
        horizon = self._around(to_utc(at))
        return horizon.states[bisect_right(horizon.edges, at)] is True

    def next_change(self, at: datetime) -> datetime | None:
        """Return the first instant after `at` with another state; None if there never is one."""
        if at.tzinfo is UTC:
            horizon = self._horizon
            change = horizon.next_changes[bisect_right(horizon.edges, at)]
            if change is not UNKNOWN:
                return change
        return self._change_after(to_utc(at))

    def explained_until(self, at: datetime) -> datetime | None:
        """Return the next instant at which `explain` can answer otherwise, days and closures aside.

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
        """Return every rule that has a say about `at` by precedence, then those that lost.

        The first that speaks for the state of the timetable is the one that decides it. Special
        hours and holidays have a say where they let hours hold, and where they cancel hours that
        would hold at `at` or would begin on its day. Of the same hours, those rules come last and
        are marked as lost that other special hours go before.
        """
        at = to_utc(at)
        instant = to_seconds(at)
        closures = tuple(c for c in self.closures if c.start <= instant < c.until)
        reasons = [Reason(Rule.CLOSURE, State.CLOSED, closures=closures)] if closures else []
        having_a_say, lost = self._rules.reasons_at(instant)
        return (*reasons, *having_a_say, Reason(Rule.OUTSIDE_HOURS, State.CLOSED), *lost)

    def intervals(self, start: datetime, end: datetime) -> list[Interval]:
        """Return the open intervals within [start, end), sorted, disjoint and cut at both ends.

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
        """Return the windows that hold at `at`, special ones included; empty when closed."""
        if not self.is_open(at):
            return ()
        return self._rules.windows_at(to_seconds(to_utc(at)))

    def shifts(self, first: date, last: date) -> list[Shift]:
        """Return the hours that begin on the days from `first` through `last`, both inclusive.

        Each window counts the days by its own clock. Closures are taken off; a shift that they
        take whole is left out.
        """
        shifts: list[Shift] = []
        for source in self._rules.sources:
            for day in source.days(day_number(first), day_number(last)):
                row = subtract(merge(*source.window.spans([day])), self._closed)
                shifts += [
                    Shift(date_of(day), source.window, Interval(*map(from_seconds, ends)))
                    for ends in pairs(row)
                ]
        return shifts

    def holidays(self, first: date, last: date) -> tuple[Holiday, ...]:
        """Return the public holidays that cancel hours, from `first` through `last`, by date.

        They count by the clock of their calendar. Where a window has other hours on holidays, its
        own are cancelled all the same; `holiday_changes` names both.
        """
        return self._rules.holidays(day_number(first), day_number(last))

    def holiday_changes(self, first: date, last: date) -> tuple[HolidayChange, ...]:
        """Return what public holidays do to each window, from `first` through `last`, by day.

        Days count by the clock of the calendar, those before a holiday included.
        """
        rules = self._rules.holiday_rules(day_number(first), day_number(last))
        found = [
            HolidayChange(date_of(rule.calendar_day), rule.rule, rule.holiday, window, rule.hours)
            for window, rule in rules
        ]
        return tuple(sorted(found, key=lambda change: change.day))

    def decides(self, special: SpecialHours, first: date, last: date) -> bool:
        """Return whether special hours have their way on some day from `first` through `last`."""
        return self._rules.decides(special, day_number(first), day_number(last))

    def losses(self, special: SpecialHours, first: date, last: date) -> tuple[Loss, ...]:
        """Return the days from `first` through `last` on which special hours lose, and to what.

        A closed day loses too where other special hours of equal standing hold besides it.
        """
        lost = list(self._rules.losses(special, day_number(first), day_number(last)))
        if not lost:
            return ()
        shifts: dict[date, list[Shift]] = {}
        for shift in self.shifts(date_of(lost[0][0]), date_of(lost[-1][0])):
            shifts.setdefault(shift.day, []).append(shift)
        days = ((date_of(day), to) for day, to in lost)
        return tuple(Loss(day, to, tuple(shifts.get(day, ()))) for day, to in days)

    def _change_after(self, at: datetime) -> datetime | None:
        horizon = self._around(at)
        change = horizon.change_after(at)
        if change is None and horizon.end < min(at + _NEAR, LATEST):
            horizon = self._horizon = self._expand_near(at)
            change = horizon.change_after(at)
        if change is not None or horizon.end >= LATEST:
            return change
        start, reach = horizon.end, _FIRST_SEARCH
        _, last = self._expansion.bounds
        while start < last:
            end = start + min(reach, last - start)
            change = self._expansion.first_change(start, end)
            if change is not None:
                self._horizon = horizon.joined(self._expand_near(change))
                return change
            start, reach = end, min(2 * reach, _LONGEST_SEARCH)
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
        first, last = self._expansion.bounds
        end, reach = min(horizon.start + _SECOND, last), _FIRST_SEARCH
        while end > first:
            start = end - min(reach, end - first)
            change = self._expansion.last_change(start, end)
            if change is not None and change > EARLIEST:
                self._horizon = self._expand_near(change).joined(horizon)
                return change
            end, reach = start, min(2 * reach, _LONGEST_SEARCH)
        self._horizon = horizon.widened(EARLIEST, horizon.end)
        return None

    def _around(self, at: datetime) -> Horizon:
        horizon = self._horizon
        if not horizon.start <= at < horizon.end:
            horizon = self._horizon = self._expand_near(at)
        return horizon

    def _expand_near(self, at: datetime) -> Horizon:
        return self._expansion.horizon(at - _NEAR, at + _NEAR)
