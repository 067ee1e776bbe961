"""Find the time zones that a typed text can mean."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from babel import Locale
from babel.core import get_global

from support.locales.languages import SITE_LANGUAGES, cldr_locale, region
from support.locales.matching import (
    begins_a_word,
    best_matches,
    folded,
    without_umlauts_spelt_out,
)
from support.locales.zones import UTC, all_zones, clock_of, zone_city, zone_country, zone_keys

Keys = tuple[str, ...]

_LONGEST_TEXT = 100
_FIRST_KANA = "ぁ"
_OFFSET = re.compile(r"(?:utc|gmt)?\s*([+-])\s*([0-9]{1,2})(?::?([0-5][0-9]))?")
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—−"), "-")
_PLACES = Path(__file__).with_name("zone_places.toml")


@lru_cache(maxsize=1024)
def find_zones(text: str, site_language: str) -> Keys:
    """Return the keys of the zones that `text` may mean, the best first; none for nonsense.

    A key, an offset, an abbreviation and a whole name (of a place, a country, a zone) mean what
    they mean, and nothing else. Otherwise names that have all the words are found, else those with
    words that begin so. Names are those of the site language and the English ones; a whole name may
    be in any site language. A country is one zone for each clock that it has.
    """
    if len(text) > _LONGEST_TEXT:
        return ()
    plain = unicodedata.normalize("NFKC", text).translate(_DASHES)
    text = " ".join(plain.casefold().split())
    key = _by_small_letters().get(text.replace(" ", "_"))
    if key:
        return (key,)
    offset = _OFFSET.fullmatch(text)
    if offset:
        return _with_offset(*offset.groups())
    for spelling in dict.fromkeys((text, without_umlauts_spelt_out(text))):
        wanted = folded(spelling)
        place = _without_words_about_time(wanted)
        found = (_by_name(wanted, site_language) if place else ()) or (
            _by_name(place, site_language) if place != wanted else ()
        )
        if found:
            return found
    return ()


def _without_words_about_time(wanted: str) -> str:
    """Return “tokyo” for “tokyo time”; nothing where that is all."""
    words = _words_about_time()
    ending = next((word for word in words if word >= _FIRST_KANA and wanted.endswith(word)), "")
    wanted = wanted.removesuffix(ending)
    return " ".join(word for word in wanted.split() if word not in words)


@lru_cache(maxsize=1)
def _words_about_time() -> frozenset[str]:
    return frozenset(map(folded, _data()["about_time"].replace("\n", " ").split(",")))


def tell_the_same_time(keys: Iterable[str]) -> bool:
    """Return whether it makes no difference which of the zones is taken."""
    return len({clock_of(key) for key in keys}) == 1


def _by_name(wanted: str, language: str) -> Keys:
    if not wanted:
        return ()
    languages = tuple(dict.fromkeys((language, "en")))
    same = _called(wanted, languages) or _listed_as(wanted, languages)
    same = same or _called(wanted, SITE_LANGUAGES)
    if same:
        home = region(str(cldr_locale(language)).replace("_", "-"))
        alike = tell_the_same_time(same)
        return tuple(sorted(same, key=lambda key: alike and zone_country(key) != home))
    names = (pair for each in languages for pair in _index(each).items())
    matches = best_matches(wanted, ((keys, name) for name, keys in names if _fits(wanted, name)))
    found = {key for keys in matches for key in keys} or set(_in_country(wanted, languages))
    return tuple(key for key in _offered() if key in found)


def _fits(wanted: str, name: str) -> bool:
    """Refuse what a word of one or two letters begins: “my time” is not Myanmar’s."""
    small = {word for word in wanted.split() if len(word) < 3 and word < _FIRST_KANA}
    return small <= set(name.split())


def _called(wanted: str, languages: Iterable[str]) -> Keys:
    """Return all that has this name in any of the languages."""
    found = (_index(language).get(wanted, ()) for language in languages)
    return tuple(dict.fromkeys(key for keys in found for key in keys))


def _listed_as(wanted: str, languages: Iterable[str]) -> Keys:
    """Return the zone that the lists show by this name: “Germany (Berlin) Time”."""
    listed = (pair for language in languages for pair in all_zones(language))
    return next(((key,) for key, name in listed if folded(name) == wanted), ())


def _in_country(wanted: str, languages: Sequence[str]) -> Iterator[str]:
    """Yield the zones of places in a country, for those who type a word of both."""
    if " " not in wanted:
        return
    for key in _offered():
        country = zone_country(key)
        places = [zone_city(key, language) for language in languages] + _more_names("places", key)
        names = [cldr_locale(language).territories.get(country, "") for language in languages]
        names += _more_names("countries", country)
        place = folded(" ".join(places))
        if any(begins_a_word(word, place) for word in wanted.split()) and best_matches(
            wanted, [(key, folded(" ".join([*names, place])))]
        ):
            yield key


@lru_cache(maxsize=16)
def _index(language: str) -> dict[str, Keys]:
    """Return all that a name in folded form means, countries first; English has also the names
    that are no language’s own."""
    found: dict[str, Keys] = {}
    for name, keys in (
        *_names_of_countries(language),
        *_names_of_places(language),
        *_names_of_clocks(language),
    ):
        name = folded(name)
        found[name] = tuple(dict.fromkeys((*found.get(name, ()), *keys)))
    found.pop("", None)
    return found | dict(_abbreviations()) if language == "en" else found


def _names_of_countries(language: str) -> Iterator[tuple[str, Keys]]:
    for country, keys in _zones_by_country().items():
        names = [locale.territories.get(country, "") for locale in _locales(language)]
        if language == "en":
            names += _more_names("countries", country)
        for name in names:
            yield name, keys


def _names_of_places(language: str) -> Iterator[tuple[str, Keys]]:
    for key in _offered():
        names = [zone_city(key, language)]
        if language == "en":
            older = (_place_of_key(old) for old in _older_keys(key) if _is_of_same_area(old, key))
            names += [_place_of_key(key), *older, *_more_names("places", key)]
        for name in names:
            yield name, (key,)


def _names_of_clocks(language: str) -> Iterator[tuple[str, Keys]]:
    """Yield “Central European Time” and the like."""
    for metazone in _zones_by_metazone():
        for locale in _locales(language):
            for name in locale.meta_zones.get(metazone, {}).get("long", {}).values():
                yield str(name), _alike(metazone)


def _abbreviations() -> Iterator[tuple[str, Keys]]:
    for abbreviations, listed in _data()["abbreviations"].items():
        keys = tuple(listed.split())
        meant = keys if len(keys) > 1 else _alike(_metazone(keys[0])) or keys
        for abbreviation in abbreviations.split():
            yield folded(abbreviation), meant


def _place_of_key(key: str) -> str:
    """Return “Indiana Indianapolis” for America/Indiana/Indianapolis."""
    return key.partition("/")[2].replace("/", " ") or key


@lru_cache(maxsize=16)
def _locales(language: str) -> tuple[Locale, ...]:
    """Return the site language’s, and that of most who speak it: pt is written for Portugal."""
    return tuple(dict.fromkeys((cldr_locale(language), Locale.parse(language))))


def _is_of_same_area(old: str, key: str) -> bool:
    """Say whether an old key names a place: Asia/Saigon does, US/Eastern and Brazil/East do not."""
    return old.split("/")[0] == key.split("/")[0]


@lru_cache(maxsize=1)
def _data() -> dict[str, Any]:
    return tomllib.loads(_PLACES.read_text("utf-8"))


def more_names_of_country(country: str) -> list[str]:
    """Return what a country, or a part of it, is called besides its name in CLDR."""
    return _more_names("countries", country)


def _more_names(kind: str, key: str) -> list[str]:
    names = str(_data()[kind].get(key, ""))
    return names.replace("\n", " ").split(", ") if names else []


@lru_cache(maxsize=256)
def _alike(metazone: str) -> Keys:
    """Return the zones of CLDR's `metazone` that go as its most populous one does."""
    keys = _zones_by_metazone().get(metazone, ())
    return tuple(key for key in keys if clock_of(key) == clock_of(keys[0]))


