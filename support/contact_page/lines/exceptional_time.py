"""When, within a span of time, an exceptional rule decides, and what it overrides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple

from support.contact_page.lines.exceptional import times_of
from support.contact_page.lines.reason_line import is_otherwise
from support.contact_page.lines.valid_until import language_until
from support.directory import ServedLanguage
from support.schedule import (
    Closure,
    Holiday,
    Interval,
    Reason,
    Rule,
    SpecialHours,
    State,
    Timetable,
    Unscheduled,
    Window,
)

_EXCEPTIONAL = {
    Rule.CLOSURE,
    Rule.SPECIAL_HOURS,
    Rule.PUBLIC_HOLIDAY,
    Rule.BEFORE_HOLIDAY,
}

# On any clock, a day begins within a day of its midnight in UTC; the shifts that it cancels are
# over two days after it has begun. A holiday is a day on the clock of its calendar, and its hours
# can begin on the day before or after by the clock on which they are stated.
_BEFORE = timedelta(days=2)
_AFTER = timedelta(days=4)


class Overridden(NamedTuple):
    """What would have a say if a more important rule had none."""

    special_hours: tuple[SpecialHours, ...] = ()
    holidays: tuple[Holiday, ...] = ()
    windows: tuple[Window, ...] = ()

    def joined(self, other: Overridden) -> Overridden:
        """Return what either has, each once, in the order in which they first come."""
        return Overridden(
            tuple(dict.fromkeys([*self.special_hours, *other.special_hours])),
            tuple(dict.fromkeys([*self.holidays, *other.holidays])),
            tuple(dict.fromkeys([*self.windows, *other.windows])),
        )


@dataclass(frozen=True, slots=True)
class ExceptionalTime:
    """Hold the time in which the same rows of an exceptional rule decide, from `start` until `end`.

    `otherwise` are the times of it at which the hours would be otherwise without that rule.
    """

    start: datetime
    end: datetime
    reason: Reason
    overridden: Overridden
    otherwise: tuple[Interval, ...]

    @property
    def _decides(self) -> tuple[State, Rule, tuple[Closure | SpecialHours | Holiday, ...]]:
        reason = self.reason
        return (
            reason.state,
            reason.rule,
            (*reason.closures, *reason.special_hours, *reason.holidays),
        )

    def goes_on_in(self, later: ExceptionalTime) -> bool:
        return self.end == later.start and self._decides == later._decides

    def joined(self, later: ExceptionalTime) -> ExceptionalTime:
        """Return both as one; `later` begins as this one ends."""
        otherwise = [*self.otherwise, *later.otherwise]
        if self.otherwise and later.otherwise and otherwise[-2].end == otherwise[-1].start:
            otherwise[-2:] = [Interval(otherwise[-2].start, otherwise[-1].end)]
        return replace(
            self,
            end=later.end,
            overridden=self.overridden.joined(later.overridden),
            otherwise=tuple(otherwise),
        )


def exceptional_times(
    served: ServedLanguage, start: datetime, end: datetime
) -> tuple[ExceptionalTime, ...]:
    """Return them sorted and disjoint, cut at both ends. Only the days near exceptions are
    looked at."""
    found: list[ExceptionalTime] = []
    for each in _steps(served, start, end):
        if found and found[-1].goes_on_in(each):
            found[-1] = found[-1].joined(each)
        else:
            found.append(each)
    return tuple(found)


def _steps(served: ServedLanguage, start: datetime, end: datetime) -> Iterator[ExceptionalTime]:
    """Yield one for each time in which no other rule has a say."""
    places = list(_places(served, start, end))
    at = start
    while ahead := [place for place in places if place.end > at]:
        at = max(at, min(place.start for place in ahead))
        if at >= end:
            return
        until = min(language_until(served, at), end)
        reason, *others = _reasons(served.timetable, at)
        if reason.rule in _EXCEPTIONAL:
            overridden = _overridden(served, reason, others)
            otherwise = (Interval(at, until),) if is_otherwise(served, reason, at) else ()
            yield ExceptionalTime(at, until, reason, overridden, otherwise)
        at = until


def _places(served: ServedLanguage, start: datetime, end: datetime) -> Iterator[Interval]:
    """Yield the times outside of which only the ordinary rules decide."""
    for closure in served.exceptions.closures:
        if closure.closure.interval.end > start:
            yield closure.closure.interval
    first, last = (start - _AFTER).date(), (end + _BEFORE).date()
    for entry in served.exceptions.special_hours:
        for days in times_of(entry, first, last):
            yield Interval(_midnight(days.first) - _BEFORE, _midnight(days.last) + _AFTER)
    for change in served.timetable.holiday_changes(first, last):
        yield Interval(_midnight(change.day) - _BEFORE, _midnight(change.day) + _AFTER)


def _reasons(timetable: Timetable | Unscheduled, at: datetime) -> Iterator[Reason]:
    """Yield the one that decides, and those of lower rank."""
    state = State.OPEN if timetable.is_open(at) else State.CLOSED
    decided = False
    for reason in timetable.explain(at):
        decided = decided or reason.state is state
        if decided and not reason.lost:
            yield reason


def _overridden(served: ServedLanguage, decides: Reason, others: Iterable[Reason]) -> Overridden:
    regular = served.timetable.windows
    cancelled = decides.windows if decides.state is State.CLOSED else ()
    found = Overridden(windows=tuple(window for window in cancelled if window in regular))
    for reason in others:
        specials = tuple(each for each in reason.special_hours if each not in decides.special_hours)
        windows = tuple(window for window in reason.windows if window in regular)
        holidays = tuple(each for each in reason.holidays if each not in decides.holidays)
        found = found.joined(Overridden(specials, holidays, windows))
    return found


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(0), UTC)
