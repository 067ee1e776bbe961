"""In which hours of a week how many departments answer in which language.

Directory, monday, zone, who counts -> Coverage
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
class WhoCounts:
    """Empty: every department, and whatever its channels are.

    `channel` is the short name of one; with it or `kind`, a department counts for the languages in
    which it can be reached through such a channel.
    """

    department: str = ""
    kind: str = ""
    channel: str = ""

    def includes(self, entry: DepartmentEntry, tag: str) -> bool:
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
    """One language in that week.

    `departments` are those with stated hours, `unscheduled` those without; `gaps` are the
    stretches in which none of the first answers, sorted and as long as they are.
    """

    tag: str
    departments: int
    unscheduled: int
    hours: tuple[tuple[WallHour, Answering], ...]
    gaps: tuple[Interval, ...]

    @property
    def is_covered(self) -> bool:
        """Whether anybody answers at any moment of the week."""
        return any(answering.most for _, answering in self.hours)

    @cached_property
    def cells(self) -> Mapping[tuple[date, int], Answering]:
        """By day and hour of the clock; an hour that comes twice is one, a skipped one none."""
        cells: dict[tuple[date, int], Answering] = {}
        for wall, answering in self.hours:
            known = cells.get((wall.day, wall.hour), answering)
            cells[wall.day, wall.hour] = Answering(
                min(known.least, answering.least), max(known.most, answering.most)
            )
        return cells


@dataclass(frozen=True, slots=True)
class Coverage:
    monday: date
    zone: str
    hours: tuple[WallHour, ...]
    languages: tuple[LanguageCover, ...]


def coverage(directory: Directory, monday: date, zone: str, who: WhoCounts) -> Coverage:
    """Every language of the site, and every other that any department serves, counted or not."""
    hours = wall_hours(monday, zone)
    tags = {served.tag for entry in directory.departments for served in entry.languages}
    others = sorted(tags.difference(SITE_LANGUAGES))
    languages = (_cover(directory, tag, hours, who) for tag in (*SITE_LANGUAGES, *others))
    return Coverage(monday, zone, hours, tuple(languages))


def _cover(
    directory: Directory, tag: str, hours: tuple[WallHour, ...], who: WhoCounts
) -> LanguageCover:
    timetables = [
        served.timetable
        for entry in directory.departments
        for served in entry.languages
        if served.tag == tag and who.includes(entry, tag)
    ]
    scheduled = [each for each in timetables if not isinstance(each, Unscheduled)]
    week = Interval(hours[0].interval.start, hours[-1].interval.end)
    curve = _Curve(stretch for each in scheduled for stretch in each.intervals(*week))
    return LanguageCover(
        tag,
        len(scheduled),
        len(timetables) - len(scheduled),
        tuple((wall, curve.within(wall.interval)) for wall in hours),
        tuple(without([week], list(curve.answered()))),
    )


class _Curve:
    """How many of some stretches hold at an instant: constant from one of `_steps` to the next."""

    def __init__(self, stretches: Iterable[Interval]) -> None:
        changes: Counter[datetime] = Counter()
        for start, end in stretches:
            changes[start] += 1
            changes[end] -= 1
        self._steps = sorted(changes)
        self._counts: Sequence[int] = list(accumulate(changes[step] for step in self._steps))

    def within(self, time: Interval) -> Answering:
        first = bisect_right(self._steps, time.start)
        last = bisect_left(self._steps, time.end)
        counts = [self._counts[first - 1] if first else 0, *self._counts[first:last]]
        return Answering(min(counts), max(counts))

    def answered(self) -> Iterator[Interval]:
        """The stretches in which at least one holds, sorted; two may touch."""
        for place, count in enumerate(self._counts):
            if count:
                yield Interval(self._steps[place], self._steps[place + 1])
