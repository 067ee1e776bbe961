"""The languages that listed departments serve, read once for all of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from support.directory import directory_of, read_rows
from support.models import Closure, Department, LanguageWindow, SpecialHours, UnscheduledLanguage
from support.schedule import State

_NO_REVISION = 0

_STATES = "languages_by_state"


def read_served(departments: Iterable[Department], at: datetime) -> None:
    """Read what `languages_in` tells, with five queries for all departments."""
    listed = list(departments)
    rows = read_rows(
        [department.pk for department in listed],
        of=(Department, LanguageWindow, UnscheduledLanguage, SpecialHours, Closure),
    )
    entries = {entry.slug: entry for entry in directory_of(rows, _NO_REVISION).departments}
    for department in listed:
        states: dict[State, list[str]] = {}
        for served in entries[department.slug].languages if department.slug in entries else ():
            states.setdefault(served.timetable.status(at).state, []).append(served.tag)
        department.__dict__[_STATES] = states


def languages_in(department: Department, state: State) -> Sequence[str]:
    """Return the languages in a state, of a department for which `read_served` was called."""
    states: Mapping[State, Sequence[str]] = department.__dict__[_STATES]
    return states.get(state, ())
