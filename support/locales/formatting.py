"""Write times, weekdays, moments, durations and lists as CLDR does in a site language.

Two rules are ours and not CLDR's: how weekdays are joined into ranges, and that midnight at the
end of a day is 24:00.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import NamedTuple
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date as cldr_date
from babel.dates import (
    format_interval,
    format_skeleton,
    get_day_names,
    get_month_names,
    get_timezone_gmt,
    parse_pattern,
)
from babel.dates import format_time as cldr_time
from babel.lists import format_list
from babel.units import format_unit
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from support.locales.languages import cldr_locale
from support.schedule import EVERY_DAY, Season, Weekday, sort_monthly

# Ordinal numbers agree with these in two languages; elsewhere weekdays have one gender.
_FEMININE_WEEKDAYS = {
    "it": frozenset({Weekday.SU}),
    "pt": frozenset({Weekday.MO, Weekday.TU, Weekday.WE, Weekday.TH, Weekday.FR}),
}

# The ending of a weekday that is one certain of a month: “första fredagen i månaden”.
_DEFINITE_ENDINGS = {"sv": "en"}

# Beyond six days a weekday alone could be either of two.
_WEEKDAY_IS_CLEAR = 6

# How people join a day {1} with a time {0}, and with a range of hours {0}, where that is not as
# CLDR does: of its ways Babel has the one for tables, without “at”.
_DAY_AND_TIME = {
    "fr": "{1} à {0}",
    "de": "{1}, {0} Uhr",
    "nl": "{1} {0} uur",
    "sv": "{1} kl. {0}",
    "da": "{1} kl. {0}",
}
# A time of day that stands without a day: as it would after one.
_TIME_ALONE = {"de": "{0} Uhr", "nl": "{0} uur", "sv": "kl. {0}", "da": "kl. {0}"}
_DAY_AND_HOURS = {"nl": "{1} {0}", "sv": "{1} kl. {0}", "da": "{1} kl. {0}"}

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

# The dash of weekdays, so that days and hours do not look alike, and what stands in a list of them.
_WEEKDAY_RANGES = {"fr": "-", "pt": " a "}
_WEEKDAY_LISTS = {"ja": "・"}

# Every day of a year is in it.
_LEAP_YEAR = 2024


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


def format_time(at: time, language: str, *, ends: bool = False) -> str:
    """Return a time of day as in 18:00. If something `ends` at midnight, that is 24:00."""
    locale = cldr_locale(language)
    pattern = locale.time_formats["short"].pattern
    if ends and at == time(0):
        pattern = _with_24(pattern)
    return _time_of_day(at, pattern, locale)


def format_weekdays(weekdays: Collection[Weekday], language: str) -> str:
    """Return weekdays as in “Mon–Wed and Sat”, all seven as “every day”.

    Three days in a row or more are a range.
    """
    weekdays = frozenset(weekdays)
    return _("every day") if weekdays == EVERY_DAY else _weekday_ranges(weekdays, language)


@lru_cache(maxsize=2048)
def _weekday_ranges(weekdays: frozenset[Weekday], language: str) -> str:
    locale = cldr_locale(language)
    names = get_day_names("abbreviated", "stand-alone", locale=locale)
    parts: list[str] = []
    for run in _runs(sorted(weekdays)):
        if len(run) > 2:
            parts.append(f"{names[run[0]]}{weekday_dash(language)}{names[run[-1]]}")
        else:
            parts += [names[day] for day in run]
    return _join_weekdays(parts, language)


def _join_weekdays(parts: Sequence[str], language: str) -> str:
    separator = weekday_separator(language)
    return separator.join(parts) if separator else join(parts, language)


def weekday_dash(language: str) -> str:
    """Return what stands between the first and the last of a range of weekdays."""
    return _WEEKDAY_RANGES.get(language) or range_separator(language)


def weekday_separator(language: str) -> str:
    """Return what stands between weekdays where they are listed as nothing else is; else empty."""
    return _WEEKDAY_LISTS.get(language, "")


def format_places_of_month(
    monthly: Iterable[int], weekdays: Collection[Weekday], language: str
) -> str:
    """Return weekdays of a month as in “first and last Sunday of the month”.

    `monthly` has 1 to 5 for the first to the fifth, -1 for the last, -2 for the second to last.
    """
    days = sorted(weekdays)
    feminine = _FEMININE_WEEKDAYS.get(language, frozenset())
    ordinals = _feminine_ordinals() if feminine.issuperset(days) else _ordinals()
    ending = _DEFINITE_ENDINGS.get(language, "")
    names = [f"{name}{ending}" for name in weekday_names(language)]
    # Translators: {places}: “first and last”, {weekdays}: “Sunday”.
    return _("{places} {weekdays} of the month").format(
        places=_join_weekdays([ordinals[place] for place in sort_monthly(monthly)], language),
        weekdays=_join_weekdays([names[day] for day in days], language),
    )


def _ordinals() -> dict[int, str]:
    return {
        1: pgettext("weekday of the month", "first"),
        2: pgettext("weekday of the month", "second"),
        3: pgettext("weekday of the month", "third"),
        4: pgettext("weekday of the month", "fourth"),
        5: pgettext("weekday of the month", "fifth"),
        -1: pgettext("weekday of the month", "last"),
        -2: pgettext("weekday of the month", "second to last"),
        -3: pgettext("weekday of the month", "third to last"),
        -4: pgettext("weekday of the month", "fourth to last"),
        -5: pgettext("weekday of the month", "fifth to last"),
    }


def _feminine_ordinals() -> dict[int, str]:
    return {
        1: pgettext("feminine weekday of the month", "first"),
        2: pgettext("feminine weekday of the month", "second"),
        3: pgettext("feminine weekday of the month", "third"),
        4: pgettext("feminine weekday of the month", "fourth"),
        5: pgettext("feminine weekday of the month", "fifth"),
        -1: pgettext("feminine weekday of the month", "last"),
        -2: pgettext("feminine weekday of the month", "second to last"),
        -3: pgettext("feminine weekday of the month", "third to last"),
        -4: pgettext("feminine weekday of the month", "fourth to last"),
        -5: pgettext("feminine weekday of the month", "fifth to last"),
    }


class Moment(NamedTuple):
    """A moment on a clock, in words: `time` as a sentence has it, and the day as far as needed.

    At most one of `weekday` and `date` is there. Tomorrow has its weekday too.
    """

    time: str
    weekday: str = ""
    date: str = ""
    is_tomorrow: bool = False


def moment_in_words(
    at: datetime, zone: str, language: str, now: datetime | None, *, ends: bool = False
) -> Moment:
    """Return a moment on the clock of `zone` with its day, as far as the distance from `now` needs
    it; without a `now`, the date.

    The words are true until the day is over on that clock. If something `ends` at midnight, that
    is the end of the day before.
    """
    local = at.astimezone(ZoneInfo(zone))
    told = time_in_sentence(local.time(), language, ends=ends)
    if ends and local.time() == time(0):
        local -= timedelta(days=1)
    today = now.astimezone(ZoneInfo(zone)).date() if now else None
    days = (local.date() - today).days if today else None
    if days == 0:
        return Moment(told)
    if days is not None and 0 < days <= _WEEKDAY_IS_CLEAR:
        weekday = weekday_names(language)[local.weekday()]
        return Moment(told, weekday=weekday, is_tomorrow=days == 1)
    if today and today.year == local.year:
        return Moment(told, date=format_days(local.date(), local.date(), language))
    return Moment(told, date=format_day(local.date(), language))


def time_in_sentence(at: time, language: str, *, ends: bool = False) -> str:
    """Return a time of day as “until” or “at” goes before it: “10:00”, “midnight”, “la 1:00”."""
    usual, at_one, midnight = sentence_times()
    other = at_one if at.hour == 1 else usual
    pattern = midnight if ends and at == time(0) else other
    return pattern.format(time=format_time(at, language, ends=ends))


def sentence_times() -> tuple[str, str, str]:
    """Return the patterns of a time in a sentence: any, one within the hour of 1, and the end of
    a day."""
    return (
        # Translators: a time of day after “until” or “opens at”, with its article or its “o’clock”
        # if it needs one.
        pgettext("in a sentence", "{time}"),
        # Translators: the same between 1:00 and 1:59, where the article is singular (“la 1:00”).
        pgettext("in a sentence, from 1:00 to 1:59", "{time}"),
        # Translators: the same at the end of a day; {time} is “24:00”.
        pgettext("in a sentence, the end of a day", "midnight"),
    )


def format_moment(
    at: datetime, zone: str, language: str, now: datetime | None, *, ends: bool = False
) -> str:
    """Return a moment on the clock of `zone`: “18:00”, “Monday, 10:00” or “Thu 3 Dec, 10:00”."""
    local = at.astimezone(ZoneInfo(zone))
    clock = format_time(local.time(), language, ends=ends)
    moment = moment_in_words(at, zone, language, now, ends=ends)
    day = moment.weekday or moment.date
    if not day:
        return _TIME_ALONE.get(language, "{0}").replace("{0}", clock)
    return _day_and_time(day, clock, language)


def weekday_names(language: str) -> tuple[str, ...]:
    """Return the weekdays in full, Monday first, as a sentence has them."""
    names = get_day_names("wide", "format", locale=cldr_locale(language))
    return tuple(str(names[day]) for day in range(7))


def short_weekday_names(language: str) -> tuple[str, ...]:
    """Return the weekdays in short, Monday first, as they stand by themselves."""
    names = get_day_names("abbreviated", "stand-alone", locale=cldr_locale(language))
    return tuple(str(names[day]) for day in range(7))


def moment_patterns(language: str) -> tuple[str, str]:
    """Return CLDR's pattern of a time of day, and the one that joins a day {1} with a time {0}."""
    clock = cldr_locale(language).time_formats["short"].pattern
    return clock, _day_and_time("{1}", "{0}", language)


