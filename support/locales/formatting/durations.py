from __future__ import annotations

from datetime import timedelta

from babel import Locale
from babel.units import format_unit

from support.locales.formatting.lists import join
from support.locales.languages import cldr_locale


def format_duration(seconds: int, language: str) -> str:
    """Return seconds as in “1 minute 22 seconds” or “38 hours”, without the parts that are 0."""
    minutes, rest = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return _in_units({"hour": hours, "minute": minutes, "second": rest}, language)


def format_length(length: timedelta, language: str) -> str:
    """Return whole minutes as in “2 hours 30 minutes”, without the parts that are 0."""
    hours, minutes = divmod(length // timedelta(minutes=1), 60)
    return _in_units({"hour": hours, "minute": minutes}, language)


def _in_units(counts: dict[str, int], language: str) -> str:
    """Join the units that are not 0. If all are, the last one is shown."""
    locale = cldr_locale(language)
    parts = [_unit(count, unit, locale) for unit, count in counts.items() if count]
    if not parts:
        return _unit(0, list(counts)[-1], locale)
    if language == "ja":
        return "".join(parts)
    return join(parts, language) if language in ("fr", "it", "es", "pt") else " ".join(parts)


def _unit(count: int, unit: str, locale: Locale) -> str:
    name = f"duration-{unit}"
    text = format_unit(count, name, "long", locale=locale)
    # Where a language has short forms only, Babel prints the name of the unit.
    text = format_unit(count, name, "short", locale=locale) if name in text else text
    # No space between number and counter in Japanese.
    return text.replace(" ", "") if locale.language == "ja" else text
