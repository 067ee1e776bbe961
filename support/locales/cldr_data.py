"""What Babel keeps of CLDR, without what the portal never shows.

Babel reads all that CLDR says of a locale and keeps it for good, a megabyte for each. More than
half are currencies and units of measurement.
"""

from __future__ import annotations

from typing import Any, cast

from babel import Locale, localedata
from babel.core import get_global

_NEVER_SHOWN = (
    "compact_currency_formats",
    "compact_decimal_formats",
    "compound_unit_patterns",
    "currency_names",
    "currency_names_plural",
    "currency_symbols",
    "currency_unit_patterns",
    "date_fields",
    "variants",
)
# Of units, only lengths of time are shown, such as “2 hours”.
_SHOWN_UNITS = "duration-"


def read_locale(tag: str) -> Locale:
    """Return the locale of a BCP 47 tag, with its data made small.

    Raises babel.UnknownLocaleError or ValueError.
    """
    locale = Locale.parse(tag, sep="-")
    for name in _with_parents(str(locale)):
        _make_small(localedata.load(name))
    _make_shared_data_small()
    return locale


def _make_shared_data_small() -> None:
    """Forget who pays and speaks what where, and how the seven thousand languages are written that
    CLDR does not even name."""
    for data in (
        get_global("all_currencies"),
        get_global("territory_currencies"),
        get_global("territory_languages"),
    ):
        cast("dict[str, Any]", data).clear()
    named = {"und", *localedata.load("en")["languages"]}
    likely = cast("dict[str, Any]", get_global("likely_subtags"))
    for key in [key for key in likely if key.split("_")[0] not in named]:
        del likely[key]


def _with_parents(name: str) -> list[str]:
    """Return the name and those of the locales from which it inherits, the first of them first."""
    names = [name]
    while names[0] != "root":
        stated = get_global("parent_exceptions").get(names[0])
        names.insert(0, stated or names[0].rpartition("_")[0] or "root")
    return names


def _make_small(data: dict[str, Any]) -> None:
    for key in _NEVER_SHOWN:
        data.pop(key, None)
    for key in ("unit_patterns", "unit_display_names"):
        units = data.get(key, {})
        data[key] = {name: units[name] for name in units if name.startswith(_SHOWN_UNITS)}
