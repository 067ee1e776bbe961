"""Say in words on which days special hours hold and what happens then, the same at any time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.text import capfirst
from django.utils.translation import gettext

from support.locales.formatting import (
    format_dates,
    format_hours,
    format_places_of_month,
    format_weekdays,
)
from support.schedule import EVERY_DAY

if TYPE_CHECKING:
    from support.models.special_hours import SpecialHours

_LEAP_DAY = (2, 29)


def special_days(row: SpecialHours, language: str) -> str:
    """Return the days, and how they repeat."""
    if row.repeats == row.Repetition.MONTHLY:
        return _monthly_words(row, language)
    last_day = row.last_day or row.first_day
    days = format_dates(row.first_day, last_day, language)
    if last_day != row.first_day and row.weekdays != EVERY_DAY:
        days = f"{days} ({format_weekdays(row.weekdays, language)})"
    return _yearly_words(row, days) if row.repeats == row.Repetition.YEARLY else days


def effect_in_words(row: SpecialHours, language: str) -> str:
    """Return what happens, with its hours or its weekday."""
    what, detail = str(row.get_effect_display()), ""
    if row.opens is not None and row.closes is not None:
        detail = f"{format_hours(row.opens, row.closes, language)} {row.zone}"
    elif row.like:
        detail = str(row.get_like_display())
    return gettext("{what}: {detail}").format(what=what, detail=detail) if detail else what


def _yearly_words(row: SpecialHours, days: str) -> str:
    """Say what becomes of 29 February in years that lack it, as `Special` has it."""
    last_day = row.last_day or row.first_day
    begins, ends = ((day.month, day.day) == _LEAP_DAY for day in (row.first_day, last_day))
    if begins and row.first_day == last_day:
        message = gettext("Every leap year from %(days)s; not in other years")
    elif begins:
        message = gettext("Every year from %(days)s; from 1 March if February has 28 days")
    elif ends:
        message = gettext(
            "Every year from %(days)s; to 28 February if that is the last day of the month"
        )
    else:
        message = gettext("Every year from %(days)s")
    return message % {"days": days}


def _monthly_words(row: SpecialHours, language: str) -> str:
    days = capfirst(format_places_of_month(row.monthly, row.weekdays, language))
    dates = {"first": format_dates(row.first_day, row.first_day, language)}
    if row.last_day is None:
        return f"{days} · {gettext('from %(first)s') % dates}"
    dates["last"] = format_dates(row.last_day, row.last_day, language)
    return f"{days} · {gettext('from %(first)s to %(last)s') % dates}"
