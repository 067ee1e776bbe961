"""Every change of the last days, over all rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import chain
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.core.paginator import Paginator
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from support.admin.common.desk import desk_page
from support.admin.common.staff_zone import today_of_staff, zone_of_staff
from support.admin.fields.date import DateField, tell_by_clock
from support.admin.history.edits_in_words import EditInWords, edits_in_words
from support.history.edits import edit_keys
from support.history.related_rows import (
    KINDS_OF_ROWS,
    RecordsOfModel,
    owner_of,
    records_about,
    records_of_all,
)
from support.models import Department
from support.models.history import history_of
from support.rows.changes import RowChange

_LAST_DAYS = timedelta(days=6)
_DAY = timedelta(days=1)
_EDITS_PER_PAGE = 20

# A department may save dozens and an import thousands: each has them in its own history. Here every
# row takes milliseconds.
_ROWS_OF_AN_EDIT = 6

_WHAT = {"+": gettext_lazy("Added"), "~": gettext_lazy("Changed"), "-": gettext_lazy("Deleted")}


class ChangesForm(forms.Form):
    """Ask who changed which rows, what happened to them, and on which days."""

    who = forms.ChoiceField(label=gettext_lazy("Who"), required=False)
    kind = forms.ChoiceField(label=gettext_lazy("Type of entry"), required=False)
    department = forms.ChoiceField(label=gettext_lazy("Department"), required=False)
    what = forms.ChoiceField(label=gettext_lazy("What happened"), required=False)
    first = DateField(label=gettext_lazy("First day"), required=False)
    last = DateField(label=gettext_lazy("Last day"), required=False)

    def __init__(self, kinds: list[type[models.Model]], today: date, data: Any) -> None:
        is_asked = not self.base_fields.keys().isdisjoint(data)
        super().__init__(
            data if is_asked else None, initial={"first": today - _LAST_DAYS, "last": today}
        )
        everything = [("", _("All"))]
        names = [
            (kind._meta.model_name, capfirst(kind._meta.verbose_name_plural or ""))
            for kind in kinds
        ]
        choices: dict[str, list[tuple[Any, Any]]] = {
            "who": [(name, name) for name in _people(kinds)],
            "kind": names,
            "department": [(str(row.pk), str(row)) for row in Department.objects.all()],
            "what": list(_WHAT.items()),
        }
        for name, pairs in choices.items():
            self.fields[name].choices = [*everything, *pairs]  # type: ignore[attr-defined]

    def value(self, name: str) -> Any:
        """Return what was chosen, else what the form starts with."""
        if self.is_bound:
            return self.cleaned_data.get(name)
        return self.initial.get(name, "")


@dataclass(frozen=True, slots=True)
class LinkedChange:
    """What became of a row, and the address of the history that it is in."""

    kind: str
    model_name: str
    title: str
    fields: tuple[Any, ...]
    address: str


@dataclass(frozen=True, slots=True)
class ListedEdit:
    edit: EditInWords
    changes: list[LinkedChange]


@require_safe
def changes(request: HttpRequest) -> HttpResponse:
    """List the edits of the last week, or those that the form asks for, newest first."""
    kinds = [kind for kind in KINDS_OF_ROWS if _may_see(request, kind)]
    form = ChangesForm(kinds, today_of_staff(request), request.GET)
    zone, language = zone_of_staff(request), get_language() or "en"
    tell_by_clock(form, zone)
    context: dict[str, Any] = {"form": form}
    if kinds and (not form.is_bound or form.is_valid()):
        about = _asked_for(form, kinds, zone)
        page = Paginator(edit_keys(about), _EDITS_PER_PAGE).get_page(request.GET.get("page"))
        keys = list(page.object_list)
        listed = edits_in_words(about, keys, zone, language, _ROWS_OF_AN_EDIT)
        context |= {"page": page, "edits": [_linked(edit) for edit in listed]}
    return desk_page(request, "admin/support/changes.html", _("Changes"), context)


def _may_see(request: HttpRequest, kind: type[models.Model]) -> bool:
    name = kind._meta.model_name
    return any(request.user.has_perm(f"support.{action}_{name}") for action in ("view", "change"))


def _people(kinds: Iterable[type[models.Model]]) -> list[str]:
    """Return the names of those who have ever changed one of these rows."""
    names = chain.from_iterable(
        each.records.order_by().values_list("edited_by", flat=True).distinct()
        for each in records_of_all(list(kinds))
    )
    return sorted(set(names) - {""})


def _asked_for(
    form: ChangesForm, kinds: list[type[models.Model]], zone: str
) -> list[RecordsOfModel]:
    chosen = [kind for kind in kinds if form.value("kind") in ("", kind._meta.model_name)]
    which: dict[str, object] = {}
    if form.value("first"):
        which["history_date__gte"] = _midnight(form.value("first"), zone)
    if form.value("last"):
        which["history_date__lt"] = _midnight(form.value("last") + _DAY, zone)
    if form.value("who"):
        which["edited_by"] = form.value("who")
    if form.value("what"):
        which["history_type"] = form.value("what")
    records = records_of_all(chosen, **which)
    if form.value("department"):
        own = {
            each.model: each.records.values("history_id")
            for each in records_about(Department, int(form.value("department")))
        }
        records = [
            RecordsOfModel(each.model, each.records.filter(history_id__in=own[each.model]))
            for each in records
            if each.model in own
        ]
    return records or [RecordsOfModel(Department, history_of(Department).none())]


def _midnight(day: date, zone: str) -> datetime:
    return datetime.combine(day, time(0), ZoneInfo(zone))


def _linked(edit: EditInWords) -> ListedEdit:
    return ListedEdit(edit, list(_changes(edit.changes)))


def _changes(row_changes: Iterable[RowChange]) -> Iterator[LinkedChange]:
    for change in row_changes:
        model, key = owner_of(change.row)
        address = reverse(f"admin:support_{model._meta.model_name}_history", args=[key])
        yield LinkedChange(change.kind, change.model_name, change.title, change.fields, address)
