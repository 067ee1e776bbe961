"""The rules of hours, scanned minute by minute with nothing but zoneinfo.

    For a window on one date, the interval starts at the first instant whose wall time is at or past
    `opens` and ends after the last instant whose wall time is before `closes`. A closure is read
    in the same way. Closures go before special hours, special hours before public holidays, and
    those before the week.

Slow, and too simple to be wrong: it knows of no offset, no gap and no repeated hour. Whole minutes
are enough, since today's clocks show whole minutes and change at whole minutes.
"""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from functools import cache
from itertools import pairwise
from zoneinfo import ZoneInfo

from support.schedule import Effect, Interval, Weekday, Window
from tests.schedule.stated_hours import StatedHours

MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


def wall_time(zone: ZoneInfo, instant: datetime) -> datetime:
    """What the clock on the wall shows: figures without a zone."""
    return instant.astimezone(zone).replace(tzinfo=None)


@cache
def clock_changes(zone: ZoneInfo, start: datetime, end: datetime) -> list[datetime]:
    """The minutes in (start, end] in which the clock did not move on by one minute."""
    hours = [start + n * HOUR for n in range((end - start) // HOUR + 1)]
    walls = [wall_time(zone, hour) for hour in hours]
    return [
        minute
        for hour, (wall, next_wall) in zip(hours, pairwise(walls), strict=False)
        if next_wall - wall != HOUR
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

    def hours(self, day: date, opens: int, closes: int) -> list[Interval]:
        """The one interval of the hours that begin on `day`, or none if they do not happen.

        `opens` and `closes` are minutes after midnight.
        """
        midnight = datetime.combine(day, time())
        closing_midnight = midnight + DAY if closes <= opens else midnight
        return self.between(midnight + opens * MINUTE, closing_midnight + closes * MINUTE)

    def between(self, starts: datetime, ends: datetime) -> list[Interval]:
        """From the first sight of a time past `starts` to the last of one before `ends`."""
        start, end = self.first_at_or_past(starts), self.end_of_last_before(ends)
        return [Interval(start, end)] if start < end else []

    def _first_at_or_past(self, opens: datetime) -> datetime:
        return next(minute for minute, wall in self.minutes if wall >= opens)

    def _end_of_last_before(self, closes: datetime) -> datetime:
        return MINUTE + next(minute for minute, wall in reversed(self.minutes) if wall < closes)


def open_intervals(hours: StatedHours, start: datetime, end: datetime) -> list[Interval]:
    """Every minute from `start` to `end` at which some hours hold and no closure does."""
    minutes: set[datetime] = set()
    for window, day in _begun(hours, start.date() - 3 * DAY, end.date() + 2 * DAY):
        for held in _scan(window.zone, start, end).hours(day, window.opens, window.closes):
            minutes |= set(_minutes(held))
    for notice in hours.notices:
        starts = max(notice.starts, (start - 3 * DAY).replace(tzinfo=None))
        ends = min(notice.ends, (end + 3 * DAY).replace(tzinfo=None))
        if starts < ends:
            for closed in _scan(notice.zone, start, end).between(starts, ends):
                minutes -= set(_minutes(closed))
    return union([Interval(minute, minute + MINUTE) for minute in minutes if start <= minute < end])


def _begun(hours: StatedHours, first: date, last: date) -> Iterator[tuple[Window, date]]:
    """The hours that begin from `first` through `last`, by the rules of their days."""
    for day in (first + n * DAY for n in range((last - first).days + 1)):
        named = [special for special in hours.special_hours if _is_day_of(special.window, day)]
        top = max((special.rank for special in named), default=0)
        deciding = [special for special in named if special.rank == top]
        effects = {special.effect for special in deciding}
        for special in deciding:
            if special.effect is Effect.HOURS:
                yield special.window, day
        for window in hours.windows:
            is_usual = Effect.AS_USUAL in effects if deciding else not hours.rests_on(window, day)
            if is_usual and _is_day_of(window, day):
                yield window, day


def _is_day_of(window: Window, day: date) -> bool:
    is_valid = (window.valid_from or day) <= day <= (window.valid_through or day)
    return is_valid and Weekday(day.weekday()) in window.weekdays


@cache
def _scan(zone: str, start: datetime, end: datetime) -> Scan:
    """Wide enough for all hours that can reach into [start, end)."""
    return Scan(ZoneInfo(zone), start - 6 * DAY, end + 6 * DAY)


def _minutes(interval: Interval) -> list[datetime]:
    return [interval.start + n * MINUTE for n in range((interval.end - interval.start) // MINUTE)]


def union(intervals: list[Interval]) -> list[Interval]:
    """Intervals in order of their start, those that overlap or touch joined."""
    joined: list[Interval] = []
    for interval in sorted(intervals):
        if joined and interval.start <= joined[-1].end:
            last = joined.pop()
            interval = Interval(last.start, max(last.end, interval.end))
        joined.append(interval)
    return joined