def day_and_hours_pattern(language: str) -> str:
    """Return the pattern that joins a day {1} with a range of hours {0}."""
    return _day_and_hours("{1}", "{0}", language)


def format_moment_in_full(at: datetime, zone: str, language: str) -> str:
    """Return a moment as in “23 November 2026, 14:05:09”, on the clock of `zone`, unnamed."""
    locale = cldr_locale(language)
    local = at.astimezone(ZoneInfo(zone))
    return _day_and_time(
        format_date(local.date(), language),
        str(cldr_time(local.time(), "medium", locale=locale)),
        language,
    )


@lru_cache(maxsize=4096)
def _time_of_day(at: time, pattern: str, locale: Locale) -> str:
    return str(cldr_time(at, pattern, locale=locale))


def format_exact_time(at: datetime, language: str) -> str:
    """Return a time as in 02:30 GMT+02:00, which distinguishes the two passes of an hour."""
    return (
        f"{format_time(at.time(), language)} {get_timezone_gmt(at, locale=cldr_locale(language))}"
    )


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


def _with_first(text: str, language: str) -> str:
    """Return dates with the first of a month as an ordinal, where a language has that."""
    first = _FIRST_OF_MONTH.get(language)
    return _FIRST.sub(f"{first} ", text) if first else text


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


