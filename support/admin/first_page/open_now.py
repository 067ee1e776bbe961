"""Who is open now, department by department, and until when."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse

from support.admin.common.close_now import CLOSED_FOR
from support.admin.first_page.context import Outlook
from support.contact_page.lines.state_line import change_words
from support.directory import DepartmentEntry, ServedLanguage
from support.locales.formatting import format_duration
from support.schedule import State

# More would make the page long; the list of departments has all of them.
SHOWN = 20

_ORDER = (State.OPEN, State.UNSCHEDULED, State.CLOSED)


@dataclass(frozen=True, slots=True)
class LanguageNow:
    """`special_hours` is the address where hours for a date are entered, empty if one may not."""

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


def open_now(outlook: Outlook) -> OpenNow:
    entries = outlook.directory.departments
    return OpenNow(
        [_department(entry, outlook) for entry in entries[:SHOWN]],
        max(0, len(entries) - SHOWN),
        format_duration(int(CLOSED_FOR.total_seconds()), outlook.language),
    )


def _department(entry: DepartmentEntry, outlook: Outlook) -> DepartmentNow:
    languages = [_language(entry, served, outlook) for served in entry.languages]
    may_close = outlook.may_add("closure", entry)
    pk = outlook.departments.get(entry.slug)
    return DepartmentNow(
        outlook.name(entry),
        outlook.address(entry),
        sorted(languages, key=lambda row: _ORDER.index(row.state)),
        outlook.address_of_new_special_hours(entry),
        reverse("admin:support_department_close_now", args=[pk]) if may_close else "",
    )


def _language(entry: DepartmentEntry, served: ServedLanguage, outlook: Outlook) -> LanguageNow:
    status = served.timetable.status(outlook.at)
    return LanguageNow(
        outlook.language_name(served.tag),
        status.state,
        change_words(status, outlook.zone, outlook.language, names_zone=False),
        outlook.address_of_new_special_hours(entry, served.tag),
    )
