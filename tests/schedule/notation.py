"""How these tests write hours and instants: as text, so that a case reads like the rule it states.

window("MO 10:00-18:00 Asia/Tokyo", valid_from="2026-01-05", season="04-01..10-31")
closed_on("2026-12-24/2026-12-26"), hours_on("2026-12-24", "10:00-14:00 UTC", repeats="yearly")
closure("2026-12-24T12:00", "2026-12-27T10:00", "Europe/London")
at("2026-03-29T02:00+01:00")
"""

from collections import defaultdict
from dataclasses import replace
from datetime import date, datetime

from support.schedule import (
    Closure,
    DayHours,
    Effect,
    HolidayCalendar,
    Interval,
    Repeats,
    Season,
    SpecialHours,
    Timetable,
    Weekday,
    Window,
    minutes_of,
    parse_monthly,
)

_ALL_DAY = "00:00-24:00 UTC"

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
    monthly: str = "",
    every_weeks: int = 1,
    season: str = "",
    on_holidays: str = "",
    before_holidays: str = "",
) -> Window:
    return replace(
        Window.parse(hours),
        valid_from=date.fromisoformat(valid_from) if valid_from else None,
        valid_through=date.fromisoformat(valid_through) if valid_through else None,
        holidays=holidays,
        monthly=parse_monthly(monthly),
        every_weeks=every_weeks,
        season=Season.parse(season) if season else None,
        on_holidays=DayHours.parse(on_holidays) if on_holidays else None,
        before_holidays=DayHours.parse(before_holidays) if before_holidays else None,
    )


def timetable(*hours: str) -> Timetable:
    return Timetable(window(text) for text in hours)


def closed_on(
    days: str, weekdays: str = DAILY, rank: int = 0, repeats: str = "", monthly: str = ""
) -> SpecialHours:
    """Of "2026-12-25" or, first through last, "2026-12-24/2026-12-26"; "2026-12-01/" has no end."""
    return _special(Effect.CLOSED, days, weekdays, _ALL_DAY, rank, repeats, monthly)


def hours_on(
    days: str,
    hours: str,
    weekdays: str = DAILY,
    rank: int = 0,
    repeats: str = "",
    monthly: str = "",
) -> SpecialHours:
    """`hours` as in "10:00-14:00 UTC"."""
    return _special(Effect.HOURS, days, weekdays, hours, rank, repeats, monthly)


def also_on(
    days: str, hours: str, weekdays: str = DAILY, rank: int = 0, repeats: str = ""
) -> SpecialHours:
    return _special(Effect.ALSO, days, weekdays, hours, rank, repeats)


def as_usual_on(days: str, weekdays: str = DAILY, rank: int = 0, repeats: str = "") -> SpecialHours:
    return _special(Effect.AS_USUAL, days, weekdays, _ALL_DAY, rank, repeats)


def like_on(days: str, like: str, rank: int = 0) -> SpecialHours:
    special = window(f"{DAILY} {_ALL_DAY}", *_first_and_last(days))
    return SpecialHours(Effect.AS_WEEKDAY, special, rank, like=Weekday[like])


def _special(
    effect: Effect,
    days: str,
    weekdays: str,
    hours: str,
    rank: int,
    repeats: str = "",
    monthly: str = "",
) -> SpecialHours:
    return SpecialHours(
        effect,
        window(f"{weekdays} {hours}", *_first_and_last(days), monthly=monthly),
        rank,
        Repeats(repeats) if repeats else None,
    )


def _first_and_last(days: str) -> tuple[str, str]:
    first, slash, last = days.partition("/")
    return first, last if slash else first


def closure(starts: str, ends: str | None, zone: str = "UTC") -> Closure:
    """Between two wall times of a zone, or until further notice."""
    first = datetime.fromisoformat(starts)
    if ends is None:
        return Closure.on_the_clock_of(zone, first.date(), minutes_of(first.time()))
    last = datetime.fromisoformat(ends)
    return Closure.on_the_clock_of(
        zone, first.date(), minutes_of(first.time()), last.date(), minutes_of(last.time())
    )


def holidays(*days: str, code: str = "XX", zone: str | None = None) -> HolidayCalendar:
    """Of "2026-12-25 Christmas"."""
    years: dict[int, dict[date, str]] = defaultdict(dict)
    for day, name in (text.split(maxsplit=1) for text in days):
        holiday = date.fromisoformat(day)
        years[holiday.year][holiday] = name
    return HolidayCalendar(code, lambda year: years[year], zone)
