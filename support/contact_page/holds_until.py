from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from support.directory import Directory
from support.schedule import Window


def holds_until(directory: Directory, at: datetime) -> datetime | None:
    """The next instant at which the page reads differently; None if it never does.

    A state changes, or a validity that the page tells of begins or is over.
    """
    return min(
        (instant for instant in _turning_points(directory, at) if instant > at), default=None
    )


def _turning_points(directory: Directory, at: datetime) -> Iterator[datetime]:
    for entry in directory.departments:
        for served in entry.languages:
            change = served.timetable.next_change(at)
            if change:
                yield change
            for hours in served.hours:
                yield from _validity_edges(hours.window)


def _validity_edges(window: Window) -> Iterator[datetime]:
    first, last = window.valid_from, window.valid_through
    if first:
        yield _midnight(first, window.zone)
    if last and last < date.max:
        yield _midnight(last + timedelta(days=1), window.zone)


def _midnight(day: date, zone: str) -> datetime:
    return datetime.combine(day, time(0), ZoneInfo(zone)).astimezone(UTC)
