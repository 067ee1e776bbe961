"""List and name the IANA time zones."""

from __future__ import annotations

import tomllib
import unicodedata
import zoneinfo
from datetime import UTC as UTC_CLOCK
from datetime import datetime, timedelta
from functools import lru_cache
from importlib import resources
from pathlib import Path
from typing import Any

from babel.core import get_global

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
    """Return what people call the time of a zone: “Japan time”. UTC is UTC in every language."""
    if key in _UTC_KEYS:
        return UTC
    if key.startswith("Etc/"):
        return _fixed_offset(key)
    key = get_global("zone_aliases").get(key, key)
    names = _names()
    known = names["clocks"].get(key) or _shared_names(key)
    city = zone_city(key, site_language)
    return (known.get(site_language) or _by_city(city, site_language)).format(city=city)


def _by_city(city: str, site_language: str) -> str:
    """Return the pattern of a name that has the city in it: “heure de”, “heure d’”."""
    with_vowel: dict[str, str] = _names()["by_city_with_vowel"]
    first = unicodedata.normalize("NFD", city)[0]
    if first in "AEIOU" and site_language in with_vowel:
        return with_vowel[site_language]
    return str(_names()["by_city"][site_language])


def _shared_names(key: str) -> dict[str, str]:
    """Return the names of a clock that several places have, by language; none for most clocks."""
    clock = get_global("meta_zones").get(key, "")
    found: dict[str, str] = _names()["shared"].get(clock, {})
    if not found and zone_country(key) == "US":
        found = _names()["american"].get(clock, {})
    return found


@lru_cache(maxsize=1)
def _names() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name("zone_names.toml").read_text("utf-8"))


@lru_cache(maxsize=1024)
def zone_name_with_place(key: str, site_language: str) -> str:
    """Return the place of a zone: “Japan”, and “USA – New York” where a country has several."""
    if key in _UTC_KEYS or key.startswith("Etc/"):
        return zone_name(key, site_language)
    key = get_global("zone_aliases").get(key, key)
    country = get_global("zone_territories").get(key)
    if country is None:
        return zone_city(key, site_language)
    names = cldr_locale(site_language).territories
    own = _names()["countries"].get(country, {}).get(site_language)
    place = str(own or names.get(country, country))
    if len(get_global("territory_zones").get(country, ())) <= 1:
        return place
    return f"{place} – {zone_city(key, site_language)}"


@lru_cache(maxsize=1024)
def zone_city(key: str, site_language: str) -> str:
    """Return the city of a zone: “London”. UTC has none and keeps its name."""
    if key in _UTC_KEYS or key.startswith("Etc/"):
        return zone_name(key, site_language)
    if written := _names()["cities"].get(key, {}).get(site_language):
        return str(written)
    places = cldr_locale(site_language).time_zones
    # CLDR may have the place by an old spelling of its key.
    named = (places.get(each, {}).get("city") for each in (key, *_other_spellings(key)))
    own = key.rpartition("/")[2].replace("_", " ")
    return str(next((city for city in named if city), own))


@lru_cache(maxsize=1024)
def _other_spellings(key: str) -> tuple[str, ...]:
    aliases = get_global("zone_aliases")
    usual = aliases.get(key, key)
    return (usual, *(old for old, new in aliases.items() if new == usual))


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
    """Return “UTC−3” for Etc/GMT+3: the keys count the other way round."""
    name = key.removeprefix("Etc/GMT")
    return f"UTC{name.translate(str.maketrans('+-', '−+'))}" if name[:1] in "+-" else UTC
