"""A week as the clock of a zone shows it, hour by hour."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import NamedTuple
from zoneinfo import ZoneInfo

from support.schedule import Interval, date_of, day_number
from support.schedule.instant import EARLIEST, LATEST, SECONDS_PER_DAY, from_seconds, to_seconds
from support.schedule.zone import zone

SIX_DAYS = timedelta(days=6)

_HOUR = 60 * 60
_SECOND = timedelta(seconds=1)


class WallHour(NamedTuple):
    """The instants at which a clock reads `hour` o'clock and something on `day`.

    An hour that a change of the clock repeats is there twice, one that it skips is not there.
    """

    day: date
    hour: int
    interval: Interval


class ClockChange(NamedTuple):
    """What the clock would have read at `at`, and what it reads; both without a zone."""

    at: datetime
    before: datetime
    after: datetime


def wall_hours(monday: date, zone_key: str) -> tuple[WallHour, ...]:
    """Of the week that begins on `monday`, as they follow one another.

    Cut where the years end that the engine answers for. Raises UnknownZone.
    """
    sunday = monday + SIX_DAYS
    return tuple(
        hour
        for start, end, offset in _stretches(monday, zone_key)
        for hour in _hours(start, end, offset)
        if monday <= hour.day <= sunday
    )


def clock_changes(hours: tuple[WallHour, ...], zone_key: str) -> tuple[ClockChange, ...]:
    """Those at which the offset changes within these hours."""
    start, end = hours[0].interval.start, hours[-1].interval.end
    info = ZoneInfo(zone_key)
    changes = map(from_seconds, zone(zone_key).clock_changes(to_seconds(start), to_seconds(end)))
    return tuple(ClockChange(at, *_figures(at, info)) for at in changes)


def _figures(at: datetime, info: ZoneInfo) -> tuple[datetime, datetime]:
    before = (at - _SECOND).astimezone(info).replace(tzinfo=None, fold=0) + _SECOND
    return before, at.astimezone(info).replace(tzinfo=None, fold=0)


def _stretches(monday: date, zone_key: str) -> Iterator[tuple[int, int, int]]:
    """Stretches of constant offset from UTC, with that offset, the week well within."""
    first, last = day_number(monday) - 1, day_number(monday) + 8
    start = max(first * SECONDS_PER_DAY, to_seconds(EARLIEST))
    # The engine answers for instants before `LATEST`, the end of a stretch among them.
    end = min(last * SECONDS_PER_DAY, to_seconds(LATEST) - 1)
    info = ZoneInfo(zone_key)
    for one, other in pairwise([start, *zone(zone_key).clock_changes(start + 1, end), end]):
        offset = from_seconds(one).astimezone(info).utcoffset()
        yield one, other, (offset or timedelta()) // _SECOND


def _hours(start: int, end: int, offset: int) -> Iterator[WallHour]:
    while start < end:
        day, second = divmod(start + offset, SECONDS_PER_DAY)
        hour = second // _HOUR
        next_hour = min(end, start - second + (hour + 1) * _HOUR)
        yield WallHour(date_of(day), hour, Interval(from_seconds(start), from_seconds(next_hour)))
        start = next_hour
