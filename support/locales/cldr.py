"""The locales of CLDR, as Babel has them, without what the portal never writes.

Babel keeps the whole of each locale: the names of currencies and of every unit are more than a
third of it, in ten languages some megabytes of every worker.
"""

from __future__ import annotations

from functools import lru_cache

from babel import Locale, localedata

_NEVER_WRITTEN = (
    "compact_currency_formats",
    "compact_decimal_formats",
    "currency_formats",
    "currency_names",
    "currency_names_plural",
    "currency_symbols",
    "currency_unit_patterns",
    "variants",
)
_BY_UNIT = ("unit_display_names", "unit_patterns")
_UNITS_OF_TIME = "duration-"


@lru_cache(maxsize=256)
def locale(tag: str) -> Locale:
    """By BCP 47 tag. Raises babel.UnknownLocaleError or ValueError."""
    parsed = Locale.parse(tag, sep="-")
    # Each shares with those that it inherits from, so they come first.
    for name in ("root", parsed.language, str(parsed)):
        _forget_what_is_never_written(name)
    return parsed


def _forget_what_is_never_written(name: str) -> None:
    data = localedata.load(name)  # the same object for everyone
    for key in _NEVER_WRITTEN:
        data.pop(key, None)
    for key in _BY_UNIT:
        data[key] = {
            unit: words for unit, words in data[key].items() if unit.startswith(_UNITS_OF_TIME)
        }
