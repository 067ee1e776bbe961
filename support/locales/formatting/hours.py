"""Write times of day and hours. Midnight at the end of a day is 24:00."""

from __future__ import annotations

from datetime import time
from functools import lru_cache

from babel import Locale
from babel.dates import format_time as cldr_time
from babel.dates import parse_pattern
from django.utils.translation import gettext as _

from support.locales.languages import cldr_locale


def format_time(at: time, language: str, *, ends: bool = False) -> str:
    """Return a time of day as in 18:00. If something `ends` at midnight, that is 24:00."""
    locale = cldr_locale(language)
    pattern = locale.time_formats["short"].pattern
    if ends and at == time(0):
        pattern = _with_24(pattern)
    return _time_of_day(at, pattern, locale)


# Staff write few hours and weekdays, and thousands of windows share them.
@lru_cache(maxsize=4096)
def format_hours(opens: time, closes: time, language: str) -> str:
    """Return hours as in 10:00–18:00, without weekdays and zone. Closing at midnight is 24:00."""
    locale = cldr_locale(language)
    opening, _second = _hours_patterns(locale)
    return f"{cldr_time(opens, opening, locale=locale)}{format_closing(closes, language)}"


@lru_cache(maxsize=2048)
def format_closing(closes: time, language: str) -> str:
    """Return the closing time as a range of hours ends with it, as in 18:00 or 24:00."""
    locale = cldr_locale(language)
    _, pattern = _hours_patterns(locale)
    if closes == time(0):
        pattern = _with_24(pattern)
    return str(cldr_time(closes, pattern, locale=locale))


def hours_to_next_day(opens: time, closes: time, language: str) -> str:
    """Return hours that end on the next day as in “12:00–06:00 the next day”."""
    clock, _second = _hours_patterns(cldr_locale(language))
    opening = cldr_time(opens, clock, locale=cldr_locale(language))
    # Translators: {opens} is “12:00–”, with the dash, {closes} is “06:00”.
    return _("{opens}{closes} the next day").format(
        opens=opening, closes=format_closing(closes, language)
    )


def hours_templates(language: str) -> tuple[str, str]:
    """Return the two ends of a range of hours with placeholders: `%(HH)s` or `%(H)s`, `%(mm)s`."""
    opens, closes = _hours_patterns(cldr_locale(language))
    return str(parse_pattern(opens).format), str(parse_pattern(closes).format)


def range_separator(language: str) -> str:
    """Return the dash of a range of hours or weekdays, with its spaces."""
    locale = cldr_locale(language)
    return _hours_patterns(locale)[0].removeprefix(locale.time_formats["short"].pattern)


@lru_cache(maxsize=64)
def _hours_patterns(locale: Locale) -> tuple[str, str]:
    """Return CLDR's patterns for the two ends of a range of hours; the first one has the dash.

    Where CLDR spells hours out in a range but not in a time of day (Japanese), the ordinary time
    of day is used with the dash of any range.
    """
    clock = locale.time_formats["short"].pattern
    first, second = locale.interval_formats["Hm"]["m"]
    if first.startswith(clock):
        return first, second
    dash = locale.interval_formats[None].replace("{0}", "").replace("{1}", "")
    return f"{clock}{dash}", clock


@lru_cache(maxsize=4096)
def _time_of_day(at: time, pattern: str, locale: Locale) -> str:
    return str(cldr_time(at, pattern, locale=locale))


def _with_24(pattern: str) -> str:
    """Return the pattern that writes midnight as 24:00."""
    return pattern.replace("H", "k")