def _with_offset(sign: str, hours: str, minutes: str | None) -> Keys:
    """Return the fixed clock of that offset, then the zones that have it as their standard time,
    then those that have it in summer."""
    offset = int(hours) * 60 + int(minutes or 0)
    offset = -offset if sign == "-" else offset
    fixed = UTC if offset == 0 else f"Etc/GMT{-offset // 60:+d}" if offset % 60 == 0 else ""
    standard = [key for key in _offered() if min(clock_of(key)) == offset and key != fixed]
    summer = [key for key in _offered() if max(clock_of(key)) == offset and key not in standard]
    found = [fixed] if fixed in zone_keys() else []
    return tuple(dict.fromkeys((*found, *standard, *summer)))


@lru_cache(maxsize=1)
def _by_small_letters() -> dict[str, str]:
    return {key.casefold(): key for key in zone_keys()}


@lru_cache(maxsize=1)
def _offered() -> Keys:
    """Return the keys that are offered, the most populous first."""
    rank = {key: place for place, key in enumerate(_data()["most_populous"].split())}
    keys = (key for key, _ in all_zones("en"))
    return tuple(sorted(keys, key=lambda key: (rank.get(key, len(rank)), key)))


@lru_cache(maxsize=1)
def _zones_by_country() -> dict[str, Keys]:
    """Return, for each country, its most populous zone for each clock that it has."""
    zones: dict[str, dict[tuple[int, ...], str]] = {}
    for key in _offered():
        zones.setdefault(zone_country(key), {}).setdefault(clock_of(key), key)
    return {country: tuple(keys.values()) for country, keys in zones.items() if country}


@lru_cache(maxsize=1)
def _zones_by_metazone() -> dict[str, Keys]:
    zones: dict[str, list[str]] = {}
    for key in _offered():
        zones.setdefault(_metazone(key), []).append(key)
    return {metazone: tuple(keys) for metazone, keys in zones.items() if metazone}


def _metazone(key: str) -> str:
    """Return CLDR's name for the clocks that this one goes with, by the zone's older key too."""
    metazones = get_global("meta_zones")
    for spelling in (key, *_older_keys(key)):
        if spelling in metazones:
            return str(metazones[spelling])
    return ""


def _older_keys(key: str) -> Sequence[str]:
    return _keys_before_renaming().get(key, ())


@lru_cache(maxsize=1)
def _keys_before_renaming() -> dict[str, Sequence[str]]:
    older: dict[str, list[str]] = {}
    for old, key in get_global("zone_aliases").items():
        older.setdefault(key, []).append(old)
    return dict(older)
