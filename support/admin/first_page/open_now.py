"""Which departments are open now in which languages, and until when."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse

from support.admin.common.close_now import CLOSED_FOR
from support.admin.first_page.context import FirstPageContext
from support.contact_page.lines.state_line import change_words
from support.directory import DepartmentEntry, ServedLanguage
from support.locales.formatting import format_length
from support.schedule import State

# The list of departments has all of them; here they would make the page too long.
SHOWN = 20

_ORDER = (State.OPEN, State.UNSCHEDULED, State.CLOSED)


@dataclass(frozen=True, slots=True)
class LanguageNow:
    """A language of a department. `special_hours` is where to add some, or empty."""

    name: str
    state: State
    change: str
    special_hours: str


@dataclass(frozen=True, slots=True)
class DepartmentNow:
    name: str
    address: str
    languages: list[LanguageNow]
    special_hours: str
    close_now: str


@dataclass(frozen=True, slots=True)
class OpenNow:
    departments: list[DepartmentNow]
    more: int
    closed_for: str

    @property
    def has_actions(self) -> bool:
        return any(row.special_hours or row.close_now for row in self.departments)


def open_now(context: FirstPageContext) -> OpenNow:
    entries = context.directory.departments
    return OpenNow(
        [_department(entry, context) for entry in entries[:SHOWN]],
        max(0, len(entries) - SHOWN),
        format_length(CLOSED_FOR, context.language),
    )


def _department(entry: DepartmentEntry, context: FirstPageContext) -> DepartmentNow:
    languages = [_language(entry, served, context) for served in entry.languages]
    may_close = context.may_add("closure", entry)
    pk = context.departments.get(entry.slug)
    return DepartmentNow(
        context.name(entry),
        context.address(entry),
        sorted(languages, key=lambda row: _ORDER.index(row.state)),
        context.address_of_new_special_hours(entry),
        reverse("admin:support_department_close_now", args=[pk]) if may_close else "",
    )


def _language(
    entry: DepartmentEntry, served: ServedLanguage, context: FirstPageContext
) -> LanguageNow:
    status = served.timetable.status(context.at)
    return LanguageNow(
        context.language_name(served.tag),
        status.state,
        change_words(status, context.zone, context.language, context.at, names_zone=False),
        context.address_of_new_special_hours(entry, served.tag),
    )
