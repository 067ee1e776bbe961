"""Public holidays of countries and subdivisions, from the `holidays` library.

It knows names in the calendar's own language and, for most calendars, in English and a few more.
It is imported when a calendar is first asked for: most portals observe none, and it takes a sixth
of a second.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from support.schedule import HolidayCalendar, Weekday

if TYPE_CHECKING:
    from holidays import HolidayBase

AND = "; "  # between the names of holidays that fall on one day

REMARK = re.compile(
    r" \((observed|estimated|observed, estimated|in lieu|substitute day|substituted .*)\)$"
)

# Days off that the library names after the holiday for which they are given, in South Korea, Spain
# and Angola. In Japan they have a name of their own, and follow a holiday on a Sunday.
INSTEAD = re.compile(r"^(?:Alternative holiday for|Monday following|Day off for) ")
_AFTER_SUNDAY = "Substitute Holiday"

# What the library counts as public although most offices work: Texas and California have days on
# which only some rest, and Italy a day of its armed forces, which is no holiday.
_NO_DAYS_OFF = {
    "US-CA": frozenset({"Diwali", "Susan B. Anthony Day"}),
    "US-TX": frozenset(
        {
            "Cesar Chavez Day",
            "Confederate Memorial Day",
            "Emancipation Day In Texas",
            "Good Friday",
            "Lyndon Baines Johnson Day",
            "San Jacinto Day",
            "Texas Independence Day",
        }
    ),
    "IT": frozenset({"National Unity Day", "Giorno dell'unità nazionale"}),
}

# Days off that no law names and everybody takes, such as Midsummer's Eve in Sweden.
_CATEGORIES = ("public", "de_facto")


class UnknownCalendar(ValueError):
    """The code is of no country or subdivision whose holidays are known."""


@lru_cache(maxsize=1024)
def holiday_calendar(
    code: str, zone: str | None = None, without: tuple[str, ...] = ()
) -> HolidayCalendar:
    """Return the calendar of "JP" or "GB-ENG", with names in its own language.

    Its holidays are days on the clock of `zone`, see `calendar_zone`. Those of the English names
    `without` do not count, nor do the days on which they are observed. Raises UnknownCalendar.
    """
    native = native_of(code)
    left_out = frozenset(without)
    return HolidayCalendar(code, lambda year: _observed(code, year, native, left_out), zone)


def base_name(name: str) -> str:
    """Return the name of a holiday without what says that it is observed on another day."""
    return INSTEAD.sub("", REMARK.sub("", name))


def is_observed(name: str) -> bool:
    """Return whether a name is that of a day off for a holiday, and not of the holiday itself."""
    return base_name(name) != name


def parts_add(code: str, year: int) -> dict[str, dict[date, str]]:
    """Return, for each part of a country, the days off that the country as a whole has not."""
    native = native_of(code)
    whole = days_off(code, year, native)
    added = {}
    for part in _parts(code):
        days = days_off(f"{code}-{part}", year, native)
        added[f"{code}-{part}"] = {day: name for day, name in days.items() if day not in whole}
    return added


class MakeUpDay(NamedTuple):
    """A day of a weekend on which people work, as on the weekday that they have off for it."""

    day: date
    like: Weekday


def make_up_days(code: str, year: int) -> tuple[MakeUpDay, ...]:
    """Return the make-up working days of a year, sorted; most calendars have none."""
    calendar = _load(code, year, None)
    # The day off for a day at the end of December can lie in the next year.
    rows = [
        (off_year, row)
        for name in dir(calendar)
        if name.startswith("special_") and name.endswith("_holidays")
        for off_year in (year, year + 1)
        for row in _rows(getattr(calendar, name).get(off_year, ()))
    ]
    found = set()
    for off_year, (month, day, from_month, from_day, *from_year) in rows:
        worked = date(from_year[0] if from_year else off_year, from_month, from_day)
        if worked.year == year and worked.weekday() in calendar.weekend and worked not in calendar:
            found.add(MakeUpDay(worked, Weekday(date(off_year, month, day).weekday())))
    return tuple(sorted(found))


def _rows(data: tuple[Any, ...]) -> list[tuple[int, ...]]:
    """Return the library's rows about moved days, leaving out those that name a day."""
    rows = [data] if data and not isinstance(data[0], tuple) else list(data)
    return [row for row in rows if len(row) > 3]


