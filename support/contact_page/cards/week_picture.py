"""A picture of seven days: who answers in which language at which hours, and the same in words.

The numbers of the picture are in per cent of its width, so that it fits every screen and its bars
are never out of shape.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import _lru_cache_wrapper, lru_cache
from typing import TypeVar

from support.contact_page.cards.service import Service
from support.contact_page.lines.minutes import in_minutes
from support.contact_page.lines.viewpoint import Viewpoint
from support.contact_page.week.carried_hours import CarriedHours
from support.contact_page.week.hours_in_words import DayCell, told_days
from support.contact_page.week.seven_days import DAYS, TICKS, SevenDays, seven_days
from support.contact_page.week.stretches import Stretch, cancelled_stretches, union
from support.locales.formatting import format_days, format_weekdays
from support.locales.languages import language_name
from support.locales.zones import zone_name
from support.schedule import Weekday

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Bar:
    x: str
    width: str
    is_cancelled: bool
    holds_now: bool


@dataclass(frozen=True, slots=True)
class DayHeading:
    weekday: str
    number: int
    label: str


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class WeekFrame:
    """What the rows of a picture stand in: the days, where they begin, and where the clock reads
    6, 12 and 18 o'clock."""

    days: tuple[DayHeading, ...]
    midnights: str
    hours: str
    ticks: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class WeekRow:
    """A language: bars for the eye, and the hours of each day in words."""

    tag: str
    name: str
    bars: tuple[Bar, ...]
    cells: tuple[DayCell, ...]


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class WeekPicture:
    """`department` is empty where the picture is of all."""

    department: str
    zone: str
    zone_name: str
    frame: WeekFrame
    rows: tuple[WeekRow, ...]
    has_cancelled: bool


def week_picture(
    services: Iterable[Service], zone: str, view: Viewpoint, department: str = ""
) -> WeekPicture | None:
    """By language, with the hours in which at least one of the services is open; the page's own
    language first. None if none of them has stated hours."""
    by_language: dict[str, list[Service]] = {}
    for service in sorted(services, key=lambda service: service.tag != view.language):
        if service.carried:
            by_language.setdefault(service.tag, []).append(service)
    if not by_language:
        return None
    days = seven_days(zone, view.at)
    frame = _once(view, _frame, days, view.language)
    minute = in_minutes(view.at)
    rows = []
    for tag, those in by_language.items():
        opens, cancelled = _hours(
            tuple(each.carried for each in those if each.carried),
            tuple(stretch for each in those for stretch in each.cancelled),
        )
        opens, cancelled = days.of(opens), days.of(cancelled)
        now = next((s for s in opens if s.start <= minute < s.end), None)
        rows.append(_once(view, _row, tag, days, frame, opens, cancelled, now, view.language))
    return _once(view, _picture, department, zone, frame, tuple(rows), view.language)


@lru_cache(maxsize=512)
def _hours(
    carried: tuple[CarriedHours, ...], cancelled: tuple[Stretch, ...]
) -> tuple[tuple[Stretch, ...], tuple[Stretch, ...]]:
    """When at least one is open, and what is cancelled and not open all the same; any clock's."""
    opens = union(stretch for each in carried for stretch in each.opens)
    return opens, cancelled_stretches(cancelled, opens)


def _once(view: Viewpoint, make: _lru_cache_wrapper[T], *values: Hashable) -> T:
    """The same object as for the picture before, where it shows the same.

    Of pictures by a clock that a visitor has chosen nothing is remembered: there are hundreds.
    """
    return make.__wrapped__(*values) if view.zone else make(*values)


@lru_cache(maxsize=1024)
def _picture(
    department: str, zone: str, frame: WeekFrame, rows: tuple[WeekRow, ...], language: str
) -> WeekPicture:
    has_cancelled = any(bar.is_cancelled for row in rows for bar in row.bars)
    return WeekPicture(department, zone, zone_name(zone, language), frame, rows, has_cancelled)


@lru_cache(maxsize=64)
def _frame(days: SevenDays, language: str) -> WeekFrame:
    return WeekFrame(
        tuple(_heading(day, language) for day in days.dates),
        _lines(days, days.starts[1:-1]),
        _lines(days, days.ticks),
        tuple(
            (per_cent(days.place(tick)), hour)
            for tick, hour in zip(days.ticks, TICKS * DAYS, strict=True)
        ),
    )


def _heading(day: date, language: str) -> DayHeading:
    weekday = format_weekdays([Weekday(day.weekday())], language)
    return DayHeading(weekday, day.day, format_days(day, day, language))


def _lines(days: SevenDays, minutes: Iterable[int]) -> str:
    """Vertical lines, as the path of a picture that is 100 wide and 1 high."""
    return "".join(f"M{per_cent(days.place(minute))} 0V1" for minute in minutes)


@lru_cache(maxsize=1024)
def _row(
    tag: str,
    days: SevenDays,
    frame: WeekFrame,
    opens: tuple[Stretch, ...],
    cancelled: tuple[Stretch, ...],
    now: Stretch | None,
    language: str,
) -> WeekRow:
    bars = [_bar(days, stretch, holds_now=stretch == now) for stretch in opens]
    bars += [_bar(days, stretch, is_cancelled=True) for stretch in cancelled]
    labels = [day.label for day in frame.days]
    cells = told_days(days, labels, opens, cancelled, now, language)
    return WeekRow(tag, language_name(tag, language), tuple(bars), cells)


def _bar(
    days: SevenDays, stretch: Stretch, *, is_cancelled: bool = False, holds_now: bool = False
) -> Bar:
    start, end = days.place(stretch.start), days.place(stretch.end)
    return Bar(per_cent(start), per_cent(end - start), is_cancelled, holds_now)


def per_cent(hundredths: int) -> str:
    """As JavaScript writes it."""
    return f"{hundredths / 100:g}"
