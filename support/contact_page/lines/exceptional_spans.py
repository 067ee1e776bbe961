"""The times that an exception really closes or opens, for one language of a department."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta

from support.contact_page.lines.exceptional import (
    Exceptional,
    HolidayHours,
    SpecialDays,
    window_zones,
)
from support.contact_page.lines.minutes import in_minutes
from support.contact_page.lines.told_time import Form, Span
from support.directory import ClosureEntry, ServedLanguage
from support.schedule import (
    Effect,
    Interval,
    Rule,
    Shift,
    SpecialHours,
    Window,
    date_of,
    day_number,
    without,
)
from support.schedule.instant import EARLIEST, LATEST, from_seconds
from support.schedule.zone import Zone
from support.schedule.zone import zone as clock_of

# What is longer is told by its own words alone.
_LONGEST = timedelta(days=100)

_MINUTE = timedelta(minutes=1)


def form_of(exceptional: Exceptional) -> Form:
    """Return how the times of an exception are told."""
    if isinstance(exceptional, ClosureEntry):
        return Form.CLOSED if exceptional.closure.end is not None else Form.UNTIL_FURTHER_NOTICE
    if isinstance(exceptional, HolidayHours):
        return Form.OPEN if exceptional.hours else Form.CLOSED
    match exceptional.entry.special.effect:
        case Effect.CLOSED:
            return Form.CLOSED
        case Effect.ALSO:
            return Form.ALSO
        case Effect.HOURS | Effect.AS_USUAL | Effect.AS_WEEKDAY:
            return Form.OPEN


def zones_of(exceptional: Exceptional, served: ServedLanguage) -> tuple[str, ...]:
    """Return the clocks by which its own words tell its times."""
    if isinstance(exceptional, ClosureEntry):
        return (exceptional.zone,)
    if isinstance(exceptional, SpecialDays) and exceptional.entry.special.has_hours:
        return (exceptional.entry.special.window.zone,)
    return window_zones(served)


def is_shifted(exceptional: Exceptional, served: ServedLanguage) -> bool:
    """Return whether a holiday takes or gives hours that begin on another day than its own."""
    if not isinstance(exceptional, HolidayHours):
        return False
    return any(
        date_of(window_day) != exceptional.day
        for window, clock in _observing(exceptional, served)
        for window_day in _days_of_holiday(exceptional, window, window, clock)
    )


def is_too_long(days: SpecialDays) -> bool:
    """Return whether so many days are told by their own words alone."""
    return days.last - days.first > _LONGEST


def spans_of(exceptional: Exceptional, served: ServedLanguage) -> tuple[Span, ...]:
    """Return the times in order; none where nothing is other than it would be all the same.

    Times that are closed with nothing open between them are one.
    """
    if isinstance(exceptional, ClosureEntry):
        return (_span(exceptional.closure.interval),)
    if isinstance(exceptional, SpecialDays):
        if is_too_long(exceptional):
            return ()
        special = exceptional.entry.special
        shifts = _special_shifts(exceptional, special, served)
        is_closed = special.effect is Effect.CLOSED
    else:
        shifts = sorted(_holiday_shifts(exceptional, served))
        is_closed = not exceptional.hours
    return _closed(shifts, served) if is_closed else tuple(map(_span, shifts))


def _special_shifts(
    days: SpecialDays, special: SpecialHours, served: ServedLanguage
) -> list[Interval]:
    """Return what special hours cancel if they close, else what they let hold."""
    is_closed = special.effect is Effect.CLOSED
    timetable = served.regular if is_closed else served.timetable
    named = set(map(date_of, special.days(day_number(days.first), day_number(days.last))))
    decided = {day for day in named if served.timetable.decides(special, day, day)}
    shifts: Iterable[Shift] = timetable.shifts(days.first, days.last)
    return sorted(
        {
            shift.interval
            for shift in shifts
            if shift.day in decided and (not special.has_hours or shift.window == special.window)
        }
    )


def _holiday_shifts(hours: HolidayHours, served: ServedLanguage) -> Iterator[Interval]:
    for window, clock in _observing(hours, served):
        instead = window.on_holidays
        if hours.rule is Rule.BEFORE_HOLIDAY:
            instead = window.before_holidays
        if not hours.hours or instead:
            told = window.with_hours(instead) if instead else window
            for day in _days_of_holiday(hours, window, told, clock):
                starts, ends = told.spans([day])
                yield from map(Interval, map(from_seconds, starts), map(from_seconds, ends))


def _observing(hours: HolidayHours, served: ServedLanguage) -> Iterator[tuple[Window, Zone]]:
    """Yield the windows that observe the calendar of a holiday, with its clock."""
    for stated in served.hours:
        calendar = stated.window.holidays
        if calendar and calendar.code == hours.holiday.calendar:
            yield stated.window, clock_of(calendar.zone or stated.window.zone)


def _days_of_holiday(hours: HolidayHours, window: Window, told: Window, clock: Zone) -> list[int]:
    """Return the days on which the hours of `told` first begin on the day of the calendar.

    There are none where the `window` has no hours on that day.
    """
    number = day_number(hours.day)
    near = range(number - 2, number + 3)
    own = window.days(near[0], near[-1])
    if all(clock.day_at(window.first_instant(day)) != number for day in own):
        return []
    days = own if told is window else near
    return [day for day in days if clock.day_at(told.first_instant(day)) == number]


def _closed(shifts: Sequence[Interval], served: ServedLanguage) -> tuple[Span, ...]:
    """Return what is not open of these shifts, joined where nothing is open between."""
    if not shifts:
        return ()
    start = max(shifts[0].start, EARLIEST)
    end = min(max(shift.end for shift in shifts), LATEST - _MINUTE)
    real = served.timetable.intervals(start, end)
    found: list[Interval] = []
    for shift in shifts:
        for rest in without([shift], real):
            if found and not _is_open_between(found[-1].end, rest.start, real):
                found[-1] = Interval(found[-1].start, max(found[-1].end, rest.end))
            else:
                found.append(rest)
    return tuple(map(_span, found))


def _is_open_between(start: datetime, end: datetime, real: Sequence[Interval]) -> bool:
    return any(open_.start < end and start < open_.end for open_ in real)


def _span(interval: Interval) -> Span:
    return Span(in_minutes(interval.start), in_minutes(interval.end))
