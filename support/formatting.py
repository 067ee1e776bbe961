"""Times, weekdays, moments, durations and lists as CLDR writes them in a site language.

Whatever is not CLDR's but ours is here too: how weekdays are joined into ranges, and that
midnight at the end of a day is 24:00.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date as cldr_date
from babel.dates import format_datetime, format_skeleton, get_day_names
from babel.dates import format_time as cldr_time
from babel.lists import format_list
from babel.units import format_unit
from django.utils.translation import gettext as _

from support.languages import cldr_locale
from support.schedule import EVERY_DAY, Weekday

# Beyond six days a weekday alone could be either of two.
_WEEKDAY_IS_CLEAR = timedelta(days=6)


def format_hours(opens: time, closes: time, language: str) -> str:
    """As in 10:00–18:00; a closing time of midnight reads 24:00. No weekdays, no zone."""
    locale = cldr_locale(language)
    first, second = _hours_patterns(locale)
    if closes == time(0):
        second = second.replace("H", "k")
    return f"{cldr_time(opens, first, locale=locale)}{cldr_time(closes, second, locale=locale)}"


def format_weekdays(weekdays: Collection[Weekday], language: str) -> str:
    """As in “Mon–Wed and Sat”, from three days in a row a range; "every day" for all seven."""
    if set(weekdays) == EVERY_DAY:
        return _("every day")
    locale = cldr_locale(language)
    names = get_day_names("abbreviated", "stand-alone", locale=locale)
    parts: list[str] = []
    for run in _runs(sorted(weekdays)):
        if len(run) > 2:
            parts.append(f"{names[run[0]]}{_range_separator(locale)}{names[run[-1]]}")
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
    clock = str(cldr_time(local.time(), pattern, locale=locale))
    seen = seen_from.astimezone(ZoneInfo(zone)) if seen_from else None
    if seen and seen.date() == local.date():
        return clock
    if seen and at - seen <= _WEEKDAY_IS_CLEAR:
        day = cldr_date(local.date(), "EEEE", locale=locale)
    elif seen and seen.year == local.year:
        day = format_skeleton("MMMEd", local.replace(tzinfo=None), locale=locale)
    else:
        day = cldr_date(local.date(), "long", locale=locale)
    return str(locale.datetime_formats["short"]).replace("{1}", day).replace("{0}", clock)


def format_timestamp(at: datetime, language: str) -> str:
    """Date and time in UTC, for staff."""
    return str(format_datetime(at.astimezone(UTC), "short", locale=cldr_locale(language)))


def format_date(day: date, language: str) -> str:
    return str(cldr_date(day, "long", locale=cldr_locale(language)))


def format_duration(seconds: int, language: str) -> str:
    """As in “1 minute 22 seconds”; parts that are zero are left out."""
    locale = cldr_locale(language)
    minutes, rest = divmod(seconds, 60)
    parts = [
        _unit(count, unit, locale)
        for count, unit in ((minutes, "minute"), (rest, "second"))
        if count
    ]
    return " ".join(parts) if parts else _unit(0, "second", locale)


def join(items: Sequence[str], language: str) -> str:
    """As in “A, B and C”."""
    return str(format_list(items, locale=cldr_locale(language)))


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


def _range_separator(locale: Locale) -> str:
    return _hours_patterns(locale)[0].removeprefix(locale.time_formats["short"].pattern)
