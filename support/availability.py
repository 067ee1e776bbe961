"""Who can be reached at an instant, for programs."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from support.directory import DepartmentEntry, Directory, Hours, ServedLanguage
from support.rfc3339 import format_instant
from support.schedule import Reason, Rule, format_wall_time, format_weekdays


def availability(
    directory: Directory,
    at: datetime,
    locale: str,
    department: str | None = None,
    language: str | None = None,
) -> dict[str, Any]:
    """The answer of /api/v1/availability, names in `locale`.

    With `language`, departments that do not serve it are left out.
    """
    entries = [e for e in directory.departments if department in (None, e.slug)]
    answers = [_department(entry, at, locale, language) for entry in entries]
    return {
        "at": format_instant(at),
        "revision": directory.revision,
        "departments": [answer for answer in answers if answer["languages"] or not language],
    }


def _department(
    entry: DepartmentEntry, at: datetime, locale: str, language: str | None
) -> dict[str, Any]:
    return {
        "id": entry.slug,
        "name": entry.name.read(locale),
        "languages": [
            _language(served, at, locale)
            for served in entry.languages
            if language in (None, served.tag)
        ],
    }


def _language(served: ServedLanguage, at: datetime, locale: str) -> dict[str, Any]:
    status = served.timetable.status(at)
    return {
        "language": served.tag,
        "state": status.state.value,
        "since": format_instant(status.since),
        "changes_at": format_instant(status.changes_at),
        "reason": _reason(status.reason, served, locale),
    }


def _reason(reason: Reason, served: ServedLanguage, locale: str) -> dict[str, Any]:
    if reason.rule is not Rule.WINDOW:
        return {"rule": reason.rule.value}
    deciding = [hours for hours in served.hours if hours.window in reason.windows]
    return {
        "rule": reason.rule.value,
        "windows": [_window(hours, locale) for hours in deciding],
    }


def _window(hours: Hours, locale: str) -> dict[str, Any]:
    window = hours.window
    return {
        "weekdays": format_weekdays(window.weekdays).split(","),
        "opens": format_wall_time(window.opens),
        "closes": format_wall_time(window.closes),
        "zone": window.zone,
        "label": hours.label.read(locale) or None,
    }
