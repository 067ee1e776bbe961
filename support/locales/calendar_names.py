"""What calendars of holidays are called: a country, or a part of one.

CLDR names the countries. `part_names.csv` has the parts that other languages have names for; a part
that is not there has one name everywhere.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from support.locales.holiday_calendars import calendar_codes
from support.locales.languages import cldr_locale

_COMMAS = {"ja": "、"}  # between a country and its subdivision where that is not “, ”


@lru_cache(maxsize=16)
def all_calendars(site_language: str) -> tuple[tuple[str, str], ...]:
    """Return every (code, name) to choose from, sorted by name."""
    pairs = ((code, calendar_name(code, site_language)) for code in calendar_codes())
    return tuple(sorted(pairs, key=lambda pair: (pair[1].casefold(), pair[0])))


@lru_cache(maxsize=8192)
def calendar_name(code: str, site_language: str) -> str:
    """Name the country as CLDR does and, after a comma, the part as people there call it."""
    country, _, part = code.partition("-")
    name = cldr_locale(site_language).territories.get(country, country)
    if not part:
        return str(name)
    return f"{name}{_COMMAS.get(site_language, ', ')}{part_name(country, part, site_language)}"


@lru_cache(maxsize=1)
def own_part_names() -> tuple[tuple[str, str], ...]:
    """Return every (code, name) of a part of a country, as people there call it."""
    parts = (code.split("-", 1) for code in calendar_codes() if "-" in code)
    return tuple((f"{country}-{part}", part_name(country, part, "own")) for country, part in parts)


def part_name(country: str, part: str, site_language: str) -> str:
    """Return the name of a part, without its country; “own” is a language too."""
    names = _translated_parts().get(f"{country}-{part}", {})
    return names.get(site_language) or names.get("own") or _own_parts(country).get(part, part)


@lru_cache(maxsize=1)
def _translated_parts() -> Mapping[str, Mapping[str, str]]:
    with Path(__file__).with_name("part_names.csv").open(encoding="utf-8", newline="") as file:
        return {row["code"]: row for row in csv.DictReader(file)}


@lru_cache(maxsize=256)
def _own_parts(country: str) -> dict[str, str]:
    """Return the first name that the library has for each part; abbreviations come later."""
    import holidays

    aliases = getattr(getattr(holidays, country, None), "subdivisions_aliases", {})
    return {part: name for name, part in reversed(aliases.items())}
