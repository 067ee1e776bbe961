"""Departments, their languages with the hours as stated, and their channels, for programs."""

from __future__ import annotations

from datetime import date
from typing import Any

from support.api.availability import stated_window
from support.directory import ContactChannel, DepartmentEntry, Directory, Hours, ServedLanguage
from support.locales.languages import language_name
from support.models.validators import fill_in
from support.schedule import DayHours, Season, Unscheduled, sort_monthly


def departments(directory: Directory, locale: str) -> dict[str, Any]:
    """Return the answer of /api/v1/departments, texts in `locale`."""
    return {
        "revision": directory.revision,
        "departments": [_department(entry, locale) for entry in directory.departments],
    }


def _department(entry: DepartmentEntry, locale: str) -> dict[str, Any]:
    return {
        "id": entry.slug,
        "name": entry.name.read(locale),
        "summary": entry.summary.read(locale) or None,
        "note": entry.note.read(locale) or None,
        "languages": [_language(served, locale) for served in entry.languages],
        "channels": [_channel(channel, entry.slug, locale) for channel in entry.channels],
    }


def _language(served: ServedLanguage, locale: str) -> dict[str, Any]:
    return {
        "language": served.tag,
        "name": language_name(served.tag, locale),
        "has_stated_hours": not isinstance(served.timetable, Unscheduled),
        "windows": [stated_window(hours, locale) | _rules(hours) for hours in served.hours],
    }


def _rules(hours: Hours) -> dict[str, Any]:
    """Return on which days the hours hold, by the names that the configuration file has."""
    window = hours.window
    calendar = window.holidays
    return {
        "valid_from": _day(window.valid_from),
        "valid_through": _day(window.valid_through),
        "monthly": sort_monthly(window.monthly),
        "every_weeks": window.every_weeks,
        "season": _text(window.season),
        "holidays": calendar.code if calendar else None,
        "holidays_zone": (calendar.zone or window.zone) if calendar else None,
        "holidays_except": list(hours.holidays_except),
        "on_holidays": _text(window.on_holidays),
        "before_holidays": _text(window.before_holidays),
    }


def _text(rule: Season | DayHours | None) -> str | None:
    return str(rule) if rule else None


def _channel(channel: ContactChannel, department: str, locale: str) -> dict[str, Any]:
    return {
        "id": channel.slug,
        "kind": channel.kind,
        "audience": channel.audience or "everyone",
        "name": channel.name.read(locale),
        "instructions": channel.instructions.read(locale) or None,
        "address": fill_in(channel.address, department, channel.language or locale) or None,
        "language": channel.language or None,
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
