"""The last good directory on disk, for a process that starts while the database is gone."""

from __future__ import annotations

import json
import logging
import os
import tempfile
from datetime import date
from pathlib import Path
from typing import Any

from django.conf import settings

from support.directory import (
    ClosureEntry,
    ContactChannel,
    DepartmentEntry,
    Directory,
    Exceptions,
    Hours,
    OrganizationEntry,
    ProductEntry,
    ServedLanguage,
    SpecialHoursEntry,
    Text,
    served_language,
    unscheduled_language,
)
from support.locales.holiday_calendars import holiday_calendar
from support.schedule import (
    Closure,
    Effect,
    SpecialHours,
    Timetable,
    Window,
    format_wall_time,
    format_weekdays,
    parse_wall_time,
    parse_weekdays,
)

logger = logging.getLogger(__name__)

Json = dict[str, Any]


def write(directory: Directory) -> None:
    """Replaces the file as a whole. A disk that cannot be written is logged, and no more."""
    path = Path(settings.LAST_GOOD_FILE)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.name)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(_directory_to_json(directory), file, ensure_ascii=False)
        Path(name).replace(path)
    except OSError as error:
        logger.warning("The last good directory cannot be written to %s: %s", path, error)


def is_there() -> bool:
    return Path(settings.LAST_GOOD_FILE).is_file()


def read() -> Directory | None:
    """None where there is no file, or none that this version of the portal can read."""
    path = Path(settings.LAST_GOOD_FILE)
    try:
        return _directory_from_json(json.loads(path.read_text("utf-8")))
    except (OSError, ValueError, KeyError, TypeError) as error:
        logger.warning("The last good directory cannot be read from %s: %s", path, error)
        return None


def _directory_to_json(directory: Directory) -> Json:
    return {
        "revision": directory.revision,
        "organization": _plain(directory.organization),
        "channels": [_plain(channel) for channel in directory.channels],
        "products": [_plain(product) for product in directory.products],
        "departments": [
            {
                "slug": entry.slug,
                "name": entry.name.texts,
                "summary": entry.summary.texts,
                "note": entry.note.texts,
                "languages": [
                    {
                        "tag": served.tag,
                        "scheduled": isinstance(served.timetable, Timetable),
                        "hours": [_hours_to_json(hours) for hours in served.hours],
                    }
                    for served in entry.languages
                ],
                "special_hours": [_special_to_json(e) for e in entry.exceptions.special_hours],
                "closures": [_closure_to_json(e) for e in entry.exceptions.closures],
            }
            for entry in directory.departments
        ],
    }


def _plain(entry: ContactChannel | ProductEntry | OrganizationEntry) -> Json:
    """Every field by its name; texts by language."""
    values = {name: getattr(entry, name) for name in entry.__dataclass_fields__}
    return {name: v.texts if isinstance(v, Text) else v for name, v in values.items()}


def _hours_to_json(hours: Hours) -> Json:
    return _window_to_json(hours.window) | {"label": hours.label.texts}


def _special_to_json(entry: SpecialHoursEntry) -> Json:
    return {
        "effect": entry.special.effect.value,
        "window": _window_to_json(entry.special.window),
        "rank": entry.special.rank,
        "language": entry.language,
        "reason": entry.reason.texts,
    }


def _closure_to_json(entry: ClosureEntry) -> Json:
    return {
        "start": entry.closure.start,
        "end": entry.closure.end,
        "key": entry.closure.key,
        "zone": entry.zone,
        "language": entry.language,
        "reason": entry.reason.texts,
    }


def _window_to_json(window: Window) -> Json:
    return {
        "weekdays": format_weekdays(window.weekdays),
        "opens": format_wall_time(window.opens),
        "closes": format_wall_time(window.closes),
        "zone": window.zone,
        "valid_from": window.valid_from.isoformat() if window.valid_from else None,
        "valid_through": window.valid_through.isoformat() if window.valid_through else None,
        "key": window.key,
        "holidays": window.holidays.code if window.holidays else "",
    }


def _directory_from_json(data: Json) -> Directory:
    channels = tuple(
        ContactChannel(**_with_texts(item) | {"departments": tuple(item["departments"])})
        for item in data["channels"]
    )
    return Directory(
        data["revision"],
        OrganizationEntry(**_with_texts(data["organization"])),
        tuple(_department_from_json(item, channels) for item in data["departments"]),
        channels,
        tuple(
            ProductEntry(**_with_texts(item) | {"locales": tuple(item["locales"])})
            for item in data["products"]
        ),
    )


def _with_texts(item: Json) -> Json:
    return {name: Text(v) if isinstance(v, dict) else v for name, v in item.items()}


def _department_from_json(item: Json, channels: tuple[ContactChannel, ...]) -> DepartmentEntry:
    slug = item["slug"]
    exceptions = Exceptions(
        tuple(_special_from_json(each) for each in item["special_hours"]),
        tuple(_closure_from_json(each) for each in item["closures"]),
    )
    return DepartmentEntry(
        slug,
        Text(item["name"]),
        Text(item["summary"]),
        Text(item["note"]),
        tuple(_language_from_json(language, exceptions) for language in item["languages"]),
        exceptions,
        tuple(channel for channel in channels if slug in channel.departments),
    )


def _language_from_json(item: Json, exceptions: Exceptions) -> ServedLanguage:
    if not item["scheduled"]:
        return unscheduled_language(item["tag"], exceptions)
    hours = (Hours(_window_from_json(each), Text(each["label"])) for each in item["hours"])
    return served_language(item["tag"], hours, exceptions)


def _special_from_json(item: Json) -> SpecialHoursEntry:
    special = SpecialHours(Effect(item["effect"]), _window_from_json(item["window"]), item["rank"])
    return SpecialHoursEntry(special, item["language"], Text(item["reason"]))


def _closure_from_json(item: Json) -> ClosureEntry:
    closure = Closure(item["start"], item["end"], item["key"])
    return ClosureEntry(closure, item["zone"], item["language"], Text(item["reason"]))


def _window_from_json(item: Json) -> Window:
    valid_from, valid_through = item["valid_from"], item["valid_through"]
    return Window(
        parse_weekdays(item["weekdays"]),
        parse_wall_time(item["opens"]),
        parse_wall_time(item["closes"]),
        item["zone"],
        date.fromisoformat(valid_from) if valid_from else None,
        date.fromisoformat(valid_through) if valid_through else None,
        item["key"],
        holiday_calendar(item["holidays"]) if item["holidays"] else None,
    )
