"""For how long the page, a department and its languages read as they do at an instant."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from support.contact_page.lines.department_clock import department_clock
from support.contact_page.lines.midnight import midnight
from support.contact_page.lines.spell import FOR_GOOD, Spell, spell
from support.directory import DepartmentEntry, Directory, Exceptions, ServedLanguage
from support.locales.zones import UTC as UTC_CLOCK

_DAY = timedelta(days=1)


def valid_until(directory: Directory, at: datetime, zone: str | None = None) -> datetime | None:
    """The next instant at which the page may read differently; None if it never does.

    `zone` is the clock by which its pictures of the week are drawn, where that is a chosen one.
    """
    until = min(
        (department_spell(entry, at).until for entry in directory.departments), default=FOR_GOOD
    )
    if zone and until != FOR_GOOD:
        until = min(until, _next_midnight(at, zone))
    return None if until == FOR_GOOD else until


def department_valid_until(entry: DepartmentEntry, at: datetime) -> datetime | None:
    """The same for the page of a department."""
    until = department_spell(entry, at).until
    return None if until == FOR_GOOD else until


def department_spell(entry: DepartmentEntry, at: datetime) -> Spell:
    return spell(entry, at, _department_until)


def language_spell(served: ServedLanguage, at: datetime) -> Spell:
    return spell(served, at, language_until)


def spell_for_good(directory: Directory, at: datetime) -> Spell:
    """Of what no instant changes."""
    return spell(directory, at, lambda directory, at: FOR_GOOD)


def _department_until(entry: DepartmentEntry, at: datetime) -> datetime:
    languages = [language_spell(served, at).until for served in entry.languages]
    edges = [*languages, *_edges_of_closures(entry.exceptions, at)]
    if any(served.hours for served in entry.languages):
        edges.append(_next_midnight(at, department_clock(entry)))
    return min(edges, default=FOR_GOOD)


def language_until(served: ServedLanguage, at: datetime) -> datetime:
    """The next instant at which it may read differently, or another rule may decide."""
    return min(_turning_points(served, at), default=FOR_GOOD)


def _turning_points(served: ServedLanguage, at: datetime) -> Iterator[datetime]:
    """A state changes; a UTC day begins, and with it the time whose hours are carried; where dates
    matter, a day begins on some clock, or a closure does or ends; where several rules may have a
    say, another one has it."""
    yield served.timetable.next_change(at) or FOR_GOOD
    if served.hours:
        yield _next_midnight(at, UTC_CLOCK)
    if served.depends_on_dates:
        yield from _edges_of_closures(served.exceptions, at)
        yield from (_next_midnight(at, zone) for zone in served.zones)
    if served.depends_on_dates or len(served.hours) > 1:
        yield served.timetable.explained_until(at) or FOR_GOOD


def _edges_of_closures(exceptions: Exceptions, at: datetime) -> Iterator[datetime]:
    for closure in exceptions.closures:
        yield from (edge for edge in closure.closure.interval if edge > at)


def _next_midnight(at: datetime, zone: str) -> datetime:
    return midnight(at.astimezone(ZoneInfo(zone)).date() + _DAY, zone)
