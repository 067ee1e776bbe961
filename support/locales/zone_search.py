"""Find the time zones that a typed text can mean."""

from __future__ import annotations

import unicodedata

from support.locales.zones import all_zones, zone_city, zone_keys


def find_zones(text: str, site_language: str) -> tuple[str, ...]:
    """Return the keys that match: by the whole key, city or name, else by a part of one.

    Capitals, accents and underscores make no difference. Cities and names are in the site language,
    cities in English too.
    """
    wanted = _folded(text)
    exact = {_folded(key): key for key in zone_keys()}.get(wanted)
    if exact:
        return (exact,)
    names = [(key, *_names(key, name, site_language)) for key, name in all_zones(site_language)]
    same = tuple(key for key, *called in names if wanted in called)
    return same or tuple(key for key, *called in names if any(wanted in name for name in called))


def _names(key: str, name: str, site_language: str) -> tuple[str, str, str]:
    english_city = key.rpartition("/")[2]
    return _folded(name), _folded(zone_city(key, site_language)), _folded(english_city)


def _folded(text: str) -> str:
    letters = unicodedata.normalize("NFKD", text.casefold().replace("_", " "))
    return "".join(letter for letter in letters if not unicodedata.combining(letter)).strip()
