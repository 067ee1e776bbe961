"""List and name the IANA time zones."""

from __future__ import annotations

import zoneinfo
from functools import lru_cache

from babel.core import get_global
from babel.dates import get_timezone, get_timezone_location, get_timezone_name

from support.locales.languages import cldr_locale

UTC = "UTC"

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
        return key.removeprefix("Etc/")
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
