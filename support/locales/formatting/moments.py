"""Write moments: a time of day with its day, as far as the day is needed."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from babel.dates import format_time as cldr_time
from babel.dates import get_timezone_gmt
from django.utils.translation import pgettext

from support.locales.formatting.dates import format_date, format_day, format_days, format_range
from support.locales.formatting.hours import format_hours, format_time
from support.locales.formatting.weekdays import weekday_names
from support.locales.languages import cldr_locale

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


def format_moment_in_full(at: datetime, zone: str, language: str) -> str:
    """Return a moment as in “23 November 2026, 14:05:09”, on the clock of `zone`, unnamed."""
    locale = cldr_locale(language)
    local = at.astimezone(ZoneInfo(zone))
    return _day_and_time(
        format_date(local.date(), language),
        str(cldr_time(local.time(), "medium", locale=locale)),
        language,
    )


def format_exact_time(at: datetime, language: str) -> str:
    """Return a time as in 02:30 GMT+02:00, which distinguishes the two passes of an hour."""
    return (
        f"{format_time(at.time(), language)} {get_timezone_gmt(at, locale=cldr_locale(language))}"
    )


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


def moment_patterns(language: str) -> tuple[str, str]:
    """Return CLDR's pattern of a time of day, and the one that joins a day {1} with a time {0}."""
    clock = cldr_locale(language).time_formats["short"].pattern
    return clock, _day_and_time("{1}", "{0}", language)


def day_and_hours_pattern(language: str) -> str:
    """Return the pattern that joins a day {1} with a range of hours {0}."""
    return _day_and_hours("{1}", "{0}", language)


def _day_of_moment(moment: datetime, language: str, *, has_year: bool) -> str:
    day = moment.date()
    return format_day(day, language) if has_year else format_days(day, day, language)


def _day_and_time(day: str, clock: str, language: str) -> str:
    usual = str(cldr_locale(language).datetime_formats["short"])
    return _DAY_AND_TIME.get(language, usual).replace("{1}", day).replace("{0}", clock)


def _day_and_hours(day: str, hours: str, language: str) -> str:
    usual = str(cldr_locale(language).datetime_formats["short"])
    return _DAY_AND_HOURS.get(language, usual).replace("{1}", day).replace("{0}", hours)
