"""IANA time zones: which exist and what they are called."""

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
    """Every key staff may use: places, and UTC. Old spellings are known too."""
    return frozenset(key for key in zoneinfo.available_timezones() if key == UTC or "/" in key) - {
        "Factory",
        "localtime",
    }


@lru_cache(maxsize=1024)
def zone_name(key: str, site_language: str) -> str:
    """What people call the time of this zone: "Japan Time"; UTC is called UTC everywhere."""
    if key in _UTC_KEYS:
        return UTC
    if key.startswith("Etc/"):
        return key.removeprefix("Etc/")
    return str(get_timezone_name(get_timezone(key), "long", locale=cldr_locale(site_language)))


@lru_cache(maxsize=1024)
def zone_name_with_place(key: str, site_language: str) -> str:
    """The name by country and, where that has several zones, by city too."""
    if key in _UTC_KEYS or key.startswith("Etc/"):
        return zone_name(key, site_language)
    return str(get_timezone_location(get_timezone(key), cldr_locale(site_language)))


@lru_cache(maxsize=1024)
def zone_city(key: str, site_language: str) -> str:
    """The place whose clock it is: “London”; UTC is no place and keeps its name."""
    if key in _UTC_KEYS or key.startswith("Etc/"):
        return zone_name(key, site_language)
    locale = cldr_locale(site_language)
    city = str(get_timezone_location(get_timezone(key), locale, return_city=True))
    return city.rpartition("/")[2]


@lru_cache(maxsize=16)
def all_zones(site_language: str) -> tuple[tuple[str, str], ...]:
    """Every (key, name with the place) to choose from, sorted by name, UTC first; no old names."""
    aliases = get_global("zone_aliases")
    pairs = [
        (key, zone_name_with_place(key, site_language))
        for key in zone_keys()
        if key != UTC and key not in aliases and not key.startswith("Etc/")
    ]
    return ((UTC, UTC), *sorted(pairs, key=lambda pair: (pair[1].casefold(), pair[0])))
