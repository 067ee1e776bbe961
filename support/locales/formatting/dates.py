"""Write days and dates; `support/locales/dates.py` reads them."""

from __future__ import annotations

import re
from datetime import date

from babel.dates import format_date as cldr_date
from babel.dates import format_interval, format_skeleton, get_day_names, get_month_names

from support.locales.languages import cldr_locale
from support.schedule import Season

# A day without and with its year, and a date without weekday, where CLDR writes the month as a
# number, or has a comma that parts the weekday from its day in the middle of a sentence.
_DAY_PATTERNS = {"pt": "E, d 'de' MMM", "es": "E d MMM"}

_DAY_AND_YEAR_PATTERNS = {
    "en": "EEE d MMM y",
    "pt": "E, d 'de' MMM 'de' y",
    "es": "E d MMM y",
}

_DATE_PATTERNS = {"pt": "d 'de' MMM 'de' y"}

_FIRST_OF_MONTH = {"fr": "1er", "it": "1º"}

_FIRST = re.compile(r"(?<!\d)1 (?=[^\W\d_])")

# Every day of a year is in it.
_LEAP_YEAR = 2024


def format_date(day: date, language: str) -> str:
    """Return a date as in “24 December 2026”."""
    return _with_first(str(cldr_date(day, "long", locale=cldr_locale(language))), language)


def format_day(day: date, language: str) -> str:
    """Return a date as in “Thu 24 Dec 2026”."""
    locale = cldr_locale(language)
    pattern = _DAY_AND_YEAR_PATTERNS.get(language)
    if pattern:
        return str(cldr_date(day, pattern, locale=locale))
    return _with_first(str(format_skeleton("yMMMEd", day, locale=locale)), language)


def format_full_date(day: date, language: str) -> str:
    """Return the date as in “Saturday 5 December 2026”."""
    locale = cldr_locale(language)
    # A comma after the weekday is CLDR’s for English, and nobody’s in Britain.
    pattern = "EEEE d MMMM y" if language == "en" else "full"
    return _with_first(str(cldr_date(day, pattern, locale=locale)), language)


def format_days(first: date, last: date, language: str) -> str:
    """Return days as in “Thu 24 Dec” or “Thu 24 – Sat 26 Dec”, without the year: they are near."""
    locale = cldr_locale(language)
    pattern = _DAY_PATTERNS.get(language)
    if first == last:
        day = (
            cldr_date(first, pattern, locale=locale)
            if pattern
            else format_skeleton("MMMEd", first, locale=locale)
        )
        return _with_first(str(day), language)
    # CLDR mixes forms within a range, or leaves out its spaces.
    if pattern or language in ("fr", "it", "da"):
        start, end = (format_days(day, day, language) for day in (first, last))
        return format_range(start, end, language)
    return _with_first(str(format_interval(first, last, "MMMEd", locale=locale)), language)


def format_dates(first: date, last: date, language: str) -> str:
    """Return dates as in “24 Dec 2026” or “24–26 Dec 2026”."""
    locale = cldr_locale(language)
    pattern = _DATE_PATTERNS.get(language)
    if pattern:
        start, end = (str(cldr_date(day, pattern, locale=locale)) for day in (first, last))
        return start if first == last else format_range(start, end, language)
    if first == last:
        return _with_first(str(format_skeleton("yMMMd", first, locale=locale)), language)
    return _with_first(str(format_interval(first, last, "yMMMd", locale=locale)), language)


def format_month(day: date, language: str) -> str:
    """Return the month of a day as in “December 2026”."""
    return str(format_skeleton("yMMMM", day, locale=cldr_locale(language)))


def format_season(season: Season, language: str) -> str:
    """Return days of every year as in “1 April – 31 October” or “24 December”."""
    locale = cldr_locale(language)
    first, last = (
        _with_first(str(format_skeleton("MMMMd", date(_LEAP_YEAR, *day), locale=locale)), language)
        for day in (season.first, season.last)
    )
    return first if first == last else format_range(first, last, language)


def format_range(first: str, last: str, language: str) -> str:
    """Return two days or moments in words as a range."""
    # CLDR's Danish has a hyphen without spaces, which would join the day with the time before it.
    pattern = "{0} – {1}" if language == "da" else str(cldr_locale(language).interval_formats[None])
    return pattern.format(first, last)


def day_patterns(language: str) -> dict[str, str | list[str]]:
    """Return the patterns of a day as `format_days` and `format_day` write it, with the names
    that they take."""
    locale = cldr_locale(language)
    weekdays = get_day_names("abbreviated", "format", locale=locale)
    months = get_month_names("abbreviated", "format", locale=locale)
    own = _DAY_PATTERNS.get(language)
    return {
        "pattern": own or str(locale.datetime_skeletons["MMMEd"].pattern),
        "pattern_with_year": _DAY_AND_YEAR_PATTERNS.get(language)
        or str(locale.datetime_skeletons["yMMMEd"].pattern),
        "first": _FIRST_OF_MONTH.get(language, ""),
        "weekdays": [str(weekdays[day]) for day in range(7)],
        "months": [str(months[month]) for month in range(1, 13)],
    }


def _with_first(text: str, language: str) -> str:
    """Return dates with the first of a month as an ordinal, where a language has that."""
    first = _FIRST_OF_MONTH.get(language)
    return _FIRST.sub(f"{first} ", text) if first else text
