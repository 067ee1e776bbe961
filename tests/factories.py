"""Rows of the database and entries of the directory, in the notation of tests.schedule.notation.

    from tests import factories

    press = factories.department("press")
    factories.window(press, "MO,TU 10:00-18:00 Asia/Tokyo", language="ja", holidays="JP")
    factories.closed_on("2026-12-24/2026-12-26", department=press, reason_en="Christmas")
    factories.hours_on("2026-12-31", "10:00-14:00 UTC", language="ja")
    factories.closed_on("2026-12-31", languages=("ja", "en"))
    factories.closure("2026-12-24T12:00", "2026-12-27T10:00", "Europe/London")
    factories.incident("2026-11-23T05:00", "2026-11-23T07:00", text_en="Chat is down.")

Each row is saved, after the checks that a form makes. What a test does not say is any value that is
allowed. A pure test builds engine values with the notation itself, and entries with `served`,
`department_entry` and `directory`.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, time
from typing import Any

from support import schedule
from support.directory import (
    NO_TEXT,
    ClosureEntry,
    ContactChannel,
    DepartmentEntry,
    Directory,
    Exceptions,
    Hours,
    OrganizationEntry,
    ServedLanguage,
    SpecialHoursEntry,
    served_language,
)
from support.models import (
    Closure,
    Department,
    Incident,
    LanguageWindow,
    SpecialHours,
    UnscheduledLanguage,
)
from support.schedule import parse_wall_time, parse_weekdays, time_of

NINE_TO_FIVE = "MO,TU,WE,TH,FR,SA,SU 09:00-17:00 UTC"


def department(slug: str = "desk", **fields: Any) -> Department:
    """Add a department, called by its slug in English."""
    return _saved(Department(slug=slug, **{"name_en": slug.capitalize()} | fields))


def window(
    department: Department, hours: str = NINE_TO_FIVE, language: str = "en", **fields: Any
) -> LanguageWindow:
    """Add the hours of a language."""
    return _saved(
        LanguageWindow(department=department, language=language, **window_fields(hours), **fields)
    )


def window_fields(hours: str) -> dict[str, Any]:
    """Return the columns that say "MO,TU 10:00-18:00 Asia/Tokyo"."""
    weekdays, times = hours.split(maxsplit=1)
    return {"weekdays": parse_weekdays(weekdays), **_times(times)}


def unscheduled(department: Department, language: str) -> UnscheduledLanguage:
    """Add a language without stated hours."""
    return _saved(UnscheduledLanguage(department=department, language=language))


def closed_on(days: str, **fields: Any) -> SpecialHours:
    """Add special hours: closed on a day, or from the first through the last of two days."""
    return _special_hours(days, effect="closed", **fields)


def hours_on(days: str, hours: str, **fields: Any) -> SpecialHours:
    """Add special hours: other hours, such as "10:00-14:00 UTC", on a day or a range of days."""
    return _special_hours(days, effect="hours", **_times(hours), **fields)


def as_usual_on(days: str, **fields: Any) -> SpecialHours:
    """Add special hours: as usual, in spite of a public holiday, on a day or a range of days."""
    return _special_hours(days, effect="as-usual", **fields)


def also_on(days: str, hours: str, **fields: Any) -> SpecialHours:
    """Add special hours besides the usual ones, such as "19:00-21:00 UTC"."""
    return _special_hours(days, effect="also", **_times(hours), **fields)


def like_on(days: str, like: str, **fields: Any) -> SpecialHours:
    """Add special hours: those of a weekday, such as "MO", on other days."""
    return _special_hours(days, effect="as-weekday", like=like, **fields)


def closure(starts: str, ends: str | None, zone: str = "UTC", **fields: Any) -> Closure:
    """Add a closure between two wall times of a zone; without an end, until further notice."""
    first, last = datetime.fromisoformat(starts), ends and datetime.fromisoformat(ends)
    end = {"ends_on": last.date(), "ends_at": last.time()} if last else {}
    return _saved(
        Closure(
            starts_on=first.date(), starts_at=first.time(), zone=zone, **end, **_languages(fields)
        )
    )


def incident(starts: str, ends: str, zone: str = "UTC", **fields: Any) -> Incident:
    """Add an incident between two wall times of a zone."""
    first, last = datetime.fromisoformat(starts), datetime.fromisoformat(ends)
    return _saved(
        Incident(
            starts_on=first.date(),
            starts_at=first.time(),
            ends_on=last.date(),
            ends_at=last.time(),
            zone=zone,
            **{"text_en": "Sites in Tokyo are slow. We are working on it."} | fields,
        )
    )


def served(
    tag: str,
    *windows: schedule.Window | str,
    special_hours: Iterable[schedule.SpecialHours] = (),
    closures: Iterable[schedule.Closure] = (),
) -> ServedLanguage:
    """Return a language as a directory has it."""
    exceptions = Exceptions(
        tuple(SpecialHoursEntry(each, (), NO_TEXT) for each in special_hours),
        tuple(ClosureEntry(each, "UTC", (), NO_TEXT) for each in closures),
    )
    stated = [schedule.Window.parse(each) if isinstance(each, str) else each for each in windows]
    return served_language(tag, [Hours(each, NO_TEXT) for each in stated], exceptions)


def department_entry(
    slug: str, *languages: ServedLanguage, channels: tuple[ContactChannel, ...] = ()
) -> DepartmentEntry:
    """Return a department as a directory has it, without any texts."""
    return DepartmentEntry(slug, languages=languages, channels=channels)


def directory(*departments: DepartmentEntry) -> Directory:
    """Return a directory of departments and nothing else."""
    return Directory(1, "token", OrganizationEntry(), departments, (), ())


def _special_hours(days: str, **fields: Any) -> SpecialHours:
    first, _, last = days.partition("/")
    return _saved(SpecialHours(first_day=first, last_day=last or None, **_languages(fields)))


def _languages(fields: dict[str, Any]) -> dict[str, Any]:
    """Return the columns of an exception; `language` is short for its only one."""
    language = fields.pop("language", "")
    return {"languages": (language,) if language else ()} | fields


def _times(text: str) -> dict[str, Any]:
    hours, zone = text.split()
    opens, closes = hours.split("-")
    return {"opens": _time(opens), "closes": _time(closes), "zone": zone}


def _time(text: str) -> time:
    return time_of(parse_wall_time(text))


def _saved(row: Any) -> Any:
    row.full_clean()
    row.save()
    return row
