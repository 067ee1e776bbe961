"""Who can be reached at an instant, for programs."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from support.api.by_department import by_department
from support.api.stated_hours import stated_hours, stated_window
from support.directory import (
    ClosureEntry,
    Directory,
    IncidentEntry,
    ServedLanguage,
    SpecialHoursEntry,
)
from support.locales.holiday_names import holiday_name, native_language
from support.locales.rfc3339 import format_instant
from support.schedule import (
    Holiday,
    Reason,
    Window,
    format_weekdays,
    sort_monthly,
)


def availability(
    directory: Directory,
    at: datetime,
    locale: str,
    department: str | None = None,
    language: str | None = None,
) -> dict[str, Any]:
    """Return the answer of /api/v1/availability, names in `locale`."""
    return {
        "at": format_instant(at),
        "revision": directory.revision,
        "incidents": [
            _incident(entry, directory, locale)
            for entry in directory.incidents
            if entry.is_shown(at)
        ],
        "departments": by_department(
            directory, locale, department, language, lambda served: _language(served, at, locale)
        ),
    }


def _incident(entry: IncidentEntry, directory: Directory, locale: str) -> dict[str, Any]:
    assert entry.period is not None  # noqa: S101  # without one it is never shown
    return {
        "text": entry.text.read(locale),
        "text_language": entry.text.written_in(locale),
        "start": format_instant(entry.period.start),
        "end": format_instant(entry.period.end),
        "link": entry.link or directory.status_page(locale) or None,
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
    """Return the rule, and the rows that it rests on."""
    exceptions = served.exceptions
    rows = {
        "windows": [
            stated_window(hours, locale)
            for hours in served.hours
            if any(window in reason.windows for window in _forms(hours.window))
        ],
        "special_hours": [
            _special_hours(entry, locale)
            for entry in exceptions.special_hours
            if entry.special in reason.special_hours
        ],
        "closures": [
            _closure(entry, locale)
            for entry in exceptions.closures
            if entry.closure in reason.closures
        ],
        "holidays": [_holiday(holiday, locale) for holiday in reason.holidays],
    }
    return {"rule": reason.rule.value} | {name: found for name, found in rows.items() if found}


def _forms(window: Window) -> Iterator[Window]:
    """Yield a window as it is on ordinary days, on public holidays and on the days before them."""
    yield window
    for hours in (window.on_holidays, window.before_holidays):
        if hours:
            yield window.with_hours(hours)


def _special_hours(entry: SpecialHoursEntry, locale: str) -> dict[str, Any]:
    special = entry.special
    return {
        "effect": special.effect.value,
        "first_day": special.first.isoformat(),
        "last_day": special.window.valid_through and special.window.valid_through.isoformat(),
        "repeats": special.repeats and special.repeats.value,
        "monthly": sort_monthly(special.window.monthly),
        "weekdays": format_weekdays(special.window.weekdays).split(","),
        "hours": stated_hours(special.window) if special.has_hours else None,
        "like": special.like.name if special.like is not None else None,
        "languages": list(entry.languages),
        "reason": entry.reason.read(locale) or None,
    }


def _closure(entry: ClosureEntry, locale: str) -> dict[str, Any]:
    start, end = entry.closure.interval
    return {
        "start": format_instant(start),
        "end": format_instant(end) if entry.closure.end is not None else None,
        "zone": entry.zone,
        "languages": list(entry.languages),
        "reason": entry.reason.read(locale) or None,
    }


def _holiday(holiday: Holiday, locale: str) -> dict[str, Any]:
    translated = holiday_name(holiday.calendar, holiday.day, locale)
    return {
        "calendar": holiday.calendar,
        "day": holiday.day.isoformat(),
        "name": holiday.name,
        "name_language": native_language(holiday.calendar),
        "translated_name": translated.text if translated else None,
        "translated_name_language": translated.language if translated else None,
    }
