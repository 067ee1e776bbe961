"""The departments whose hours an import touches, before and after."""

from __future__ import annotations

from collections.abc import Sequence

from support.directory import DepartmentEntry, Rows, directory_of, read_rows
from support.directory.rows import column
from support.models import Department
from support.schedule_file.changes import EntryChange
from support.schedule_file.configuration import EXCEPTIONS, department_of
from support.schedule_file.importing import Import
from support.schedule_file.provisional_rows import provisional_rows

_ALL = ""


def hours_before_and_after(plan: Import) -> tuple[list[DepartmentEntry], list[DepartmentEntry]]:
    """Return the departments, for `support.planning.difference` to compare. Write nothing."""
    touched = _touched(plan.changes)
    if not touched:
        return [], []
    return (
        _entries(read_rows(), touched),
        _entries(provisional_rows(plan.after), touched),
    )


def _entries(rows: Rows, slugs: set[str]) -> list[DepartmentEntry]:
    slug = column(Department, "slug")
    departments = [row for row in rows[Department] if _ALL in slugs or slug(row) in slugs]
    return list(directory_of({**rows, Department: departments}, 0).departments)


def _touched(changes: Sequence[EntryChange]) -> set[str]:
    """Return the short names; an empty one stands for all departments."""
    touched: set[str] = set()
    for change in changes:
        entries = [entry for entry in (change.before, change.after) if entry]
        if change.section in EXCEPTIONS:
            touched |= {department_of(entry.row) for entry in entries}
        elif change.section == "departments":
            touched |= {entry.slug for entry in entries}
    return touched
