"""Links from what the engine names to the rows in the admin that state it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from django.urls import reverse

from support.directory import ServedLanguage
from support.models import (
    Closure,
    Department,
    LanguageWindow,
    SpecialHours,
    UnscheduledLanguage,
)
from support.roles import User
from support.schedule import Reason, Window


class RowLink(NamedTuple):
    """The text and address of a row; `url` is empty if the user has no permission to see it."""

    text: str
    url: str


class RowLinks:
    """Links to the rows that have a say at an instant, for some languages of one department.

    Takes five queries, however many rows there are. A row that was deleted meanwhile has no link.
    """

    def __init__(
        self, slug: str, languages: Sequence[ServedLanguage], at: datetime, user: User
    ) -> None:
        self._user = user
        department = Department.objects.filter(slug=slug).first()
        self._form = (
            reverse("admin:support_department_change", args=[department.pk]) if department else ""
        )
        windows = LanguageWindow.objects.filter(department=department).order_by("pk")
        unscheduled = UnscheduledLanguage.objects.filter(department=department).order_by("pk")
        # Their places in the department's form follow their primary keys.
        self._windows: Mapping[Any, tuple[int, LanguageWindow]] = {
            row.pk: (place, row) for place, row in enumerate(windows)
        }
        self._unscheduled = {row.language: place for place, row in enumerate(unscheduled)}
        # By identity: a language window may look the same and have the same primary key.
        self._special_keys: Mapping[int, Any] = {
            id(entry.special.window): entry.special.window.key
            for served in languages
            for entry in served.exceptions.special_hours
        }
        reasons = [reason for served in languages for reason in served.timetable.explain(at)]
        special_keys = [key for reason in reasons for key in self._keys_of_special_hours(reason)]
        closure_keys: list[Any] = [each.key for reason in reasons for each in reason.closures]
        self._special_hours: Mapping[Any, SpecialHours] = SpecialHours.objects.select_related(
            "department"
        ).in_bulk(special_keys)
        self._closures: Mapping[Any, Closure] = Closure.objects.select_related(
            "department"
        ).in_bulk(closure_keys)

    def exceptions(self, reason: Reason) -> list[RowLink]:
        """Return the special hours or closures that a rule consists of."""
        special_hours = (each.window.key for each in reason.special_hours)
        closures = (each.key for each in reason.closures)
        return [
            *self._links(self._special_hours, special_hours),
            *self._links(self._closures, closures),
        ]

    def windows(self, reason: Reason) -> list[RowLink]:
        """Return the windows and lesser special hours that a rule lets hold or cancels."""
        own = [each.window.key for each in reason.special_hours]
        overruled = [key for key in self._keys_of_special_hours(reason) if key not in own]
        stated = (window for window in reason.windows if id(window) not in self._special_keys)
        return [*self._stated(stated), *self._links(self._special_hours, overruled)]

    def window(self, window: Window) -> list[RowLink]:
        """Return a link to the row of a window."""
        return self._stated([window])

    def unscheduled(self, language: str, text: str) -> RowLink:
        """Return a link to the row of a language without stated hours."""
        place = self._unscheduled.get(language)
        anchor = "" if place is None else f"#unscheduled_languages-{place}"
        return RowLink(text, f"{self._form}{anchor}")

    def _keys_of_special_hours(self, reason: Reason) -> list[Any]:
        """Return the keys of special hours that decide, hold or are cancelled."""
        concerned = (self._special_keys.get(id(window)) for window in reason.windows)
        keys = [each.window.key for each in reason.special_hours]
        return [*keys, *(key for key in concerned if key is not None and key not in keys)]

    def _stated(self, windows: Iterable[Window]) -> list[RowLink]:
        found = (self._windows[each.key] for each in windows if each.key in self._windows)
        return [RowLink(str(row), f"{self._form}#windows-{place}") for place, row in found]

    def _links(
        self, rows: Mapping[Any, SpecialHours] | Mapping[Any, Closure], keys: Iterable[Any]
    ) -> list[RowLink]:
        return [self._link(rows[key]) for key in keys if key in rows]

    def _link(self, row: SpecialHours | Closure) -> RowLink:
        kind = row._meta.model_name
        may_see = self._user.has_perm(f"support.view_{kind}")
        return RowLink(
            " · ".join(filter(None, [str(row), row.scope, row.reason])),
            reverse(f"admin:support_{kind}_change", args=[row.pk]) if may_see else "",
        )
