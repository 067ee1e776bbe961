"""Departments that visitors can read of, and not reach."""

from __future__ import annotations

from support.admin.first_page.context import Outlook
from support.admin.first_page.line import Line
from support.directory import DepartmentEntry


def departments_without_hours(outlook: Outlook) -> list[Line]:
    return [_line(e, outlook) for e in outlook.directory.departments if not e.languages]


def departments_without_channel(outlook: Outlook) -> list[Line]:
    return [_line(e, outlook) for e in outlook.directory.departments if not e.channels]


def _line(entry: DepartmentEntry, outlook: Outlook) -> Line:
    return Line(outlook.name(entry), outlook.address_to_edit(entry))
