"""Public holidays of countries and subdivisions, from the `holidays` library.

It knows names in the calendar's own language and, for most calendars, in English and a few more.
It is imported when a calendar is first asked for: most portals observe none, and it takes a sixth
of a second.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from support.locales.languages import cldr_locale
from support.schedule import HolidayCalendar, Weekday

if TYPE_CHECKING:
    from holidays import HolidayBase

_COMMAS = {"ja": "、"}  # between a country and its subdivision where that is not “, ”
_AND = "; "  # between the names of holidays that fall on one day

_REMARK = re.compile(
    r" \((?:observed|estimated|observed, estimated|in lieu|substitute day|substituted .*)\)$"
)

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


class HolidayName(NamedTuple):
    """A name and the BCP 47 tag of its language."""

    text: str
    language: str


@lru_cache(maxsize=1024)
def holiday_calendar(
    code: str, zone: str | None = None, without: tuple[str, ...] = ()
) -> HolidayCalendar:
    """Return the calendar of "JP" or "GB-ENG", with names in its own language.

    Its holidays are days on the clock of `zone`, see `calendar_zone`. Those of the English names
    `without` do not count, nor do the days on which they are observed. Raises UnknownCalendar.
    """
    native = _source(code).default_language
    left_out = frozenset(without)
    return HolidayCalendar(code, lambda year: _observed(code, year, native, left_out), zone)


def holiday_names(code: str, years: Iterable[int]) -> tuple[str, ...]:
    """Return the English names of the holidays of some years, sorted: those that can be left out.

    The few calendars that know no English have them in their own language.
    """
    language = _english(code)
    found = {
        base_name(each)
        for year in years
        for name in _days_off(code, year, language).values()
        for each in name.split(_AND)
    }
    return tuple(sorted(found))


def translated_name(code: str, name: str, year: int, site_language: str) -> str:
    """Return an English name of `holiday_names` in a site language; itself where it has none.

    It is looked for among the holidays of `year` and of the next.
    """
    for each in (year, year + 1):
        for day, names in _days_off(code, each, _english(code)).items():
            known = holiday_name(code, day, site_language) if name in names.split(_AND) else None
            if known:
                return known.text
    return name


def holiday_names_in(code: str, years: Iterable[int], site_language: str) -> dict[str, str]:
    """Return what `holiday_names` does, by month and day, each with its name in a site language.

    That is the English name where the calendar has no other.
    """
    language = _language_for(code, site_language) or _english(code)
    found: dict[str, tuple[tuple[int, int], str]] = {}
    for year in years:
        words = _days_off(code, year, language)
        for day, names in _days_off(code, year, _english(code)).items():
            for name, word in zip(names.split(_AND), words[day].split(_AND), strict=False):
                found.setdefault(base_name(name), ((day.month, day.day), base_name(word)))
    in_order = sorted(found.items(), key=lambda each: each[1][0])
    return {name: words for name, (_day, words) in in_order}


def _language_for(code: str, site_language: str) -> str | None:
    known = _source(code).supported_languages
    return next((each for each in known if _tag(each).split("-")[0] == site_language), None)


def base_name(name: str) -> str:
    """Return the name of a holiday without the remark that it is observed on another day."""
    return _REMARK.sub("", name)


def parts_add(code: str, year: int) -> dict[str, dict[date, str]]:
    """Return, for each part of a country, the days off that the country as a whole has not."""
    native = _source(code).default_language
    whole = _days_off(code, year, native)
    added = {}
    for part in _parts(code):
        days = _days_off(f"{code}-{part}", year, native)
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


def native_language(code: str) -> str:
    """Return the BCP 47 tag of the language in which `holiday_calendar(code)` names its days."""
    return _tag(_source(code).default_language or "en")


def holiday_name(code: str, day: date, site_language: str) -> HolidayName | None:
    """Return the name in a site language, else in English; None where it has neither."""
    known = _source(code).supported_languages
    for tag in (site_language, "en"):
        for language in known:
            if _tag(language).split("-")[0] == tag:
                name = _days_off(code, day.year, language).get(day)
                return HolidayName(name, _tag(language)) if name else None
    return None


@lru_cache(maxsize=1)
def calendar_codes() -> frozenset[str]:
    """Return every code that `holiday_calendar` knows."""
    import holidays

    countries = holidays.list_supported_countries(include_aliases=False)
    return frozenset(countries) | {
        f"{country}-{part}" for country, parts in countries.items() for part in parts
    }


@lru_cache(maxsize=16)
def all_calendars(site_language: str) -> tuple[tuple[str, str], ...]:
    """Return every (code, name) to choose from, sorted by name."""
    pairs = ((code, calendar_name(code, site_language)) for code in calendar_codes())
    return tuple(sorted(pairs, key=lambda pair: (pair[1].casefold(), pair[0])))


def calendar_name(code: str, site_language: str) -> str:
    """Name the country as CLDR does and, after a comma, the subdivision in its own language."""
    country, _, part = code.partition("-")
    name = cldr_locale(site_language).territories.get(country, country)
    if not part:
        return str(name)
    comma = _COMMAS.get(site_language, ", ")
    return f"{name}{comma}{_part_names(country).get(part, part)}"


@lru_cache(maxsize=256)
def _part_names(country: str) -> dict[str, str]:
    import holidays

    aliases = getattr(getattr(holidays, country, None), "subdivisions_aliases", {})
    return {part: name for name, part in aliases.items()}


@lru_cache(maxsize=256)
def _source(code: str) -> HolidayBase:
    if code not in calendar_codes():
        raise UnknownCalendar(code)
    return _load(code, None, None)


def _observed(
    code: str, year: int, language: str | None, without: frozenset[str]
) -> dict[date, str]:
    """Return the holidays of a year, by date, but for those that are left out."""
    days = _days_off(code, year, language)
    if not without:
        return dict(days)
    english = _days_off(code, year, _english(code))
    return {
        day: name
        for day, name in days.items()
        if any(base_name(each) not in without for each in english.get(day, name).split(_AND))
    }


@lru_cache(maxsize=4096)
def _days_off(code: str, year: int, language: str | None) -> Mapping[date, str]:
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
        day: _AND.join(each for each in name.split(_AND) if base_name(each) not in no_days_off)
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


def _english(code: str) -> str | None:
    """Return the library's English for a calendar; its only language where it knows but one."""
    known = _source(code).supported_languages
    return next((each for each in known if _tag(each).split("-")[0] == "en"), None)


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


def _tag(language: str) -> str:
    return language.replace("_", "-")
