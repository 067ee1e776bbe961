"""The coming holidays that departments observe, and what happens on each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from support.directory import DepartmentEntry, Directory, ServedLanguage, SpecialHoursEntry
from support.schedule import Holiday, holidays_of


@dataclass(frozen=True, slots=True)
class ObservedHoliday:
    """One day of one calendar for one department.

    It cancels the hours of the languages in `closed`. For those in `otherwise`, the entries in
    `special_hours` decide instead.
    """

    entry: DepartmentEntry
    holiday: Holiday
    closed: tuple[str, ...]
    otherwise: tuple[str, ...]
    special_hours: tuple[SpecialHoursEntry, ...]

    @property
    def key(self) -> tuple[str, str, date]:
        return self.entry.slug, self.holiday.calendar, self.holiday.day


def observed_holidays(directory: Directory, first: date, last: date) -> list[ObservedHoliday]:
    """Return the holidays from `first` through `last` on which hours would begin, sorted by day.

    Days are those of the windows' own clocks.
    """
    found = [
        observed
        for entry in directory.departments
        for observed in _of_department(entry, first, last)
    ]
    return sorted(found, key=lambda observed: (observed.holiday.day, observed.holiday.calendar))


def _of_department(entry: DepartmentEntry, first: date, last: date) -> Iterator[ObservedHoliday]:
    languages: dict[Holiday, list[ServedLanguage]] = {}
    cancelling: dict[str, set[Holiday]] = {}
    for served in entry.languages:
        ours = {h for hours in served.hours for h in holidays_of(hours.window, first, last)}
        if ours:
            cancelling[served.tag] = set(served.timetable.holidays(first, last))
        for holiday in ours:
            languages.setdefault(holiday, []).append(served)
    for holiday, all_served in languages.items():
        closed = [s.tag for s in all_served if holiday in cancelling[s.tag]]
        otherwise = [s for s in all_served if s.tag not in closed]
        yield ObservedHoliday(
            entry,
            holiday,
            tuple(closed),
            tuple(served.tag for served in otherwise),
            tuple(dict.fromkeys(each for s in otherwise for each in _deciding(s, holiday.day))),
        )


def _deciding(served: ServedLanguage, day: date) -> Iterator[SpecialHoursEntry]:
    for entry in served.exceptions.special_hours:
        if served.timetable.decides(entry.special, day, day):
            yield entry
