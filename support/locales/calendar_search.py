"""Find the calendars of public holidays that a typed text can mean."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from itertools import chain

from support.locales.calendar_names import all_calendars, own_part_names, part_name
from support.locales.holiday_calendars import calendar_codes
from support.locales.languages import SITE_LANGUAGES, cldr_locale
from support.locales.matching import best_matches, folded
from support.locales.zone_search import more_names_of_country

Codes = tuple[str, ...]


def find_calendars(text: str, site_language: str) -> Codes:
    """Return the codes of the calendars that `text` may mean; none for nonsense.

    The whole name of a country or of a part of one means that and nothing else, in the site
    language or in English first, then in any site language: “Wales” is not in New South Wales.
    Otherwise names that have all the words are found.
    """
    wanted = folded(text)
    found = _called(wanted, site_language) or _called(wanted, "en") or _called_elsewhere(wanted)
    if found:
        return found
    names = ((code, folded(name)) for code, name in all_calendars(site_language))
    return tuple(best_matches(wanted, names))


def _called(wanted: str, language: str) -> Codes:
    return _whole_names(language).get(wanted, ())


def _called_elsewhere(wanted: str) -> Codes:
    """Return what is called so in any language: “Angleterre” is a part, “Congo” two countries."""
    found = tuple(code for language in SITE_LANGUAGES for code in _called(wanted, language))
    parts = tuple(code for code in found if "-" in code)
    return tuple(dict.fromkeys(parts or (*found, *_more_names().get(wanted, ()))))


@lru_cache(maxsize=16)
def _whole_names(language: str) -> dict[str, Codes]:
    return _by_name((_name(code, language), code) for code in sorted(calendar_codes()))


def _name(code: str, language: str) -> str:
    country, _, part = code.partition("-")
    if part:
        return part_name(country, part, language)
    return str(cldr_locale(language).territories.get(country, country))


@lru_cache(maxsize=1)
def _more_names() -> dict[str, Codes]:
    """Return what countries and parts are called besides: “USA”, “Bayern”."""
    countries = sorted(code for code in calendar_codes() if "-" not in code)
    more = ((name, code) for code in countries for name in more_names_of_country(code))
    return _by_name(chain(more, ((name, code) for code, name in own_part_names())))


def _by_name(pairs: Iterable[tuple[str, str]]) -> dict[str, Codes]:
    found: dict[str, Codes] = {}
    for name, code in pairs:
        name = folded(name)
        found[name] = tuple(dict.fromkeys((*found.get(name, ()), code)))
    return found
