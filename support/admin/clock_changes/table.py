"""The effect of a change of the clock as a table of days and clocks, in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from support.admin.clock_changes.words import clock_change_words
from support.locales.formatting import (
    format_days,
    format_hours,
    format_length,
    format_time,
    format_weekdays,
)
from support.locales.zones import zone_city
from support.planning.clock_changes import ClockChangeEffect, DayOnClocks, HoursOnClock
from support.schedule import Weekday

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class ClockCell:
    hours: str
    has_moved: bool


@dataclass(frozen=True, slots=True)
class ClockRow:
    """The hours of one day on each clock, and how long they last.

    `instead_of` is the stated length if they last longer or shorter than that, else empty.
    """

    day: str
    cells: list[ClockCell]
    lasts: str
    instead_of: str


@dataclass(frozen=True, slots=True)
class ClockChangeTable:
    changes: list[str]
    clocks: list[str]
    rows: list[ClockRow]
    moves_anything: bool


def clock_change_table(
    effect: ClockChangeEffect, clocks: list[str], language: str
) -> ClockChangeTable:
    return ClockChangeTable(
        [clock_change_words(change, language) for change in effect.changes],
        [zone_city(key, language) for key in clocks],
        [_row(day, language) for day in effect.days],
        effect.moves_anything,
    )


def _row(day: DayOnClocks, language: str) -> ClockRow:
    return ClockRow(
        format_days(day.day, day.day, language),
        [_cell(hours, language) for hours in day.on_clocks],
        format_length(day.length, language),
        "" if day.length == day.stated else format_length(day.stated, language),
    )


def _cell(hours: HoursOnClock, language: str) -> ClockCell:
    """Format the hours of one day on one clock; a midnight that ends them is 24:00."""
    end_day, end_shift = hours.end.date(), hours.end_shift
    if hours.end.time() == time(0):
        end_day, end_shift = end_day - _DAY, end_shift - 1
    if hours.start_shift == end_shift == 0:
        return ClockCell(
            format_hours(hours.start.time(), hours.end.time(), language), hours.has_moved
        )
    start = format_time(hours.start.time(), language)
    end = format_time(hours.end.time(), language, ends=True)
    if hours.start_shift:
        start = _on_other_day(start, hours.start.date(), hours.start_shift, language)
    if end_shift != hours.start_shift:
        end = _on_other_day(end, end_day, end_shift, language)
    return ClockCell(_("%(start)s – %(end)s") % {"start": start, "end": end}, hours.has_moved)


def _on_other_day(clock: str, day: date, shift: int, language: str) -> str:
    """Format a time on another day, as in “Tue 01:00, next day”.

    `shift` counts days from the day of the window.
    """
    values = {
        "weekday": format_weekdays([Weekday(day.weekday())], language),
        "time": clock,
        "shift": _shift_words(shift),
    }
    # Translators: %(shift)s is “next day”, “day before”, “2 days later”.
    words = _("%(weekday)s %(time)s, %(shift)s") if shift else _("%(weekday)s %(time)s")
    return words % values


def _shift_words(shift: int) -> str:
    if shift == 1:
        return _("next day")
    if shift == -1:
        return _("day before")
    if shift > 0:
        return ngettext("%(days)d day later", "%(days)d days later", shift) % {"days": shift}
    return ngettext("%(days)d day earlier", "%(days)d days earlier", -shift) % {"days": -shift}
