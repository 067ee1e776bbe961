"""Make the exceptions of each department of their rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from operator import itemgetter
from typing import Any

from django.db import models

from support.directory.exceptions import ClosureEntry, Exceptions, SpecialHoursEntry
from support.directory.from_row import entry_from_row
from support.directory.making import Maker
from support.directory.rows import Row, Rows, column
from support.models import Closure, SpecialHours


def exceptions_by_department(
    rows: Rows, departments: Iterable[int], make: Maker | None = None
) -> dict[int, Exceptions]:
    """Return the exceptions of each department: its own, and those of all departments."""
    make = make or Maker({})
    special_hours = _by_department(rows, SpecialHours, _special_hours, make)
    closures = _by_department(rows, Closure, _closure, make)
    return {pk: make(Exceptions, _for(pk, special_hours), _for(pk, closures)) for pk in departments}


# Exceptions of one department (under None, of all), each with its place among those of its kind.
_Placed = dict[int | None, list[tuple[int, Any]]]


def _by_department(
    rows: Rows, model: type[models.Model], entry: Callable[[Row], Any], make: Maker
) -> _Placed:
    department = column(model, "department_id")
    found: _Placed = {}
    for place, row in enumerate(rows[model]):
        made = make(entry, row)
        if made is not None:
            found.setdefault(department(row), []).append((place, made))
    return found


def _for(department: int, placed: _Placed) -> tuple[Any, ...]:
    """Return a department's own exceptions and those of all departments, in order."""
    own, of_all = placed.get(department, []), placed.get(None, [])
    return tuple(entry for _place, entry in sorted(own + of_all, key=itemgetter(0)))


def _special_hours(row: Row) -> SpecialHoursEntry:
    return entry_from_row(SpecialHoursEntry, SpecialHours, row)


def _closure(row: Row) -> ClosureEntry | None:
    """Return None where a change of the clock skips the closure as a whole."""
    entry = entry_from_row(ClosureEntry, Closure, row)
    return entry if entry.closure else None
