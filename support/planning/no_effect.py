"""Why special hours or a closure change nobody's hours.

Pure, like the engine: the instant is an argument.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime, time, timedelta
from enum import Enum, auto
from zoneinfo import ZoneInfo

from support.directory import DepartmentEntry, ServedLanguage
from support.locales.zones import UTC
from support.schedule import (
    Closure,
    Effect,
    Interval,
    SpecialHours,
    Timetable,
    date_of,
    day_number,
    without,
)

_YEAR = timedelta(days=366)
# Clocks are up to 26 hours apart, and a shift lasts until the day after the one on which it begins.
_AROUND = timedelta(days=3)


class NoEffect(Enum):
    """A reason for which an exception changes nothing."""

    OVER = auto()
    NO_SET_HOURS = auto()
    CLOSED_ANYWAY = auto()
    OPEN_ANYWAY = auto()
    LATER = auto()


def no_effect(
    departments: Iterable[DepartmentEntry],
    exception: SpecialHours | Closure,
    now: datetime,
    until: datetime,
) -> NoEffect | None:
    """Return why an exception of these departments changes no hours from `now` until `until`.

    None if it changes some. LATER stands for one that changes hours only after `until`.
    """
    tables = [served.timetable for entry in departments for served in _concerned(entry, exception)]
    scheduled = [table for table in tables if isinstance(table, Timetable)]
    if not scheduled:
        return NoEffect.NO_SET_HOURS if tables else None
    stretch = _stretch(exception, now)
    changes = list(_first_changes(scheduled, exception, stretch)) if stretch else []
    if changes:
        return None if min(changes) < until else NoEffect.LATER
    if stretch is None or _is_over(exception, now):
        return NoEffect.OVER
    return NoEffect.CLOSED_ANYWAY if _closes(exception) else NoEffect.OPEN_ANYWAY


def _concerned(
    entry: DepartmentEntry, exception: SpecialHours | Closure
) -> Iterator[ServedLanguage]:
    """Yield the languages of a department for which the exception is."""
    for served in entry.languages:
        exceptions = served.exceptions
        those = (
            [each.closure for each in exceptions.closures]
            if isinstance(exception, Closure)
            else [each.special for each in exceptions.special_hours]
        )
        if exception in those:
            yield served


def _stretch(exception: SpecialHours | Closure, now: datetime) -> Interval | None:
    """Return the time to look at: a year from where the exception begins or goes on."""
    if isinstance(exception, Closure):
        start, end = exception.interval
    else:
        today = day_number(now.date()) - _AROUND.days
        last = day_number(exception.ends) if exception.ends else today + 5 * _YEAR.days
        day = next(iter(exception.days(today, max(last, today))), None)
        if day is None:
            return None
        start, end = _midnight(day) - _AROUND, _midnight(last) + _AROUND
    start = max(start, now)
    end = min(end, start + _YEAR)
    return Interval(start, end) if start < end else None


def _is_over(exception: SpecialHours | Closure, now: datetime) -> bool:
    if isinstance(exception, Closure):
        return exception.interval.end <= now
    return exception.ends is not None and exception.ends < now.date()


def _midnight(day: int) -> datetime:
    return datetime.combine(date_of(day), time(), ZoneInfo(UTC))


def _first_changes(
    tables: Iterable[Timetable], exception: SpecialHours | Closure, stretch: Interval
) -> Iterator[datetime]:
    """Yield when each timetable begins to differ from itself without the exception, if it does."""
    for table in tables:
        other = Timetable(
            table.windows,
            [each for each in table.special_hours if each != exception],
            [each for each in table.closures if each != exception],
        )
        hours, others = table.intervals(*stretch), other.intervals(*stretch)
        differing = [*without(hours, others)[:1], *without(others, hours)[:1]]
        yield from (each.start for each in differing)


def _closes(exception: SpecialHours | Closure) -> bool:
    return isinstance(exception, Closure) or exception.effect is Effect.CLOSED
