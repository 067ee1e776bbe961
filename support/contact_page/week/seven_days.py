"""Seven days of a clock, from today, and where in their picture an instant lies.

Every day is as wide as any other, and an instant lies in its day where it does in the day's real
length: on a day of 23 or 25 hours, hours are drawn a little wider or narrower, none is drawn twice
or left out, and the lines for 6, 12 and 18 o'clock stand where the clock reads so.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from support.contact_page.week.minute_spans import MinuteSpan
from support.schedule import MINUTES_PER_DAY, date_of
from support.schedule.zone import zone as clock_of

DAYS = 7
TICKS = (6, 12, 18)

_WHOLE = 10_000  # hundredths of a per cent


@dataclass(frozen=True, slots=True)
class SevenDays:
    """`starts` are the minutes since 1970 in UTC at which each day begins, and the eighth."""

    zone: str
    first: int
    starts: tuple[int, ...]
    ticks: tuple[int, ...]

    @property
    def dates(self) -> tuple[date, ...]:
        return tuple(date_of(self.first + number) for number in range(DAYS))

    def place(self, minute: int) -> int:
        """Return how far from the left it is, in hundredths of a per cent of the width, cut at
        both ends."""
        if minute <= self.starts[0]:
            return 0
        if minute >= self.starts[-1]:
            return _WHOLE
        day = bisect_right(self.starts, minute) - 1
        start, end = self.starts[day], self.starts[day + 1]
        length = end - start
        parts, whole = (day * length + minute - start) * _WHOLE, DAYS * length
        return (2 * parts + whole) // (2 * whole)  # rounded; JavaScript counts the same

    def of(self, spans: Iterable[MinuteSpan]) -> tuple[MinuteSpan, ...]:
        """Return those that reach into these days."""
        start, end = self.starts[0], self.starts[-1]
        return tuple(each for each in spans if each.start < end and start < each.end)

    def wall(self, minute: int) -> tuple[int, int]:
        """Return the day number and the minute of that day that the clock reads."""
        return divmod(minute + clock_of(self.zone).offset_at(minute * 60) // 60, MINUTES_PER_DAY)


def seven_days(zone: str, at: datetime) -> SevenDays:
    clock = clock_of(zone)
    first = clock.day_at(int(at.timestamp()))
    starts = [_minute(zone, day, 0) for day in range(first, first + DAYS + 1)]
    ticks = [_minute(zone, first + day, hour) for day in range(DAYS) for hour in TICKS]
    return SevenDays(zone, first, tuple(starts), tuple(ticks))


def _minute(zone: str, day: int, hour: int) -> int:
    return clock_of(zone).opening_instant((day * 24 + hour) * 3600) // 60
