"""Times, weekdays, moments, durations and lists as CLDR writes them in a site language.

Whatever is not CLDR's but ours is here too: how weekdays are joined into ranges, and that
midnight at the end of a day is 24:00.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date as cldr_date
from babel.dates import (
    format_interval,
    format_skeleton,
    get_day_names,
    get_timezone_gmt,
    parse_pattern,
)
from babel.dates import format_time as cldr_time
from babel.lists import format_list
from babel.units import format_unit
from django.utils.translation import gettext as _

from support.locales.languages import cldr_locale
from support.schedule import EVERY_DAY, Weekday

# Beyond six days a weekday alone could be either of two.
_WEEKDAY_IS_CLEAR = timedelta(days=6)


# Staff write few hours and weekdays, and thousands of windows share them.
@lru_cache(maxsize=4096)
def format_hours(opens: time, closes: time, language: str) -> str:
    """As in 10:00–18:00; a closing time of midnight reads 24:00. No weekdays, no zone."""
    locale = cldr_locale(language)
    first, second = _hours_patterns(locale)
    if closes == time(0):
        second = second.replace("H", "k")
    return f"{cldr_time(opens, first, locale=locale)}{cldr_time(closes, second, locale=locale)}"


@lru_cache(maxsize=2048)
def format_closing(closes: time, language: str) -> str:
    """The end of such hours alone, as in 18:00 or 24:00."""
    locale = cldr_locale(language)
    _, pattern = _hours_patterns(locale)
    return str(
        cldr_time(
            closes, pattern.replace("H", "k") if closes == time(0) else pattern, locale=locale
        )
    )


def hours_templates(language: str) -> tuple[str, str]:
    """What `format_hours` puts the two times into: `%(HH)s` or `%(H)s`, and `%(mm)s`."""
    opens, closes = _hours_patterns(cldr_locale(language))
    return str(parse_pattern(opens).format), str(parse_pattern(closes).format)


def format_time(at: time, language: str, *, ends_day: bool = False) -> str:
    """As in 18:00; midnight at which a day ends reads 24:00."""
    locale = cldr_locale(language)
    pattern = locale.time_formats["short"].pattern
    if ends_day and at == time(0):
        pattern = pattern.replace("H", "k")
    return _time_of_day(at, pattern, locale)


def format_weekdays(weekdays: Collection[Weekday], language: str) -> str:
    """As in “Mon–Wed and Sat”, from three days in a row a range; "every day" for all seven."""
    weekdays = frozenset(weekdays)
    return _("every day") if weekdays == EVERY_DAY else _weekday_ranges(weekdays, language)


@lru_cache(maxsize=2048)
def _weekday_ranges(weekdays: frozenset[Weekday], language: str) -> str:
    locale = cldr_locale(language)
    names = get_day_names("abbreviated", "stand-alone", locale=locale)
    parts: list[str] = []
    for run in _runs(sorted(weekdays)):
        if len(run) > 2:
            parts.append(f"{names[run[0]]}{range_separator(language)}{names[run[-1]]}")
        else:
            parts += [names[day] for day in run]
    return join(parts, language)


def format_moment(
    at: datetime, zone: str, language: str, seen_from: datetime | None, *, ends: bool = False
) -> str:
    """When something happens, on the clock of `zone`: "18:00", "Monday, 10:00", "3 Dec, 10:00".

    What `ends` at midnight does so at 24:00 of the day before. How much is said depends on how far
    `at` is from `seen_from`, the beginning of the present state, not from now: so the words stay
    the same, and stay true, until the state changes.
    """
    locale = cldr_locale(language)
    local = at.astimezone(ZoneInfo(zone))
    pattern = locale.time_formats["short"].pattern
    if ends and local.time() == time(0):
        pattern = pattern.replace("H", "k")
        local -= timedelta(days=1)
    clock = _time_of_day(local.time(), pattern, locale)
    seen = seen_from.astimezone(ZoneInfo(zone)) if seen_from else None
    if seen and seen.date() == local.date():
        return clock
    if seen and at - seen <= _WEEKDAY_IS_CLEAR:
        day = weekday_names(language)[local.weekday()]
    elif seen and seen.year == local.year:
        day = format_days(local.date(), local.date(), language)
    else:
        day = format_date(local.date(), language)
    return _joined(day, clock, locale)


def weekday_names(language: str) -> tuple[str, ...]:
    """In full, Monday first, as they stand in a sentence."""
    names = get_day_names("wide", "format", locale=cldr_locale(language))
    return tuple(str(names[day]) for day in range(7))


def moment_patterns(language: str) -> tuple[str, str]:
    """CLDR's pattern of a time of day, and the one that joins a day, {1}, with a time, {0}."""
    locale = cldr_locale(language)
    return locale.time_formats["short"].pattern, str(locale.datetime_formats["short"])


