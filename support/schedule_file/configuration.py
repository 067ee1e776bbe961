"""All that staff have stated, be it in rows or in a file, in one form that can be compared."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.db import models

from support.models import LanguageWindow, UnscheduledLanguage
from support.models.edit_version import EditVersioned


@dataclass(slots=True)
class Entry:
    """A row with what belongs to it, saved or not.

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
    """Its sections, in the order of a file; what one refers to stands in an earlier one."""

    organization: list[Entry] = field(default_factory=list)
    products: list[Entry] = field(default_factory=list)
    departments: list[Entry] = field(default_factory=list)
    channels: list[Entry] = field(default_factory=list)
    special_hours: list[Entry] = field(default_factory=list)
    closures: list[Entry] = field(default_factory=list)

    def section(self, name: str) -> list[Entry]:
        entries: list[Entry] = getattr(self, name)
        return entries

    def __bool__(self) -> bool:
        return any(self.section(name) for name in SECTIONS)


SECTIONS = ("organization", "products", "departments", "channels", "special_hours", "closures")
EXCEPTIONS = ("special_hours", "closures")


def department_of(row: models.Model) -> str:
    """The short name of the department that special hours or a closure are for; empty for all."""
    department = getattr(row, "department", None)
    return department.slug if department else ""


def by_slug(entries: Iterable[Entry]) -> dict[str, Entry]:
    return {entry.slug: entry for entry in entries}


def in_order(entries: Sequence[Entry]) -> list[Entry]:
    """As staff want them listed."""
    return sorted(entries, key=lambda entry: (getattr(entry.row, "position", 0), entry.slug))
