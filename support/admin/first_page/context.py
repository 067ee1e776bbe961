from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from django.urls import reverse
from django.utils.translation import get_language

from support import clock
from support.admin.common.staff_zone import staff_zone
from support.directory import DepartmentEntry, Directory
from support.directory.current import current_directory
from support.locales.formatting import format_moment
from support.locales.languages import language_name
from support.locales.zones import zone_name
from support.models import Department
from support.roles import User, editable_departments, may_edit


@dataclass(frozen=True, slots=True)
class FirstPageContext:
    """What the public sees now, as one user looks at it on the first page, on that user's clock.

    `departments` has the primary keys by short name. `editable` has the keys of the departments
    whose hours the user may change, and None if the user may change rows for all departments.
    """

    user: User
    directory: Directory
    at: datetime
    zone: str
    language: str
    departments: Mapping[str, int]
    editable: frozenset[int | None]

    @property
    def today(self) -> date:
        return self.at.astimezone(ZoneInfo(self.zone)).date()

    @property
    def zone_name(self) -> str:
        return zone_name(self.zone, self.language)

    def moment(self, at: datetime, *, ends: bool = False) -> str:
        return format_moment(at, self.zone, self.language, self.at, ends=ends)

    def name(self, entry: DepartmentEntry) -> str:
        return entry.name.read(self.language) or entry.slug

    def language_name(self, tag: str) -> str:
        return language_name(tag, self.language)

    def may_edit(self, department: int | None) -> bool:
        return department in self.editable

    def may_add(self, model: str, entry: DepartmentEntry) -> bool:
        """Return whether the user may add a row of `model` for the department."""
        pk = self.departments.get(entry.slug)
        return pk in self.editable - {None} and self.user.has_perm(f"support.add_{model}")

    def address(self, entry: DepartmentEntry) -> str:
        """Return the address of the department's form; empty if it was deleted a moment ago."""
        pk = self.departments.get(entry.slug)
        return reverse("admin:support_department_change", args=[pk]) if pk else ""

    def address_to_edit(self, entry: DepartmentEntry) -> str:
        """Return the address of the department's form; empty if the user may not edit it."""
        return self.address(entry) if self.departments.get(entry.slug) in self.editable else ""

    def address_of_new_special_hours(self, entry: DepartmentEntry, tag: str = "") -> str:
        """Return the address of a new row with what is known filled in, if the user may add one.

        Otherwise it is empty.
        """
        if not self.may_add("specialhours", entry):
            return ""
        zones = {
            hours.window.zone
            for served in entry.languages
            if tag in ("", served.tag)
            for hours in served.hours
        }
        values: dict[str, object] = {"department": self.departments[entry.slug]}
        if tag:
            values["languages"] = tag
        if len(zones) == 1:
            values["zone"] = zones.pop()
        return f"{reverse('admin:support_specialhours_add')}?{urlencode(values)}"


def first_page_context(user: User) -> FirstPageContext:
    """Read what the first page needs for `user`, now."""
    now = clock.now()
    return FirstPageContext(
        user,
        current_directory.latest().published(now),
        now,
        staff_zone(user),
        get_language() or "en",
        dict(Department.objects.order_by().values_list("slug", "pk")),
        frozenset(_editable(user)),
    )


def _editable(user: User) -> Iterator[int | None]:
    yield from editable_departments(user).order_by().values_list("pk", flat=True)
    if may_edit(user, None):
        yield None