def format_moment_in_full(at: datetime, zone: str, language: str) -> str:
    """As in “23 November 2026, 14:05:09”, on the clock of `zone`, which stands elsewhere."""
    locale = cldr_locale(language)
    local = at.astimezone(ZoneInfo(zone))
    return _joined(
        str(cldr_date(local.date(), "long", locale=locale)),
        str(cldr_time(local.time(), "medium", locale=locale)),
        locale,
    )


@lru_cache(maxsize=4096)
def _time_of_day(at: time, pattern: str, locale: Locale) -> str:
    return str(cldr_time(at, pattern, locale=locale))


def format_clock(at: time, language: str, *, ends: bool = False) -> str:
    """A time of day, as in 09:30. What `ends` at midnight does so at 24:00."""
    locale = cldr_locale(language)
    pattern = locale.time_formats["short"].pattern
    return _time_of_day(
        at, pattern.replace("H", "k") if ends and at == time(0) else pattern, locale
    )


def format_exact_time(at: datetime, language: str) -> str:
    """As in 02:30 GMT+02:00, which tells the two passes of an hour apart."""
    return (
        f"{format_time(at.time(), language)} {get_timezone_gmt(at, locale=cldr_locale(language))}"
    )


def format_date(day: date, language: str) -> str:
    return str(cldr_date(day, "long", locale=cldr_locale(language)))


def format_full_date(day: date, language: str) -> str:
    """As in “Saturday 5 December 2026”."""
    locale = cldr_locale(language)
    # A comma after the weekday is CLDR’s for English, and nobody’s in Britain.
    pattern = "EEEE d MMMM y" if language == "en" else "full"
    return str(cldr_date(day, pattern, locale=locale))


def format_days(first: date, last: date, language: str) -> str:
    """As in “Thu 24 Dec” or “Thu 24 – Sat 26 Dec”; without the year, for days that are near."""
    locale = cldr_locale(language)
    if first == last:
        return str(format_skeleton("MMMEd", first, locale=locale))
    return str(format_interval(first, last, "MMMEd", locale=locale))


def format_dates(first: date, last: date, language: str) -> str:
    """As in “24 Dec 2026” or “24–26 Dec 2026”."""
    locale = cldr_locale(language)
    if first == last:
        return str(format_skeleton("yMMMd", first, locale=locale))
    return str(format_interval(first, last, "yMMMd", locale=locale))


def format_wall_range(start: datetime, end: datetime, language: str) -> str:
    """Two moments on one clock, without the year: “Thu 24 Dec, 15:00 – Sun 27 Dec, 09:00”.

    The midnight at the end of the first day is its 24:00.
    """
    locale = cldr_locale(language)
    next_midnight = datetime.combine(start.date() + timedelta(days=1), time(0), end.tzinfo)
    if start.date() == end.date() or end == next_midnight:
        return _joined(
            format_days(start.date(), start.date(), language),
            format_hours(start.time(), end.time(), language),
            locale,
        )
    sides = (
        _joined(
            format_days(moment.date(), moment.date(), language),
            str(cldr_time(moment.time(), "short", locale=locale)),
            locale,
        )
        for moment in (start, end)
    )
    return str(locale.interval_formats[None]).format(*sides)


def format_duration(seconds: int, language: str) -> str:
    """As in “1 minute 22 seconds” or “38 hours”; parts that are zero are left out."""
    locale = cldr_locale(language)
    minutes, rest = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    parts = [
        _unit(count, unit, locale)
        for count, unit in ((hours, "hour"), (minutes, "minute"), (rest, "second"))
        if count
    ]
    return " ".join(parts) if parts else _unit(0, "second", locale)


def format_length(length: timedelta, language: str) -> str:
    """As in “2 hours 30 minutes”; parts that are zero are left out."""
    locale = cldr_locale(language)
    hours, minutes = divmod(length // timedelta(minutes=1), 60)
    parts = [
        _unit(count, unit, locale)
        for count, unit in ((hours, "hour"), (minutes, "minute"))
        if count
    ]
    return " ".join(parts) if parts else _unit(0, "minute", locale)


def join(items: Sequence[str], language: str) -> str:
    """As in “A, B and C”."""
    return str(format_list(items, locale=cldr_locale(language)))


def join_or(items: Sequence[str], language: str) -> str:
    """As in “A, B or C”."""
    return str(format_list(items, style="or", locale=cldr_locale(language)))


def _joined(day: str, clock: str, locale: Locale) -> str:
    return str(locale.datetime_formats["short"]).replace("{1}", day).replace("{0}", clock)


def _unit(count: int, unit: str, locale: Locale) -> str:
    name = f"duration-{unit}"
    text = format_unit(count, name, "long", locale=locale)
    # Where a language has short forms only, Babel prints the name of the unit.
    return format_unit(count, name, "short", locale=locale) if name in text else text


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
    """CLDR's patterns for the two ends of a range of hours, the dash belonging to the first.

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
    """The dash of a range of hours or weekdays, with the spaces that belong to it."""
    locale = cldr_locale(language)
    return _hours_patterns(locale)[0].removeprefix(locale.time_formats["short"].pattern)
