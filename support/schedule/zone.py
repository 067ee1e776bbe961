"""Wall time and instants of one IANA zone: the sign on the door.

A zone is seen as a row of stretches in which its offset from UTC is constant. On a night when
the clock changes, a wall time can be missing or come twice; which instant is meant follows from
one sentence: hours start at the first instant whose wall time is at or past the opening time, and
end after the last instant whose wall time is before the closing time.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache
from typing import NamedTuple
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from support.schedule.errors import UnknownZone
from support.schedule.instant import SECONDS_PER_DAY, from_seconds, new_year

# No offset from UTC reaches a day, so the instant of a wall time lies within a day of the
# instant that the same figures would be in UTC.
_MAX_OFFSET = SECONDS_PER_DAY


class Stretch(NamedTuple):
    """A time of constant offset: instants `start`, inclusive, to `end`, exclusive, in seconds."""

    start: int
    end: int
    offset: int


class Steady(NamedTuple):
    """Between these wall times, both inclusive, one offset applies and no change is near."""

    first: int
    last: int
    offset: int


class _Known:
    """What has been looked up so far, replaced as a whole, so that threads never see half of it."""

    def __init__(self, stretches: list[Stretch]) -> None:
        self.stretches = stretches
        self.starts = [stretch.start for stretch in stretches]
        self.start = stretches[0].start if stretches else 0
        self.end = stretches[-1].end if stretches else 0


class Zone:
    """The clock of an IANA zone. Raises UnknownZone for a key that is none.

    Wall times are given as seconds since 1970-01-01T00:00 on the zone's own clock.
    """

    def __init__(self, key: str) -> None:
        try:
            self._info = ZoneInfo(key)
        except (ZoneInfoNotFoundError, ValueError, OSError) as error:
            raise UnknownZone.given(key) from error
        self.key = key
        self._years: dict[int, list[Stretch]] = {}
        self._known = _Known([])

    def opening_instant(self, wall: int) -> int:
        """The first instant whose wall time is at or past `wall`."""
        for start, end, offset in self._stretches_around(wall):
            instant = max(start, wall - offset)
            if instant < end:
                return instant
        raise AssertionError(f"no instant of {self.key} reaches wall second {wall}")

    def closing_instant(self, wall: int) -> int:
        """The instant after the last one whose wall time is before `wall`."""
        for start, end, offset in reversed(self._stretches_around(wall)):
            instant = min(end, wall - offset)
            if instant > start:
                return instant
        raise AssertionError(f"no instant of {self.key} is before wall second {wall}")

    def steady_around(self, wall: int) -> Steady:
        """Empty, with `first` after `last`, where a change of the clock is near `wall`."""
        stretches = self._stretches_around(wall)
        if len(stretches) > 1:
            return Steady(1, 0, 0)
        start, end, offset = stretches[0]
        return Steady(start + _MAX_OFFSET, end - _MAX_OFFSET, offset)

    def clock_changes(self, start: int, end: int) -> list[int]:
        """The instants in [start, end) at which the offset changes."""
        if self._info.utcoffset(None) is not None:  # as for UTC: one offset for ever
            return []
        self._learn(from_seconds(start).year, from_seconds(end).year)
        return [instant for instant in self._known.starts[1:] if start <= instant < end]

    def _stretches_around(self, wall: int) -> list[Stretch]:
        """The stretches that can hold `wall`: all that touch a day to either side of it."""
        start, end = wall - _MAX_OFFSET, wall + _MAX_OFFSET
        known = self._known
        if not (known.start <= start and end <= known.end):
            year = from_seconds(wall).year
            known = self._learn(year, year)
        first = bisect_right(known.starts, start) - 1
        last = first + 1
        while known.stretches[last - 1].end < end:
            last += 1
        return known.stretches[first:last]

    def _learn(self, first_year: int, last_year: int) -> _Known:
        """Extend what is known to these years, their neighbours and all between."""
        years = self._years.keys() | {first_year - 1, last_year + 1}
        stretches: list[Stretch] = []
        for year in range(min(years), max(years) + 1):
            for stretch in self._year(year):
                if stretches and stretches[-1].offset == stretch.offset:
                    stretches[-1] = stretches[-1]._replace(end=stretch.end)
                else:
                    stretches.append(stretch)
        self._known = _Known(stretches)
        return self._known

    def _year(self, year: int) -> list[Stretch]:
        if year not in self._years:
            self._years[year] = self._scan(new_year(year), new_year(year + 1))
        return self._years[year]

    def _scan(self, start: int, end: int) -> list[Stretch]:
        """Look at the offset once a day; where it differs, halve the day until the second is found.

        No zone has changed its clock twice within a day and come back to where it was.
        """
        stretches: list[Stretch] = []
        stretch_start, offset = start, self._offset(start)
        for day in range(start, end, SECONDS_PER_DAY):
            before, after = day, min(day + SECONDS_PER_DAY, end - 1)
            if self._offset(after) == offset:
                continue
            while after - before > 1:
                middle = (before + after) // 2
                if self._offset(middle) == offset:
                    before = middle
                else:
                    after = middle
            stretches.append(Stretch(stretch_start, after, offset))
            stretch_start, offset = after, self._offset(after)
        stretches.append(Stretch(stretch_start, end, offset))
        return stretches

    def _offset(self, instant: int) -> int:
        moment = from_seconds(instant).astimezone(self._info)
        offset = moment.utcoffset()
        assert offset is not None
        return offset.days * SECONDS_PER_DAY + offset.seconds


@lru_cache(maxsize=1024)
def zone(key: str) -> Zone:
    """The zone of this key, kept: finding its clock changes costs a millisecond a year."""
    return Zone(key)
