"""The time whose hours the page carries, so that JavaScript can tell states as time goes on."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

from support.schedule import Interval
from support.schedule.instant import EARLIEST, LATEST

CARRIED_DAYS = 17

_DAY = timedelta(days=1)


def carried_time(at: datetime) -> Interval:
    """Return two weeks and more from the UTC midnight with which yesterday began. The day that
    it is at `at` on any clock is in it, and from any moment of the UTC day the next two
    weeks."""
    midnight = datetime.combine(at.astimezone(UTC).date(), time(0), UTC)
    # The engine answers for instants before `LATEST`.
    end = min(midnight, LATEST - CARRIED_DAYS * _DAY) + (CARRIED_DAYS - 1) * _DAY
    return Interval(max(midnight, EARLIEST + _DAY) - _DAY, end)
