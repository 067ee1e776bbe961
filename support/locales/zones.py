"""List and name the IANA time zones."""

from __future__ import annotations

import zoneinfo
from datetime import UTC as UTC_CLOCK
from datetime import datetime, timedelta
from functools import lru_cache
from importlib import resources

from babel.core import get_global
from babel.dates import get_timezone, get_timezone_location, get_timezone_name

from support.locales.languages import cldr_locale

UTC = "UTC"

# Any year will do that has no change of rules ahead in it; a week apart, any two rules differ.
_SAMPLE = tuple(
    datetime(2027, 1, 1, 12, tzinfo=UTC_CLOCK) + timedelta(weeks=week) for week in range(53)
)

_UTC_KEYS = {"UTC", "Etc/UTC", "Etc/GMT", "GMT", "Etc/UCT", "Zulu"}


@lru_cache(maxsize=1)
def zone_keys() -> frozenset[str]:
    """Return every key that is accepted: places, old spellings of them, and UTC."""
    return frozenset(key for key in zoneinfo.available_timezones() if key == UTC or "/" in key) - {
        "Factory",
        "localtime",
    }


@lru_cache(maxsize=1024)
def zone_name(key: str, site_language: str) -> str:
    """Return what people call the time of a zone: “Japan Time”. UTC is UTC in every language."""
    if key in _UTC_KEYS:
        return UTC
    if key.startswith("Etc/"):
        return _fixed_offset(key)
    return str(get_timezone_name(get_timezone(key), "long", locale=cldr_locale(site_language)))


@lru_cache(maxsize=1024)
def zone_name_with_place(key: str, site_language: str) -> str:
    """Return the name of a zone by its country, and by its city if the country has several."""
    if key in _UTC_KEYS or key.startswith("Etc/"):
        return zone_name(key, site_language)
    return str(get_timezone_location(get_timezone(key), cldr_locale(site_language)))


@lru_cache(maxsize=1024)
def zone_city(key: str, site_language: str) -> str:
    """Return the city of a zone: “London”. UTC has none and keeps its name."""
    if key in _UTC_KEYS or key.startswith("Etc/"):
        return zone_name(key, site_language)
    locale = cldr_locale(site_language)
    city = str(get_timezone_location(get_timezone(key), locale, return_city=True))
    return city.rpartition("/")[2]


@lru_cache(maxsize=16)
def all_zones(site_language: str) -> tuple[tuple[str, str], ...]:
    """Return every (key, name with place) on offer: UTC, then by name, without old spellings."""
    aliases = get_global("zone_aliases")
    pairs = [
        (key, zone_name_with_place(key, site_language))
        for key in zone_keys()
        if key != UTC and key not in aliases and not key.startswith("Etc/")
    ]
    return ((UTC, UTC), *sorted(pairs, key=lambda pair: (pair[1].casefold(), pair[0])))


@lru_cache(maxsize=1024)
def clock_of(key: str) -> tuple[int, ...]:
    """Return the zone's offsets in minutes, week by week, through a year: how its clock goes."""
    zone = zoneinfo.ZoneInfo(key)
    offsets = (instant.astimezone(zone).utcoffset() for instant in _SAMPLE)
    return tuple(offset // timedelta(minutes=1) for offset in offsets if offset is not None)


def zone_country(key: str) -> str:
    """Return the ISO 3166 code of the country in which the zone lies; empty for UTC."""
    return _countries().get(key, "")


@lru_cache(maxsize=1)
def _countries() -> dict[str, str]:
    table = resources.files("tzdata.zoneinfo").joinpath("zone.tab").read_text("utf-8")
    rows = (line.split("\t") for line in table.splitlines() if not line.startswith("#"))
    return {key: country for country, _place, key, *_comment in rows}


def _fixed_offset(key: str) -> str:
    """Return “UTC-3” for Etc/GMT+3: the keys count the other way round."""
    name = key.removeprefix("Etc/GMT")
    return f"UTC{name.translate(str.maketrans('+-', '-+'))}" if name[:1] in "+-" else UTC
