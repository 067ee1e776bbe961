"""Shifts of the night before that run into a day which is closed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date, datetime, time, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from support.directory import DepartmentEntry, ServedLanguage
from support.schedule import Effect, Unscheduled, date_of, day_number

_DAY = timedelta(days=1)


class NightShift(NamedTuple):
    """A shift that some languages of a department work until `ends`, on the clock of `zone`."""

    department: DepartmentEntry
    languages: tuple[str, ...]
    ends: datetime
    zone: str


def night_shifts(
    departments: Iterable[DepartmentEntry], closed: Collection[object], first: date, last: date
) -> list[NightShift]:
    """Return the shifts that run into the days that entries close, from `first` through `last`.

    `closed` are the keys of these entries. A shift belongs to the day on which it begins.
    """
    found: dict[tuple[str, datetime, str], tuple[DepartmentEntry, list[str]]] = {}
    for department in departments:
        for served in department.languages:
            for ends, zone in dict.fromkeys(_of_language(served, closed, first, last)):
                shift = department.slug, ends, zone
                found.setdefault(shift, (department, []))[1].append(served.tag)
    shifts = [
        NightShift(department, tuple(tags), ends, zone)
        for (_slug, ends, zone), (department, tags) in found.items()
    ]
    return sorted(shifts, key=lambda shift: shift.ends)


def _of_language(
    served: ServedLanguage, closed: Collection[object], first: date, last: date
) -> Iterator[tuple[datetime, str]]:
    table = served.timetable
    if isinstance(table, Unscheduled):
        return
    for special in (entry.special for entry in served.exceptions.special_hours):
        if special.effect is not Effect.CLOSED or special.window.key not in closed:
            continue
        for day in map(date_of, special.days(day_number(first), day_number(last))):
            for shift in table.shifts(day - _DAY, day - _DAY):
                ends = shift.interval.end.astimezone(ZoneInfo(shift.window.zone))
                runs_on = ends.date() == day and ends.time() > time(0)
                if runs_on and table.decides(special, day, day):
                    yield ends, shift.window.zone
