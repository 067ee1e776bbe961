"""For how long the page, a department and its languages read as they do at an instant."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from support.contact_page.lines.department_clock import department_clock
from support.contact_page.lines.midnight import next_midnight
from support.directory import DepartmentEntry, Directory, Exceptions, ServedLanguage
from support.locales.zones import UTC as UTC_CLOCK
from support.parts import END_OF_TIME, Period, parts


def valid_until(directory: Directory, at: datetime, zone: str | None = None) -> datetime | None:
    """Return the next instant at which the page may read differently; None if it never does.

    `zone` is the clock on which the page is shown, where one is chosen.
    """
    untils = (department_period(entry, at, zone).until for entry in directory.departments)
    return _or_never(min([*untils, directory.until or END_OF_TIME]))


def department_valid_until(
    directory: Directory, entry: DepartmentEntry, at: datetime, zone: str | None = None
) -> datetime | None:
    """Return the next instant at which the page of a department may read differently, or None."""
    until = department_period(entry, at, zone).until
    return _or_never(min(until, directory.until or END_OF_TIME))


def department_period(entry: DepartmentEntry, at: datetime, zone: str | None = None) -> Period:
    """Return the period in which a department reads as it does at `at`."""
    period = parts.period("department", (entry,), (), at, lambda: _department_until(entry, at))
    if zone and any(served.hours for served in entry.languages):
        period = period.within(day_period(zone, at))
    return period


def language_period(served: ServedLanguage, at: datetime, zone: str | None = None) -> Period:
    """Return the period in which a language of a department reads as it does at `at`."""
    period = parts.period("language", (served,), (), at, lambda: language_until(served, at))
    if zone and served.hours:
        period = period.within(day_period(zone, at))
    return period


def day_period(zone: str, at: datetime) -> Period:
    """Return the rest of the day that it is at `at` on the clock of `zone`."""
    return parts.period("day", (), (zone,), at, lambda: next_midnight(at, zone))


def language_until(served: ServedLanguage, at: datetime) -> datetime:
    """Return the next instant at which it may read differently, or another rule may decide."""
    return min(_turning_points(served, at), default=END_OF_TIME)


def _or_never(until: datetime) -> datetime | None:
    return None if until == END_OF_TIME else until


def _department_until(entry: DepartmentEntry, at: datetime) -> datetime:
    languages = [language_period(served, at).until for served in entry.languages]
    publicity = entry.publicity.next_change(at) or END_OF_TIME
    edges = [publicity, *languages, *_edges_of_closures(entry.exceptions, at)]
    if any(served.hours for served in entry.languages):
        edges.append(day_period(department_clock(entry), at).until)
    return min(edges)


def _turning_points(served: ServedLanguage, at: datetime) -> Iterator[datetime]:
    """Yield when a state changes, when a day begins on one of its clocks, since what is tomorrow
    is then today, or a UTC day, and with it the time whose hours are carried; where dates matter,
    when a closure begins or ends; where several rules may have a say, when another one has it."""
    yield served.timetable.next_change(at) or END_OF_TIME
    if served.hours:
        yield from (day_period(zone, at).until for zone in {UTC_CLOCK, *served.zones})
    if served.depends_on_dates:
        yield from _edges_of_closures(served.exceptions, at)
        if not served.hours:
            yield from (day_period(zone, at).until for zone in served.zones)
    if served.depends_on_dates or len(served.hours) > 1:
        yield served.timetable.explained_until(at) or END_OF_TIME


def _edges_of_closures(exceptions: Exceptions, at: datetime) -> Iterator[datetime]:
    for closure in exceptions.closures:
        yield from (edge for edge in closure.closure.interval if edge > at)
