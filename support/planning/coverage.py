"""How many departments answer in each language, hour by hour in one week.

directory, monday, zone, departments to count -> Coverage
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from itertools import accumulate

from support.directory import DepartmentEntry, Directory
from support.locales.languages import SITE_LANGUAGES
from support.planning.wall_week import WallHour, wall_hours
from support.schedule import Interval, Unscheduled, without


@dataclass(frozen=True, slots=True)
class Answering:
    """How many departments answer: the fewest and the most at any moment of a time."""

    least: int
    most: int


@dataclass(frozen=True, slots=True)
class CoverageFilter:
    """Which departments to count; an empty filter counts all of them.

    With a `kind` of channel, or the short name of one `channel`, a department counts for the
    languages in which it can be reached through such a channel.
    """

    department: str = ""
    kind: str = ""
    channel: str = ""

    def includes(self, entry: DepartmentEntry, tag: str) -> bool:
        """Return whether the department counts for a language."""
        if self.department not in ("", entry.slug):
            return False
        if not self.kind and not self.channel:
            return True
        return any(
            self.kind in ("", channel.kind) and self.channel in ("", channel.slug)
            for channel in entry.channels_in(tag)
        )


@dataclass(frozen=True)
class LanguageCover:
    """How one language is covered in that week.

    `departments` counts those with stated hours, `unscheduled` those without. `gaps` are the
    intervals in which no department with stated hours answers, sorted.
    """

    tag: str
    departments: int
    unscheduled: int
    hours: tuple[tuple[WallHour, Answering], ...]
    gaps: tuple[Interval, ...]

    @property
    def is_covered(self) -> bool:
        """Return whether any department answers at any moment of the week."""
        return any(answering.most for _, answering in self.hours)

    @cached_property
    def cells(self) -> Mapping[tuple[date, int], Answering]:
        """Return the counts by day and hour of the clock.

        A repeated hour is one cell; a skipped one has none.
        """
        cells: dict[tuple[date, int], Answering] = {}
        for wall, answering in self.hours:
            known = cells.get((wall.day, wall.hour), answering)
            cells[wall.day, wall.hour] = Answering(
                min(known.least, answering.least), max(known.most, answering.most)
            )
        return cells


@dataclass(frozen=True, slots=True)
class Coverage:
    """How every language is covered in the week that begins on `monday`."""

    monday: date
    zone: str
    hours: tuple[WallHour, ...]
    languages: tuple[LanguageCover, ...]


def coverage(directory: Directory, monday: date, zone: str, counted: CoverageFilter) -> Coverage:
    """Return the cover of each site language, and of each other language that is served at all."""
    hours = wall_hours(monday, zone)
    tags = {served.tag for entry in directory.departments for served in entry.languages}
    others = sorted(tags.difference(SITE_LANGUAGES))
    languages = (_cover(directory, tag, hours, counted) for tag in (*SITE_LANGUAGES, *others))
    return Coverage(monday, zone, hours, tuple(languages))


def _cover(
    directory: Directory, tag: str, hours: tuple[WallHour, ...], counted: CoverageFilter
) -> LanguageCover:
    timetables = [
        served.timetable
        for entry in directory.departments
        for served in entry.languages
        if served.tag == tag and counted.includes(entry, tag)
    ]
    scheduled = [each for each in timetables if not isinstance(each, Unscheduled)]
    week = Interval(hours[0].interval.start, hours[-1].interval.end)
    curve = _Curve(interval for each in scheduled for interval in each.intervals(*week))
    return LanguageCover(
        tag,
        len(scheduled),
        len(timetables) - len(scheduled),
        tuple((wall, curve.within(wall.interval)) for wall in hours),
        tuple(without([week], list(curve.answered()))),
    )


class _Curve:
    """How many of some intervals hold at each instant; it can change at `_steps` only."""

    def __init__(self, intervals: Iterable[Interval]) -> None:
        changes: Counter[datetime] = Counter()
        for start, end in intervals:
            changes[start] += 1
            changes[end] -= 1
        self._steps = sorted(changes)
        self._counts: Sequence[int] = list(accumulate(changes[step] for step in self._steps))

    def within(self, time: Interval) -> Answering:
        """Return the fewest and the most that hold at any moment of `time`."""
        first = bisect_right(self._steps, time.start)
        last = bisect_left(self._steps, time.end)
        counts = [self._counts[first - 1] if first else 0, *self._counts[first:last]]
        return Answering(min(counts), max(counts))

    def answered(self) -> Iterator[Interval]:
        """Yield the intervals in which at least one holds, sorted; neighbours can touch."""
        for place, count in enumerate(self._counts):
            if count:
                yield Interval(self._steps[place], self._steps[place + 1])
