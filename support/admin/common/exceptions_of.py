"""The exceptions that apply to a department, read once however many of its windows ask."""

from __future__ import annotations

from support.directory import Exceptions, exceptions_by_department, read_rows
from support.models import Closure, Department, SpecialHours

_ATTRIBUTE = "exceptions_as_read"


def exceptions_of(department: Department) -> Exceptions:
    """Return the special hours and closures that apply, read with two queries at first."""
    if _ATTRIBUTE not in department.__dict__:
        rows = read_rows([department.pk], of=(SpecialHours, Closure))
        found = exceptions_by_department(rows, [department.pk])
        department.__dict__[_ATTRIBUTE] = found[department.pk]
    exceptions: Exceptions = department.__dict__[_ATTRIBUTE]
    return exceptions
