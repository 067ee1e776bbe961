"""The languages that listed departments serve, read once for all of them."""

from __future__ import annotations

from collections.abc import Iterable

from support.directory import ServedLanguage, directory_of, read_rows
from support.models import Closure, Department, LanguageWindow, SpecialHours, UnscheduledLanguage

_NO_REVISION = 0

_ATTRIBUTE = "served_as_read"


def read_served(departments: Iterable[Department]) -> None:
    """Read what `served_by` returns, with five queries for all departments."""
    listed = list(departments)
    rows = read_rows(
        [department.pk for department in listed],
        of=(Department, LanguageWindow, UnscheduledLanguage, SpecialHours, Closure),
    )
    served = {e.slug: e.languages for e in directory_of(rows, _NO_REVISION).departments}
    for department in listed:
        department.__dict__[_ATTRIBUTE] = served.get(department.slug, ())


def served_by(department: Department) -> tuple[ServedLanguage, ...]:
    """Return the languages of a department for which `read_served` was called."""
    served: tuple[ServedLanguage, ...] = department.__dict__[_ATTRIBUTE]
    return served
