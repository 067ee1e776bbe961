"""The coming holidays that departments observe, and what happens on each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from support.directory import DepartmentEntry, Directory, ServedLanguage, SpecialHoursEntry
from support.schedule import DayHours, Holiday, HolidayChange, Rule, holidays_of


@dataclass(frozen=True, slots=True)
class ObservedHoliday:
    """One day of one calendar for one department.

    It cancels the hours of the languages in `closed`; those in `shortened` have the hours that
    their windows state for public holidays. For those in `otherwise`, the entries in
    `special_hours` decide instead.
    """

    entry: DepartmentEntry
    holiday: Holiday
    closed: tuple[str, ...]
    shortened: tuple[tuple[str, tuple[DayHours, ...]], ...]
    otherwise: tuple[str, ...]
    special_hours: tuple[SpecialHoursEntry, ...]

    @property
    def observing(self) -> tuple[str, ...]:
        """Return the languages for which the holiday decides."""
        return (*self.closed, *(tag for tag, _hours in self.shortened))

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


@lru_cache(maxsize=2048)
def _of_department(entry: DepartmentEntry, first: date, last: date) -> tuple[ObservedHoliday, ...]:
    """Keep the answer for the entries of the present directory, which several pages ask about."""
    return tuple(_observed_by(entry, first, last))


def _observed_by(entry: DepartmentEntry, first: date, last: date) -> Iterator[ObservedHoliday]:
    languages: dict[Holiday, list[ServedLanguage]] = {}
    changes: dict[str, list[HolidayChange]] = {}
    for served in entry.languages:
        ours = {h for hours in served.hours for h in holidays_of(hours.window, first, last)}
        if ours:
            changes[served.tag] = _changes(served, first, last)
        for holiday in ours:
            languages.setdefault(holiday, []).append(served)
    for holiday, all_served in languages.items():
        hours = {s.tag: _hours_on(holiday, changes[s.tag]) for s in all_served}
        otherwise = [s for s in all_served if hours[s.tag] is None]
        yield ObservedHoliday(
            entry,
            holiday,
            tuple(tag for tag, found in hours.items() if found == ()),
            tuple((tag, found) for tag, found in hours.items() if found),
            tuple(served.tag for served in otherwise),
            tuple(dict.fromkeys(each for s in otherwise for each in _deciding(s, holiday.day))),
        )


def _changes(served: ServedLanguage, first: date, last: date) -> list[HolidayChange]:
    found = served.timetable.holiday_changes(first, last)
    return [change for change in found if change.rule is Rule.PUBLIC_HOLIDAY]


def _hours_on(holiday: Holiday, changes: Iterable[HolidayChange]) -> tuple[DayHours, ...] | None:
    """Return the hours on a holiday in place of the usual ones; None if it does not decide."""
    found = [change.hours for change in changes if change.holiday == holiday]
    return tuple(dict.fromkeys(filter(None, found))) if found else None


def _deciding(served: ServedLanguage, day: date) -> Iterator[SpecialHoursEntry]:
    for entry in served.exceptions.special_hours:
        if served.timetable.decides(entry.special, day, day):
            yield entry
