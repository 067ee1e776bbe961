"""The hours between two instants as they really are, for programs."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from support.api.by_department import by_department
from support.directory import Directory, ServedLanguage
from support.locales.rfc3339 import format_instant
from support.schedule import Unscheduled


def intervals(
    directory: Directory,
    start: datetime,
    end: datetime,
    locale: str,
    department: str | None = None,
    language: str | None = None,
) -> dict[str, Any]:
    """Return the answer of /api/v1/intervals; intervals are cut at `start` and `end`."""
    return {
        "from": format_instant(start),
        "to": format_instant(end),
        "revision": directory.revision,
        "departments": by_department(
            directory, locale, department, language, lambda served: _language(served, start, end)
        ),
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
