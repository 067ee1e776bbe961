"""Count open time: what a department is expected to answer in, in one language."""

from __future__ import annotations

from datetime import datetime, timedelta

from support.directory import Directory, ServedLanguage


def served_in(directory: Directory, department: str, language: str) -> ServedLanguage | None:
    """Return the hours of a department in a language; None where it states none there."""
    entry = directory.department(department)
    if entry is None:
        return None
    served = next((each for each in entry.languages if each.tag == language), None)
    return served if served and served.hours else None


def open_seconds(
    directory: Directory, department: str, language: str, since: datetime, until: datetime
) -> int | None:
    """Return the open time from `since` until `until`; None where no hours are stated."""
    served = served_in(directory, department, language)
    if served is None:
        return None
    intervals = served.timetable.intervals(since, max(since, until))
    return round(sum((each.end - each.start for each in intervals), timedelta()).total_seconds())


def promised_at(
    directory: Directory, department: str, language: str, at: datetime
) -> datetime | None:
    """Return when a message of `at` is read: at once while the hours last, else when they begin.

    None where no hours are stated, or where none will ever be.
    """
    served = served_in(directory, department, language)
    if served is None:
        return None
    return at if served.timetable.is_open(at) else served.timetable.next_change(at)
