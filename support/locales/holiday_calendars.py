"""Public holidays of countries and subdivisions, from the `holidays` library.

It knows names in the calendar's own language and, for most calendars, in English and a few more.
It is imported when a calendar is first asked for: most portals observe none, and it takes a sixth
of a second.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from support.locales.languages import cldr_locale
from support.schedule import HolidayCalendar

if TYPE_CHECKING:
    from holidays import HolidayBase

# Days off that no law names and everybody takes, such as Midsummer's Eve in Sweden.
_CATEGORIES = ("public", "de_facto")


class UnknownCalendar(ValueError):
    """The code is of no country or subdivision whose holidays are known."""


class HolidayName(NamedTuple):
    """A name and the BCP 47 tag of its language."""

    text: str
    language: str


@lru_cache(maxsize=64)
def holiday_calendar(code: str) -> HolidayCalendar:
    """For "JP" or "GB-ENG", names in the calendar's own language. Raises UnknownCalendar."""
    native = _source(code).default_language
    return HolidayCalendar(code, lambda year: _of_year(code, year, native))


def native_language(code: str) -> str:
    """The BCP 47 tag in which the names of `holiday_calendar(code)` are."""
    return _tag(_source(code).default_language or "en")


def holiday_name(code: str, day: date, site_language: str) -> HolidayName | None:
    """The name in a site language, else in English; None where only the native one is known."""
    known = _source(code).supported_languages
    for tag in (site_language, "en"):
        for language in known:
            if _tag(language).split("-")[0] == tag:
                name = _of_year(code, day.year, language).get(day)
                return HolidayName(name, _tag(language)) if name else None
    return None


@lru_cache(maxsize=1)
def calendar_codes() -> frozenset[str]:
    """Every code that `holiday_calendar` knows."""
    import holidays

    countries = holidays.list_supported_countries(include_aliases=False)
    return frozenset(countries) | {
        f"{country}-{part}" for country, parts in countries.items() for part in parts
    }


@lru_cache(maxsize=16)
def all_calendars(site_language: str) -> tuple[tuple[str, str], ...]:
    """Every (code, name) to choose from, sorted by name."""
    pairs = ((code, calendar_name(code, site_language)) for code in calendar_codes())
    return tuple(sorted(pairs, key=lambda pair: (pair[1].casefold(), pair[0])))


def calendar_name(code: str, site_language: str) -> str:
    """The country by its CLDR name and, after a comma, the subdivision by its native one."""
    country, _, part = code.partition("-")
    name = cldr_locale(site_language).territories.get(country, country)
    if not part:
        return str(name)
    return f"{name}, {_part_names(country).get(part, part)}"


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


@lru_cache(maxsize=1024)
def _of_year(code: str, year: int, language: str | None) -> Mapping[date, str]:
    """By date; several on one day are named together."""
    return {day: name for day, name in _load(code, year, language).items() if day.year == year}


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
