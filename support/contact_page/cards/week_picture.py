"""A picture of seven days: who answers in which language at which hours, and the same in words.

The numbers of the picture are in per cent of its width, so that it fits every screen and its bars
are never out of shape.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from support.contact_page.cards.service import Service
from support.contact_page.lines.carried_time import carried_time
from support.contact_page.lines.minutes import in_minutes
from support.contact_page.lines.valid_until import day_period
from support.contact_page.lines.viewpoint import Viewpoint
from support.contact_page.week.hours_in_words import DaysInWords, days_in_words
from support.contact_page.week.minute_spans import MinuteSpan, cancelled_spans, union
from support.contact_page.week.seven_days import SevenDays, seven_days
from support.locales.formatting import format_weekdays
from support.locales.languages import language_name
from support.locales.zones import zone_name
from support.parts import parts
from support.schedule import Weekday


@dataclass(frozen=True, slots=True)
class WeekBar:
    x: str
    width: str
    is_cancelled: bool
    holds_now: bool


@dataclass(frozen=True, slots=True)
class DayHeading:
    weekday: str
    number: int


@dataclass(frozen=True, slots=True)
class WeekFrame:
    """What the rows of a picture stand in: the days, where they begin, and where the clock reads
    6, 12 and 18 o'clock."""

    days: tuple[DayHeading, ...]
    midnights: str
    hours: str


@dataclass(frozen=True, slots=True)
class WeekRow:
    """A language: bars for the eye, and the hours of the days in words."""

    tag: str
    name: str
    bars: tuple[WeekBar, ...]
    told: tuple[DaysInWords, ...]


@dataclass(frozen=True, slots=True)
class WeekPicture:
    """`department` is empty where the picture is of all."""

    department: str
    zone: str
    zone_name: str
    frame: WeekFrame
    rows: tuple[WeekRow, ...]
    has_cancelled: bool


class _Hours(NamedTuple):
    """When at least one of some services is open, and what is cancelled and not open all the
    same; on any clock."""

    opens: tuple[MinuteSpan, ...]
    cancelled: tuple[MinuteSpan, ...]


def week_picture(
    services: Iterable[Service], zone: str, view: Viewpoint, department: str = ""
) -> WeekPicture | None:
    """Return the picture by language, with the hours in which at least one of the services is
    open; the page's own language first. None if none of them has stated hours."""
    by_language: dict[str, list[Service]] = {}
    for service in sorted(services, key=lambda service: service.tag != view.language):
        if service.carried:
            by_language.setdefault(service.tag, []).append(service)
    if not by_language:
        return None
    days = parts.get(
        "seven days", (), (zone,), day_period(zone, view.at), lambda: seven_days(zone, view.at)
    )
    variant = zone, view.language
    frame = parts.get("week frame", (), variant, days, lambda: _frame(days, view.language))
    rows = tuple(_row(tag, those, days, view) for tag, those in by_language.items())
    return parts.get(
        "week picture",
        (),
        (department, *variant),
        (frame, rows),
        lambda: _picture(department, zone, frame, rows, view.language),
    )


def _row(tag: str, services: Sequence[Service], days: SevenDays, view: Viewpoint) -> WeekRow:
    served = tuple(service.served for service in services)
    hours = parts.get(
        "hours of a week", served, (view.language,), carried_time(view.at), lambda: _hours(services)
    )
    minute = in_minutes(view.at)
    now = next((each for each in hours.opens if each.start <= minute < each.end), None)
    return parts.get(
        "week row",
        served,
        (days.zone, view.language),
        (days, hours, now),
        lambda: _week_row(tag, days, hours, now, view.language),
    )


def _hours(services: Iterable[Service]) -> _Hours:
    opens = union(each for service in services if service.carried for each in service.carried.opens)
    cancelled = (each for service in services for each in service.cancelled)
    return _Hours(opens, cancelled_spans(cancelled, opens))


def _picture(
    department: str, zone: str, frame: WeekFrame, rows: tuple[WeekRow, ...], language: str
) -> WeekPicture:
    has_cancelled = any(bar.is_cancelled for row in rows for bar in row.bars)
    return WeekPicture(department, zone, zone_name(zone, language), frame, rows, has_cancelled)


def _frame(days: SevenDays, language: str) -> WeekFrame:
    return WeekFrame(
        tuple(_heading(day, language) for day in days.dates),
        _lines(days, days.starts[1:-1]),
        _lines(days, days.ticks),
    )


def _heading(day: date, language: str) -> DayHeading:
    weekday = format_weekdays([Weekday(day.weekday())], language)
    return DayHeading(weekday, day.day)


def _lines(days: SevenDays, minutes: Iterable[int]) -> str:
    """Draw vertical lines, as the path of a picture that is 100 wide and 1 high."""
    return "".join(f"M{per_cent(days.place(minute))} 0V1" for minute in minutes)


def _week_row(
    tag: str, days: SevenDays, hours: _Hours, now: MinuteSpan | None, language: str
) -> WeekRow:
    opens, cancelled = days.of(hours.opens), days.of(hours.cancelled)
    bars = [_bar(days, span, holds_now=span == now) for span in opens]
    bars += [_bar(days, span, is_cancelled=True) for span in cancelled]
    told = days_in_words(days, opens, cancelled, language)
    return WeekRow(tag, language_name(tag, language), tuple(bars), told)


def _bar(
    days: SevenDays, span: MinuteSpan, *, is_cancelled: bool = False, holds_now: bool = False
) -> WeekBar:
    start, end = days.place(span.start), days.place(span.end)
    return WeekBar(per_cent(start), per_cent(end - start), is_cancelled, holds_now)


def per_cent(hundredths: int) -> str:
    """Write a number as JavaScript does."""
    return f"{hundredths / 100:g}"
