"""The exceptions that apply to a department, read once however many of its windows ask."""

from __future__ import annotations

from collections.abc import Iterable

from support.directory import Exceptions, exceptions_for
from support.models import Closure, Department, SpecialHours


def read_exceptions(departments: Iterable[Department]) -> None:
    """Read the exceptions of all these departments in two queries, for `exceptions_of`."""
    special_hours, closures = list(SpecialHours.objects.all()), list(Closure.objects.all())
    for department in departments:
        exceptions = exceptions_for(department, special_hours, closures)
        department.__dict__[_ATTRIBUTE] = exceptions


def exceptions_of(department: Department) -> Exceptions:
    """Return the special hours and closures that apply to the department."""
    if _ATTRIBUTE not in department.__dict__:
        read_exceptions([department])
    exceptions: Exceptions = department.__dict__[_ATTRIBUTE]
    return exceptions


_ATTRIBUTE = "exceptions_as_read"