@lru_cache(maxsize=1)
def calendar_codes() -> frozenset[str]:
    """Return every code that `holiday_calendar` knows."""
    import holidays

    countries = holidays.list_supported_countries(include_aliases=False)
    return frozenset(countries) | {
        f"{country}-{part}" for country, parts in countries.items() for part in parts
    }


@lru_cache(maxsize=256)
def _source(code: str) -> HolidayBase:
    if code not in calendar_codes():
        raise UnknownCalendar(code)
    return _load(code, None, None)


def _observed(
    code: str, year: int, language: str | None, without: frozenset[str]
) -> dict[date, str]:
    """Return the holidays of a year, by date, but for those that are left out."""
    days = days_off(code, year, language)
    if not without:
        return dict(days)
    english = days_off(code, year, english_of(code))
    return {
        day: name
        for day, name in days.items()
        if any(
            without.isdisjoint(_names_of(each, day, english))
            for each in english.get(day, name).split(AND)
        )
    }


def _names_of(name: str, day: date, english: Mapping[date, str]) -> set[str]:
    """Return the names by which a day off can be left out: its own, and that of its holiday."""
    names = {name, base_name(name)}
    if name == _AFTER_SUNDAY:
        names |= set(english.get(day - timedelta(days=day.isoweekday() % 7), name).split(AND))
    return names


@lru_cache(maxsize=4096)
def days_off(code: str, year: int, language: str | None) -> Mapping[date, str]:
    """Return the names of a year's holidays by date; several on one day are named together.

    A country has the days on which all of its parts are off, and some days of the library are none.
    """
    country, _, part = code.partition("-")
    days = _of_year(code, year, language)
    if not part:
        days = {**_of_all_parts(country, year, language), **days}
    no_days_off = _NO_DAYS_OFF.get(code) or _NO_DAYS_OFF.get(country)
    if not no_days_off:
        return days
    kept = {
        day: AND.join(each for each in name.split(AND) if base_name(each) not in no_days_off)
        for day, name in days.items()
    }
    return {day: name for day, name in kept.items() if name}


def _of_all_parts(country: str, year: int, language: str | None) -> dict[date, str]:
    """Return the days that every part of a country has, by the name that its first part has."""
    parts = _parts(country)
    common = dict(_of_year(f"{country}-{parts[0]}", year, language)) if parts else {}
    own = _of_year(country, year, language)
    for part in parts[1:]:
        if common.keys() <= own.keys():
            return {}
        theirs = _of_year(f"{country}-{part}", year, language)
        common = {day: name for day, name in common.items() if day in theirs}
    return common if len(parts) > 1 else {}


@lru_cache(maxsize=4096)
def _of_year(code: str, year: int, language: str | None) -> Mapping[date, str]:
    """Return the names of the library's holidays of a year by date."""
    return {day: name for day, name in _load(code, year, language).items() if day.year == year}


@lru_cache(maxsize=512)
def _parts(country: str) -> tuple[str, ...]:
    import holidays

    return tuple(holidays.list_supported_countries(include_aliases=False).get(country, ()))


def known_languages(code: str) -> tuple[str, ...]:
    """Return the library's languages for a calendar; none where it knows but one."""
    return tuple(_source(code).supported_languages)


def native_of(code: str) -> str | None:
    """Return the library's language for a calendar's own names; None where it knows but one."""
    return _source(code).default_language


def english_of(code: str) -> str | None:
    """Return the library's English for a calendar; None where it knows but one language."""
    return next((each for each in known_languages(code) if tag(each).split("-")[0] == "en"), None)


def _load(code: str, year: int | None, language: str | None) -> HolidayBase:
    import holidays

    country, _, part = code.partition("-")
    known = getattr(holidays.country_holidays(country), "supported_categories", ("public",))
    return holidays.country_holidays(
        country,
        subdiv=part or None,
        years=year,
        language=language,
        categories=[category for category in _CATEGORIES if category in known],
    )


def tag(language: str) -> str:
    """Return the BCP 47 tag of one of the library's languages."""
    return language.replace("_", "-")
