"""The hours between two instants as they really are, for programs."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from support.directory import DepartmentEntry, Directory, ServedLanguage
from support.rfc3339 import format_instant
from support.schedule import Unscheduled


def intervals(
    directory: Directory,
    start: datetime,
    end: datetime,
    locale: str,
    department: str | None = None,
    language: str | None = None,
) -> dict[str, Any]:
    """The answer of /api/v1/intervals; intervals are cut at `start` and `end`.

    With `language`, departments that do not serve it are left out.
    """
    entries = [e for e in directory.departments if department in (None, e.slug)]
    answers = [_department(entry, start, end, locale, language) for entry in entries]
    return {
        "from": format_instant(start),
        "to": format_instant(end),
        "revision": directory.revision,
        "departments": [answer for answer in answers if answer["languages"] or not language],
    }


def _department(
    entry: DepartmentEntry, start: datetime, end: datetime, locale: str, language: str | None
) -> dict[str, Any]:
    return {
        "id": entry.slug,
        "name": entry.name.read(locale),
        "languages": [
            _language(served, start, end)
            for served in entry.languages
            if language in (None, served.tag)
        ],
    }


def _language(served: ServedLanguage, start: datetime, end: datetime) -> dict[str, Any]:
    return {
        "language": served.tag,
        "has_stated_hours": not isinstance(served.timetable, Unscheduled),
        "intervals": [
            {"start": format_instant(interval.start), "end": format_instant(interval.end)}
            for interval in served.timetable.intervals(start, end)
        ],
    }
