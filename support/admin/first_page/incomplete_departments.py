"""Departments that are on the contact page but cannot be reached."""

from __future__ import annotations

from support.admin.first_page.context import FirstPageContext
from support.admin.first_page.line import Line
from support.directory import DepartmentEntry


def departments_without_hours(context: FirstPageContext) -> list[Line]:
    return [_line(e, context) for e in context.directory.departments if not e.languages]


def departments_without_channel(context: FirstPageContext) -> list[Line]:
    return [_line(e, context) for e in context.directory.departments if not e.channels]


def _line(entry: DepartmentEntry, context: FirstPageContext) -> Line:
    return Line(context.name(entry), context.address_to_edit(entry))
