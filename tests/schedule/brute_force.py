"""The sign on the door, scanned minute by minute with nothing but zoneinfo.

    For a window on one date, the interval starts at the first instant whose wall time is at or past
    `opens` and ends after the last instant whose wall time is before `closes`.

Slow, and too simple to be wrong: it knows of no offset, no gap and no repeated hour. Whole minutes
are enough, since today's clocks show whole minutes and change at whole minutes.
"""

from datetime import date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from support.schedule import Interval

MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


def wall_time(zone: ZoneInfo, instant: datetime) -> datetime:
    """What the clock on the wall shows: figures without a zone."""
    return instant.astimezone(zone).replace(tzinfo=None)


@cache
def clock_changes(zone: ZoneInfo, start: datetime, end: datetime) -> list[datetime]:
    """The minutes in (start, end] in which the clock did not move on by one minute."""
    return [
        minute
        for hour in (start + n * HOUR for n in range((end - start) // HOUR))
        if wall_time(zone, hour + HOUR) - wall_time(zone, hour) != HOUR
        for minute in (hour + n * MINUTE for n in range(1, 61))
        if wall_time(zone, minute) - wall_time(zone, minute - MINUTE) != MINUTE
    ]


class Scan:
    """All minutes from `start` to `end` with what a zone's clock shows at each of them."""

    def __init__(self, zone: ZoneInfo, start: datetime, end: datetime) -> None:
        minutes = [start + n * MINUTE for n in range((end - start) // MINUTE)]
        self.minutes = [(minute, wall_time(zone, minute)) for minute in minutes]
        self.first_at_or_past = cache(self._first_at_or_past)
        self.end_of_last_before = cache(self._end_of_last_before)

    def intervals(self, day: date, opens: int, closes: int) -> list[Interval]:
        """The one interval of the hours that begin on `day`, or none if they do not happen.

        `opens` and `closes` are minutes after midnight.
        """
        midnight = datetime.combine(day, time())
        closing_midnight = midnight + DAY if closes <= opens else midnight
        start = self.first_at_or_past(midnight + opens * MINUTE)
        end = self.end_of_last_before(closing_midnight + closes * MINUTE)
        return [Interval(start, end)] if start < end else []

    def _first_at_or_past(self, opens: datetime) -> datetime:
        return next(minute for minute, wall in self.minutes if wall >= opens)

    def _end_of_last_before(self, closes: datetime) -> datetime:
        return MINUTE + next(minute for minute, wall in reversed(self.minutes) if wall < closes)


def union(intervals: list[Interval]) -> list[Interval]:
    """Intervals in order of their start, those that overlap or touch joined."""
    joined: list[Interval] = []
    for interval in sorted(intervals):
        if joined and interval.start <= joined[-1].end:
            last = joined.pop()
            interval = Interval(last.start, max(last.end, interval.end))
        joined.append(interval)
    return joined
