"""What is not ordinary in the coming days: special hours, holidays, closures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from support.contact_page.lines.viewpoint import LOOK_AHEAD, Viewpoint
from support.directory import ClosureEntry, ServedLanguage, SpecialHoursEntry
from support.locales.zones import UTC
from support.schedule import (
    DayHours,
    Effect,
    Holiday,
    Repeats,
    Rule,
    date_of,
    day_number,
)

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class SpecialDays:
    """Special hours on the days from `first` through `last`: one of the times that they come."""

    entry: SpecialHoursEntry
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class HolidayHours:
    """A public holiday, or the `day` before one, and the `hours` that windows have on it.

    Each of the hours goes with its zone; where there are none, the day is closed.
    """

    day: date
    rule: Rule
    holiday: Holiday
    hours: tuple[tuple[DayHours, str], ...]


Exceptional = SpecialDays | HolidayHours | ClosureEntry


def exceptionals(served: ServedLanguage, view: Viewpoint) -> Iterator[Exceptional]:
    """Yield what concerns a language in the days that the page looks ahead.

    Of days that begin there and go on for longer, all is told that is otherwise on some of them.
    """
    first = today(served, view)
    last = first + LOOK_AHEAD
    for closure in served.exceptions.closures:
        if closure.closure.interval.end > view.at and begins(closure) <= last:
            yield closure
    near = list(_deciding(served, first, last))
    yield from near
    yield from _within(served, near, last)
    yield from holiday_hours(served, first, last)


def _deciding(served: ServedLanguage, first: date, last: date) -> Iterator[SpecialDays]:
    for entry in served.exceptions.special_hours:
        for days in times_of(entry, first, last):
            if served.timetable.decides(entry.special, max(days.first, first), days.last):
                yield days


def _within(
    served: ServedLanguage, near: Sequence[SpecialDays], last: date
) -> Iterator[SpecialDays]:
    """Yield the special hours after `last` that go before others, which begin by then."""
    ends = max((days.last for days in near), default=last)
    for days in _deciding(served, last + _DAY, ends) if ends > last else ():
        if days.first > last and any(
            days.first <= outer.last and _goes_before(days, outer) for outer in near
        ):
            yield days


def _goes_before(days: SpecialDays, outer: SpecialDays) -> bool:
    one, other = days.entry.special, outer.entry.special
    return one.rank >= other.rank and not one.effect is other.effect is Effect.CLOSED


def times_of(entry: SpecialHoursEntry, first: date, last: date) -> Iterator[SpecialDays]:
    """Yield the times that special hours come from `first` through `last`, in full."""
    special, start, end = entry.special, day_number(first), day_number(last)
    ranges = special.ranges(start, end)
    if special.repeats is Repeats.MONTHLY:
        ranges = ((day, day) for day in special.days(start, end))
    for range_ in ranges:
        yield SpecialDays(entry, *map(date_of, range_))


def holiday_hours(served: ServedLanguage, first: date, last: date) -> Iterator[HolidayHours]:
    """Yield what public holidays do to a language from `first` through `last`, by day."""
    found: dict[tuple[date, Rule, Holiday], dict[tuple[DayHours, str], None]] = {}
    for change in served.timetable.holiday_changes(first, last):
        hours = found.setdefault((change.day, change.rule, change.holiday), {})
        if change.hours:
            hours[change.hours, change.window.zone] = None
    for (day, rule, holiday), stated in found.items():
        yield HolidayHours(day, rule, holiday, tuple(stated))


def today(served: ServedLanguage, view: Viewpoint) -> date:
    """Return the earliest of the dates that it is on the clocks of the language's windows."""
    return min(view.at.astimezone(ZoneInfo(zone)).date() for zone in window_zones(served))


def window_zones(served: ServedLanguage) -> tuple[str, ...]:
    """Return the clocks of the windows, in order; UTC where there are none."""
    return tuple(dict.fromkeys(hours.window.zone for hours in served.hours)) or (UTC,)


def begins(exceptional: Exceptional) -> date:
    """Return the day on which it begins, on the clock by which it is stated."""
    if isinstance(exceptional, SpecialDays):
        return exceptional.first
    if isinstance(exceptional, HolidayHours):
        return exceptional.day
    start = exceptional.closure.interval.start
    return start.astimezone(ZoneInfo(exceptional.zone)).date()
