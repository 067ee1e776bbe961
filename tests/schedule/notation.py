"""How these tests write hours and instants: as text, so that a case reads like the rule it states.

window("MO 10:00-18:00 Asia/Tokyo", valid_from="2026-01-05")
closed_on("2026-12-24/2026-12-26"), hours_on("2026-12-24", "10:00-14:00 UTC")
closure("2026-12-24T12:00", "2026-12-27T10:00", "Europe/London")
at("2026-03-29T02:00+01:00")
"""

from collections import defaultdict
from dataclasses import replace
from datetime import date, datetime

from support.schedule import (
    Closure,
    Effect,
    HolidayCalendar,
    Interval,
    SpecialHours,
    Timetable,
    Window,
    minutes_of,
)

DAILY = "MO,TU,WE,TH,FR,SA,SU"


def at(text: str) -> datetime:
    """The instant of an ISO 8601 date and time."""
    return datetime.fromisoformat(text)


def interval(start: str, end: str) -> Interval:
    return Interval(at(start), at(end))


def window(
    hours: str,
    valid_from: str | None = None,
    valid_through: str | None = None,
    holidays: HolidayCalendar | None = None,
) -> Window:
    return replace(
        Window.parse(hours),
        valid_from=date.fromisoformat(valid_from) if valid_from else None,
        valid_through=date.fromisoformat(valid_through) if valid_through else None,
        holidays=holidays,
    )


def timetable(*hours: str) -> Timetable:
    return Timetable(window(text) for text in hours)


def closed_on(days: str, weekdays: str = DAILY, rank: int = 0) -> SpecialHours:
    """Of "2026-12-25" or, first through last, "2026-12-24/2026-12-26"."""
    return _special(Effect.CLOSED, days, weekdays, "00:00-24:00 UTC", rank)


def hours_on(days: str, hours: str, weekdays: str = DAILY, rank: int = 0) -> SpecialHours:
    """`hours` as in "10:00-14:00 UTC"."""
    return _special(Effect.HOURS, days, weekdays, hours, rank)


def as_usual_on(days: str, weekdays: str = DAILY, rank: int = 0) -> SpecialHours:
    return _special(Effect.AS_USUAL, days, weekdays, "00:00-24:00 UTC", rank)


def _special(effect: Effect, days: str, weekdays: str, hours: str, rank: int) -> SpecialHours:
    first, _, last = days.partition("/")
    return SpecialHours(effect, window(f"{weekdays} {hours}", first, last or first), rank)


def closure(starts: str, ends: str, zone: str = "UTC") -> Closure:
    """Between two wall times of a zone."""
    first, last = datetime.fromisoformat(starts), datetime.fromisoformat(ends)
    return Closure.on_the_clock_of(
        zone, first.date(), minutes_of(first.time()), last.date(), minutes_of(last.time())
    )


def holidays(*days: str, code: str = "XX") -> HolidayCalendar:
    """Of "2026-12-25 Christmas"."""
    years: dict[int, dict[date, str]] = defaultdict(dict)
    for day, name in (text.split(maxsplit=1) for text in days):
        holiday = date.fromisoformat(day)
        years[holiday.year][holiday] = name
    return HolidayCalendar(code, lambda year: years[year])
