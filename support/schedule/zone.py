"""Wall time and instants of one IANA zone: the sign on the door.

A zone is seen as a row of stretches in which its offset from UTC is constant. On a night when
the clock changes, a wall time can be missing or come twice; which instant is meant follows from
one sentence: hours start at the first instant whose wall time is at or past the opening time, and
end after the last instant whose wall time is before the closing time.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from datetime import timedelta
from functools import lru_cache
from typing import NamedTuple
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from support.schedule.errors import UnknownZone
from support.schedule.instant import SECONDS_PER_DAY, from_seconds, new_year

# No offset from UTC reaches a day, so the instant of a wall time lies within a day of the
# instant that the same figures would be in UTC.
_MAX_OFFSET = SECONDS_PER_DAY

_SECOND = timedelta(seconds=1)


class Stretch(NamedTuple):
    """A time of constant offset: instants `start`, inclusive, to `end`, exclusive, in seconds."""

    start: int
    end: int
    offset: int


Run = tuple[int, int, int | None]
"""First and last of some days, as day numbers, and how far their hours are from UTC, in seconds.

The offset applies from the midnight with which a day begins until the second midnight after it,
which is as far as hours reach; None where the clock changes on the way. Plain, since each is made
for every window and used up at once.
"""


class _Known:
    """What has been looked up so far, replaced as a whole, so that threads never see half of it."""

    def __init__(self, stretches: list[Stretch]) -> None:
        self.stretches = stretches
        self.starts = [stretch.start for stretch in stretches]
        self.start, self.end = stretches[0].start, stretches[-1].end
        runs = list(_runs(stretches))
        self.last_days = [last for last, _ in runs]
        self.offsets = [offset for _, offset in runs]


def _runs(stretches: list[Stretch]) -> Iterator[tuple[int, int | None]]:
    """Yield the last day and the offset of each Run, one after the other."""
    befores, afters = [stretches[0], *stretches], [*stretches[1:], stretches[-1]]
    for before, (start, end, offset), after in zip(befores, stretches, afters, strict=False):
        # Wall times that come twice, or never, belong to neither side.
        calm_first = -(-(start + max(offset, before.offset)) // SECONDS_PER_DAY)
        calm_last = (end + min(offset, after.offset)) // SECONDS_PER_DAY - 2
        if calm_first <= calm_last:
            yield calm_first - 1, None
            yield calm_last, offset
    yield stretches[-1].end // SECONDS_PER_DAY, None


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
        fixed = self._info.utcoffset(None)  # as for UTC: one offset for ever
        self._fixed_offset = None if fixed is None else fixed // _SECOND
        self._years: dict[int, list[Stretch]] = {}
        self._known = _Known([Stretch(0, 0, 0)])

    def opening_instant(self, wall: int) -> int:
        """Return the first instant whose wall time is at or past `wall`."""
        for start, end, offset in self._stretches_around(wall):
            instant = max(start, wall - offset)
            if instant < end:
                return instant
        raise AssertionError(f"no instant of {self.key} reaches wall second {wall}")

    def closing_instant(self, wall: int) -> int:
        """Return the instant after the last one whose wall time is before `wall`."""
        for start, end, offset in reversed(self._stretches_around(wall)):
            instant = min(end, wall - offset)
            if instant > start:
                return instant
        raise AssertionError(f"no instant of {self.key} is before wall second {wall}")

    def day_at(self, instant: int) -> int:
        """Return the day number that the zone's calendar shows at an instant."""
        return (instant + self.offset_at(instant)) // SECONDS_PER_DAY

    def offset_at(self, instant: int) -> int:
        """Return how many seconds the clock is ahead of UTC."""
        if self._fixed_offset is not None:
            return self._fixed_offset
        known = self._knowing(instant, instant + 1)
        return known.stretches[bisect_right(known.starts, instant) - 1].offset

    def runs(self, first: int, last: int) -> Iterator[Run]:
        """Return the days from `first` through `last`, split where the clock changes."""
        if self._fixed_offset is not None:
            yield first, last, self._fixed_offset
            return
        known = self._knowing((first - 2) * SECONDS_PER_DAY, (last + 4) * SECONDS_PER_DAY)
        place = bisect_left(known.last_days, first)
        while first <= last:
            run_last = min(known.last_days[place], last)
            yield first, run_last, known.offsets[place]
            first, place = run_last + 1, place + 1

    def clock_changes(self, start: int, end: int) -> list[int]:
        """Return the instants in [start, end) at which the offset changes."""
        if self._fixed_offset is not None:
            return []
        starts = self._knowing(start, end).starts
        return [instant for instant in starts[1:] if start <= instant < end]

    def _stretches_around(self, wall: int) -> list[Stretch]:
        """Return the stretches that can hold `wall`: all that touch a day to either side of it."""
        start, end = wall - _MAX_OFFSET, wall + _MAX_OFFSET
        known = self._knowing(start, end)
        first = bisect_right(known.starts, start) - 1
        last = first + 1
        while known.stretches[last - 1].end < end:
            last += 1
        return known.stretches[first:last]

    def _knowing(self, start: int, end: int) -> _Known:
        """Return what is known, [start, end) included."""
        known = self._known
        if not (known.start <= start and end <= known.end):
            known = self._learn(from_seconds(start).year - 1, from_seconds(end).year + 1)
        return known

    def _learn(self, first_year: int, last_year: int) -> _Known:
        """Extend what is known to these years and all between."""
        years = self._years.keys() | {first_year, last_year}
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

        No zone has changed its clock twice within a day and come back to where it was. A change
        at the very `end` leaves an empty stretch there, which the next year continues.
        """
        stretches: list[Stretch] = []
        stretch_start, offset = start, self._offset(start)
        for day in range(start, end, SECONDS_PER_DAY):
            before, after = day, day + SECONDS_PER_DAY
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
        return offset // _SECOND


@lru_cache(maxsize=1024)
def zone(key: str) -> Zone:
    """Return the zone of this key, kept: finding its clock changes costs a millisecond a year."""
    return Zone(key)
