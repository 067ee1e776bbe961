"""A rehearsed change of the clock in words: a table of days and clocks."""

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
from support.planning.clock_changes import Rehearsal, RehearsedDay, SeenHours
from support.schedule import Weekday

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Cell:
    hours: str
    has_moved: bool


@dataclass(frozen=True, slots=True)
class Row:
    """How long the hours last; `instead_of` is what is stated, where that is something else."""

    day: str
    cells: list[Cell]
    lasts: str
    instead_of: str


@dataclass(frozen=True, slots=True)
class RehearsalTable:
    changes: list[str]
    clocks: list[str]
    rows: list[Row]
    moves_anything: bool


def rehearsal_table(rehearsal: Rehearsal, clocks: list[str], language: str) -> RehearsalTable:
    return RehearsalTable(
        [clock_change_words(change, language) for change in rehearsal.changes],
        [zone_city(key, language) for key in clocks],
        [_row(day, language) for day in rehearsal.days],
        rehearsal.moves_anything,
    )


def _row(day: RehearsedDay, language: str) -> Row:
    return Row(
        format_days(day.day, day.day, language),
        [_cell(seen, language) for seen in day.seen],
        format_length(day.length, language),
        "" if day.length == day.stated else format_length(day.stated, language),
    )


def _cell(seen: SeenHours, language: str) -> Cell:
    """Hours that end at midnight do so at 24:00 of the day before."""
    end_day, end_shift = seen.end.date(), seen.end_shift
    if seen.end.time() == time(0):
        end_day, end_shift = end_day - _DAY, end_shift - 1
    if seen.start_shift == end_shift == 0:
        return Cell(format_hours(seen.start.time(), seen.end.time(), language), seen.has_moved)
    start = format_time(seen.start.time(), language)
    end = format_time(seen.end.time(), language, ends=True)
    if seen.start_shift:
        start = _on_other_day(start, seen.start.date(), seen.start_shift, language)
    if end_shift != seen.start_shift:
        end = _on_other_day(end, end_day, end_shift, language)
    return Cell(_("%(start)s – %(end)s") % {"start": start, "end": end}, seen.has_moved)


def _on_other_day(clock: str, day: date, shift: int, language: str) -> str:
    """As in “Tue 01:00, next day”; `shift` counts from the day of the window."""
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