def format_wall_range(
    start: datetime, end: datetime, language: str, *, has_year: bool = False
) -> str:
    """Return two moments on one clock as in “Thu 24 Dec, 15:00 – Sun 27 Dec, 09:00”.

    The midnight at the end of the first day is its 24:00. They are near, unless they have the year.
    """
    next_midnight = datetime.combine(start.date() + timedelta(days=1), time(0), end.tzinfo)
    if start.date() == end.date() or end == next_midnight:
        return _day_and_hours(
            _day_of_moment(start, language, has_year=has_year),
            format_hours(start.time(), end.time(), language),
            language,
        )
    sides = [format_wall_moment(moment, language, has_year=has_year) for moment in (start, end)]
    return format_range(sides[0], sides[1], language)


def format_wall_moment(moment: datetime, language: str, *, has_year: bool = False) -> str:
    """Return a moment by its own clock as in “Thu 24 Dec, 15:00”; if it is not near, with year."""
    day = _day_of_moment(moment, language, has_year=has_year)
    return _day_and_time(day, format_time(moment.time(), language), language)


def _day_of_moment(moment: datetime, language: str, *, has_year: bool) -> str:
    day = moment.date()
    return format_day(day, language) if has_year else format_days(day, day, language)


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


def format_duration(seconds: int, language: str) -> str:
    """Return seconds as in “1 minute 22 seconds” or “38 hours”, without the parts that are 0."""
    minutes, rest = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return _in_units({"hour": hours, "minute": minutes, "second": rest}, language)


def format_length(length: timedelta, language: str) -> str:
    """Return whole minutes as in “2 hours 30 minutes”, without the parts that are 0."""
    hours, minutes = divmod(length // timedelta(minutes=1), 60)
    return _in_units({"hour": hours, "minute": minutes}, language)


def join(items: Sequence[str], language: str) -> str:
    """Return a list as in “A, B and C”, and as in “A; B and C” where names have an “and” too."""
    locale = cldr_locale(language)
    between_two = str(format_list(["", ""], locale=locale))
    if len(items) > 1 and any(between_two in item for item in items):
        # Translators: between names of which one has an “and” of its own.
        return _("; ").join(items)
    return str(format_list(items, locale=locale))


def join_or(items: Sequence[str], language: str) -> str:
    """Return the items as in “A, B or C”."""
    return str(format_list(items, style="or", locale=cldr_locale(language)))


def _with_24(pattern: str) -> str:
    """Return the pattern that writes midnight as 24:00."""
    return pattern.replace("H", "k")


def _day_and_time(day: str, clock: str, language: str) -> str:
    usual = str(cldr_locale(language).datetime_formats["short"])
    return _DAY_AND_TIME.get(language, usual).replace("{1}", day).replace("{0}", clock)


def _day_and_hours(day: str, hours: str, language: str) -> str:
    usual = str(cldr_locale(language).datetime_formats["short"])
    return _DAY_AND_HOURS.get(language, usual).replace("{1}", day).replace("{0}", hours)


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


def _runs(weekdays: Sequence[Weekday]) -> list[list[Weekday]]:
    """Split sorted weekdays where a day is missing."""
    runs: list[list[Weekday]] = []
    for weekday in weekdays:
        if runs and weekday == runs[-1][-1] + 1:
            runs[-1].append(weekday)
        else:
            runs.append([weekday])
    return runs


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


def range_separator(language: str) -> str:
    """Return the dash of a range of hours or weekdays, with its spaces."""
    locale = cldr_locale(language)
    return _hours_patterns(locale)[0].removeprefix(locale.time_formats["short"].pattern)
