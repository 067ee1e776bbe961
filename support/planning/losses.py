"""Days on which special hours do not have their way, since other special hours go before them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, time
from typing import NamedTuple
from zoneinfo import ZoneInfo

from support.directory import DepartmentEntry, ServedLanguage, SpecialHoursEntry
from support.schedule import Effect, Loss, Shift, SpecialHours, Unscheduled, day_number


class WallHours(NamedTuple):
    """Hours by the clock of `zone`; `closes` is on the next day if it is not after `opens`."""

    opens: time
    closes: time
    zone: str


@dataclass(frozen=True, slots=True)
class LostDays:
    """Days on which `entry` loses to the entries `to` for some languages of a department.

    `hours` are those that hold on each of the days; there are none if nobody answers.
    """

    entry: SpecialHoursEntry
    to: tuple[SpecialHoursEntry, ...]
    department: DepartmentEntry
    languages: tuple[str, ...]
    days: tuple[date, ...]
    hours: tuple[WallHours, ...]

    @property
    def stays_open(self) -> bool:
        """Tell whether people who should be off are open."""
        return self.entry.special.effect is Effect.CLOSED and bool(self.hours)

    @property
    def is_within(self) -> bool:
        """Tell whether all who win were entered for the same people within the days of `entry`.

        Whoever enters such hours means them; whoever enters the range around them may not.
        """
        return all(
            self.entry.special.is_wider_than(each.special, day_number(day))
            for each in self.to
            for day in self.days
        )

    @property
    def told(self) -> object:
        """Return what two losses have in common that tell the same, whatever their rows’ keys."""
        return (
            *(_without_key(each.special) for each in (self.entry, *self.to)),
            self.department.slug,
            self.languages,
            self.days,
            self.hours,
        )

    @property
    def loser(self) -> object:
        """Return the key of the special hours that lose."""
        return self.entry.special.window.key

    @property
    def keys(self) -> frozenset[object]:
        """Return the keys of the special hours that lose or win."""
        return frozenset(each.special.window.key for each in (self.entry, *self.to))


def lost_days(departments: Iterable[DepartmentEntry], first: date, last: date) -> list[LostDays]:
    """Return what is lost from `first` through `last`, both inclusive, by the first day.

    A loss counts where people are open on a day that is closed, and where an entry for more people
    loses to one for fewer. Of the same people, other hours are meant to lose to a narrower range.
    """
    found = (each for department in departments for each in _of_department(department, first, last))
    return sorted(found, key=lambda lost: lost.days[0])


def _without_key(special: SpecialHours) -> SpecialHours:
    return replace(special, window=replace(special.window, key=None))


class _What(NamedTuple):
    """What is lost, to what, and which hours hold."""

    entry: SpecialHoursEntry
    to: tuple[SpecialHoursEntry, ...]
    hours: tuple[WallHours, ...]


def _of_department(department: DepartmentEntry, first: date, last: date) -> Iterator[LostDays]:
    languages: dict[tuple[_What, tuple[date, ...]], list[str]] = {}
    for served in department.languages:
        for what, days in _of_language(served, first, last).items():
            languages.setdefault((what, tuple(days)), []).append(served.tag)
    for (what, some_days), tags in languages.items():
        yield LostDays(what.entry, what.to, department, tuple(tags), some_days, what.hours)


def _of_language(served: ServedLanguage, first: date, last: date) -> dict[_What, list[date]]:
    """Return the days on which an entry loses to the same others and the same hours hold."""
    found: dict[_What, list[date]] = {}
    table = served.timetable
    entries = {id(entry.special): entry for entry in served.exceptions.special_hours}
    if isinstance(table, Unscheduled) or len(entries) < 2:
        return found
    for entry in entries.values():
        for loss in table.losses(entry.special, first, last):
            if _counts(entry.special, loss):
                to = tuple(entries[id(special)] for special in loss.to)
                hours = tuple(dict.fromkeys(map(_wall_hours, loss.shifts)))
                found.setdefault(_What(entry, to, hours), []).append(loss.day)
    return found


def _counts(special: SpecialHours, loss: Loss) -> bool:
    if special.effect is Effect.CLOSED:
        return bool(loss.shifts)
    same = all(each.effect is special.effect is Effect.AS_USUAL for each in loss.to)
    return not same and any(each.rank > special.rank for each in loss.to)


def _wall_hours(shift: Shift) -> WallHours:
    clock = ZoneInfo(shift.window.zone)
    start, end = (at.astimezone(clock) for at in shift.interval)
    return WallHours(start.time(), end.time(), shift.window.zone)
