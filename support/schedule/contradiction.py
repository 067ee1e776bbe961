"""Special hours of the same people that say two things of one day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from support.schedule.instant import FIRST_DAY, LAST_DAY, date_of, day_number
from support.schedule.overlap import hours_meet
from support.schedule.season import MonthDay
from support.schedule.special_hours import Effect, SpecialHours, is_wider

# Weekdays, months and leap years come round in 28 years, and leap years alone in 8 at most.
_MANY_YEARS = 40 * 366
_LEAP_YEARS = 9 * 366


class DateRange(NamedTuple):
    """From `first` through `last`, both inclusive."""

    first: date
    last: date


class Contradiction(NamedTuple):
    """Two entries that cannot both decide, and the first days of which both speak."""

    one: SpecialHours
    other: SpecialHours
    shared: DateRange

    @property
    def split(self) -> tuple[DateRange, ...]:
        """Return the ranges of `one` that leave the shared days to `other`, in the year it states.

        Empty where `other` takes all of them: then one of the two has to be changed. What has no
        end ends with the engine's last day.
        """
        first, last = day_number(self.shared.first), day_number(self.shared.last)
        begins, ends = self.one.range_on(first)
        years = date_of(begins).year - self.one.first.year
        parts = [(begins, first - 1), (last + 1, ends)]
        return tuple(
            DateRange(_years_before(a, years), _years_before(b, years)) for a, b in parts if a <= b
        )


def _years_before(day: int, years: int) -> date:
    then = date_of(day)
    return MonthDay.of(then).on_or_before(then.year - years) if years else then


def contradictions(special_hours: Sequence[SpecialHours]) -> Iterator[Contradiction]:
    """Yield every two entries of one rank that contradict each other."""
    for one, other in touching(special_hours):
        found = contradiction(special_hours[one], special_hours[other])
        if found:
            yield found


def touching(special_hours: Sequence[SpecialHours]) -> Iterator[tuple[int, int]]:
    """Yield the positions of every two entries that have a range within a day of one another.

    No others can contradict each other.
    """
    if not special_hours:
        return
    last = max(day_number(each.window.valid_through or each.first) for each in special_hours)
    ranges = sorted(
        (begins, ends, position)
        for position, each in enumerate(special_hours)
        for begins, ends in each.ranges(FIRST_DAY, min(last + _LEAP_YEARS, LAST_DAY))
    )
    found: set[tuple[int, int]] = set()
    current: list[tuple[int, int]] = []
    for begins, ends, position in ranges:
        current = [each for each in current if each[0] >= begins - 1]
        found.update((min(position, other), max(position, other)) for _, other in current)
        current.append((ends, position))
    yield from sorted(pair for pair in found if pair[0] != pair[1])


def contradiction(one: SpecialHours, other: SpecialHours) -> Contradiction | None:
    """Return how two entries contradict each other, or None.

    They do where both name a day, neither range lies within the other, and they do not go
    together: other hours go together with other hours that share no time, and added hours with
    everything but added hours that share time with them.
    """
    if one.rank != other.rank:
        return None
    distances = _distances(one, other)
    for day, distance in _shared_days(one, other, distances):
        their_day = day + distance
        ranges = one.range_on(day), other.range_on(their_day)
        one_holds_other = is_wider(one, ranges[0], other, ranges[1])
        other_holds_one = is_wider(other, ranges[1], one, ranges[0])
        if not (one_holds_other or other_holds_one):
            return Contradiction(one, other, _shared_range(one, other, day, their_day))
    return None


def _distances(one: SpecialHours, other: SpecialHours) -> list[int]:
    """Return how many days after those of `one` those of `other` are that contradict it."""
    effects = {one.effect, other.effect}
    if effects in ({Effect.HOURS}, {Effect.ALSO}):
        return hours_meet(one.window, other.window) if one.window.zone == other.window.zone else []
    return [] if Effect.ALSO in effects else [0]


def _shared_days(
    one: SpecialHours, other: SpecialHours, distances: Sequence[int]
) -> Iterator[tuple[int, int]]:
    """Yield the days of `one`, sorted, with the distance of a day of `other` that counts."""
    if not distances:
        return
    start = max(day_number(one.first), day_number(other.first)) - 1
    reach = min(start + _MANY_YEARS, LAST_DAY) if one.repeats and other.repeats else LAST_DAY
    for begins, ends in one.ranges(start, reach):
        for their_begins, their_ends in other.ranges(begins - 1, ends + 1):
            first = max(begins, their_begins - 1)
            last = min(ends, their_ends + 1)
            theirs = set(other.days(first - 1, last + 1))
            for day in one.days(first, last) if theirs else ():
                yield from ((day, distance) for distance in distances if day + distance in theirs)


def _shared_range(one: SpecialHours, other: SpecialHours, day: int, their_day: int) -> DateRange:
    """Return the days that the ranges around these days have in common; a day where none."""
    begins, ends = one.range_on(day)
    their_begins, their_ends = other.range_on(their_day)
    first, last = max(begins, their_begins), min(ends, their_ends)
    if last < first:
        first = last = day
    return DateRange(date_of(first), date_of(last))
