"""A week as the clock of a zone shows it, hour by hour."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

from support.schedule import Interval, date_of, day_number
from support.schedule.instant import EARLIEST, LATEST, SECONDS_PER_DAY, from_seconds, to_seconds
from support.schedule.zone import zone

SIX_DAYS = timedelta(days=6)

_HOUR = 60 * 60


class WallHour(NamedTuple):
    """The interval during which a clock shows the hour `hour` of `day`.

    A repeated hour occurs twice, a skipped one not at all.
    """

    day: date
    hour: int
    interval: Interval


def wall_hours(monday: date, zone_key: str) -> tuple[WallHour, ...]:
    """Return the hours of the week that begins on `monday`, in order.

    The week is cut off where the years end that the engine answers for. Raises UnknownZone.
    """
    sunday = monday + SIX_DAYS
    return tuple(
        hour
        for start, end, offset in _constant_offsets(monday, zone_key)
        for hour in _hours(start, end, offset)
        if monday <= hour.day <= sunday
    )


def _constant_offsets(monday: date, zone_key: str) -> Iterator[tuple[int, int, int]]:
    """Yield runs of seconds with the offset from UTC that holds in them, well beyond the week."""
    first, last = day_number(monday) - 1, day_number(monday) + 8
    start = max(first * SECONDS_PER_DAY, to_seconds(EARLIEST))
    # The engine answers for instants before `LATEST`, and so for the end of an interval.
    end = min(last * SECONDS_PER_DAY, to_seconds(LATEST) - 1)
    clock = zone(zone_key)
    for one, other in pairwise([start, *clock.clock_changes(start + 1, end), end]):
        yield one, other, clock.offset_at(one)


def _hours(start: int, end: int, offset: int) -> Iterator[WallHour]:
    while start < end:
        day, second = divmod(start + offset, SECONDS_PER_DAY)
        hour = second // _HOUR
        next_hour = min(end, start - second + (hour + 1) * _HOUR)
        yield WallHour(date_of(day), hour, Interval(from_seconds(start), from_seconds(next_hour)))
        start = next_hour
