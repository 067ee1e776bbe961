"""All that staff have stated, in rows or in a file, in one form that can be compared."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.db import models

from support.models import LanguageWindow, UnscheduledLanguage
from support.models.edit_version import EditVersioned


@dataclass(slots=True)
class Entry:
    """A row with the rows that belong to it, saved or not.

    `children` are a department's windows and languages without hours, or a product's locales;
    `departments` the short names of a channel's; `place` names the entry in a file, and
    `is_valid` says whether it has a mistake there.
    """

    row: EditVersioned
    children: Sequence[models.Model] = ()
    departments: Sequence[str] = ()
    place: str = ""
    is_valid: bool = True

    @property
    def slug(self) -> str:
        return str(getattr(self.row, "slug", ""))

    @property
    def windows(self) -> list[LanguageWindow]:
        return [row for row in self.children if isinstance(row, LanguageWindow)]

    @property
    def unscheduled(self) -> list[UnscheduledLanguage]:
        return [row for row in self.children if isinstance(row, UnscheduledLanguage)]


@dataclass(slots=True)
class Configuration:
    """The sections in the order of a file."""

    organization: list[Entry] = field(default_factory=list)
    products: list[Entry] = field(default_factory=list)
    audiences: list[Entry] = field(default_factory=list)
    departments: list[Entry] = field(default_factory=list)
    channels: list[Entry] = field(default_factory=list)
    topics: list[Entry] = field(default_factory=list)
    sections: list[Entry] = field(default_factory=list)
    special_hours: list[Entry] = field(default_factory=list)
    closures: list[Entry] = field(default_factory=list)
    incidents: list[Entry] = field(default_factory=list)
    questions: list[Entry] = field(default_factory=list)

    def section(self, name: str) -> list[Entry]:
        """Return the entries of a section."""
        entries: list[Entry] = getattr(self, name)
        return entries

    def __bool__(self) -> bool:
        """Tell whether there is any entry."""
        return any(self.section(name) for name in SECTIONS)


# By short name, and in an order of their own.
NAMED = ("products", "audiences", "departments", "channels", "topics", "sections")
EXCEPTIONS = ("special_hours", "closures")
# Without a short name: they are known by what they state.
UNNAMED = (*EXCEPTIONS, "incidents", "questions")
SECTIONS = ("organization", *NAMED, *UNNAMED)


def department_of(row: models.Model) -> str:
    """Return the short name of the department that a row is for; empty for all."""
    department = getattr(row, "department", None)
    return department.slug if department else ""


def by_slug(entries: Iterable[Entry]) -> dict[str, Entry]:
    """Return the entries by short name."""
    return {entry.slug: entry for entry in entries}


def in_order(entries: Sequence[Entry]) -> list[Entry]:
    """Return the entries in the order in which staff want them listed."""
    return sorted(entries, key=lambda entry: (getattr(entry.row, "position", 0), entry.slug))
