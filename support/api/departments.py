"""Departments, their languages with the hours as stated, and their channels, for programs."""

from __future__ import annotations

from typing import Any

from support.api.stated_hours import stated_window
from support.directory import ContactChannel, DepartmentEntry, Directory, ServedLanguage
from support.locales.languages import language_name
from support.models.validators import fill_in
from support.schedule import Unscheduled


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
        "windows": [stated_window(hours, locale) for hours in served.hours],
    }


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
