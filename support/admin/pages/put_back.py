"""Put a row back as it was, after a look at everything that changes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.contrib import admin, messages
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from support import clock
from support.admin.common.desk import desk_page
from support.admin.common.staff_zone import zone_of_staff
from support.admin.fields.pickers import datalists
from support.admin.history.edits_in_words import moment_and_zone
from support.admin.history.may_put_back import refuse_unless_may_put_back
from support.admin.history.nothing_recorded import nothing_recorded
from support.admin.preview.contact_page_at import InstantForm
from support.admin.preview.differences import ShownDifferences, shown_differences
from support.directory import DepartmentEntry, NotRecorded, directory_of, read_rows
from support.history.edits import count_edits
from support.history.put_back import CannotPutBack, NotThere, put_back
from support.history.related_rows import KINDS_OF_ROWS
from support.history.snapshot import changes_between, snapshot
from support.locales.rfc3339 import InvalidInstant, parse_instant
from support.models import Closure, Department, SpecialHours
from support.models.history import history_of
from support.rows.changes import RowChange
from support.rows.dry_run import dry_run
from support.rows.words import Words

Model = type[models.Model]


class MomentForm(InstantForm):
    """Ask for a moment on any clock, without a language."""

    language = None  # type: ignore[assignment]


@dataclass(frozen=True, slots=True)
class PutBackPreview:
    """The effect of putting back, or the `problems` that prevent it."""

    changes: tuple[RowChange, ...] = ()
    differences: ShownDifferences | None = None
    problems: tuple[str, ...] = ()


def put_back_page(request: HttpRequest, kind: str, pk: int) -> HttpResponse:
    """Ask for a moment and show what would change; a POST puts the row back."""
    model = _model(kind)
    row = _row(model, pk)
    is_there = model._default_manager.filter(pk=pk).exists()
    zone, language = zone_of_staff(request), get_language() or "en"
    if request.method == "POST" and (at := _instant(request.POST.get("at"))):
        refuse_unless_may_put_back(request, model, pk, at)
        if request.POST.get("seen_edits") == str(count_edits(model, pk)):
            return _put_back(request, model, pk, at, moment_and_zone(at, zone, language))
        messages.warning(
            request, _("This has changed in the meantime. Please check again what would change.")
        )
        return redirect(request.get_full_path())
    at = _instant(request.GET.get("at"))
    form = MomentForm(_in_fields(at, zone) or request.GET or None, initial={"zone": zone})
    if not at and form.is_valid():
        at = form.cleaned_data["at"]
    refuse_unless_may_put_back(request, model, pk, at)
    context: dict[str, Any] = {
        "row": row,
        "is_there": is_there,
        "opts": model._meta,
        "list_name": capfirst(model._meta.verbose_name_plural or ""),
        "belongs_to_it": model is Department,
        "has_hours": model in (Department, SpecialHours, Closure),
        "form": form,
        "datalists": datalists(["zones"]),
    }
    if at:
        context |= {
            "at": at,
            "moment": moment_and_zone(at, zone, language),
            "seen_edits": count_edits(model, pk),
            "preview": _preview(model, pk, at, zone, language),
        }
    title = _("Restore: %(row)s") % {"row": row}
    return desk_page(request, "admin/support/put_back.html", title, context)


def _model(kind: str) -> Model:
    found = next((each for each in KINDS_OF_ROWS if each._meta.model_name == kind), None)
    if found is None:
        raise Http404
    return found


def _row(model: Model, pk: int) -> models.Model:
    """Return the row, or the last record of a deleted one."""
    stored = model._default_manager.filter(pk=pk).first()
    if stored:
        return stored
    last = history_of(model).filter(id=pk).order_by("-history_id").first()
    if last is None:
        raise Http404
    deleted: models.Model = last.instance
    return deleted


def _instant(text: str | None) -> datetime | None:
    try:
        return parse_instant(text) if text else None
    except InvalidInstant:
        return None


def _in_fields(at: datetime | None, zone: str) -> dict[str, str] | None:
    if at is None:
        return None
    local = at.astimezone(ZoneInfo(zone))
    return {"date": f"{local:%Y-%m-%d}", "time": f"{local:%H:%M}", "zone": zone}


def _preview(model: Model, pk: int, at: datetime, zone: str, language: str) -> PutBackPreview:
    """Put the row back in a dry run, and compare everything before and after."""
    before, entries = snapshot(model, pk), _entries(model, pk)
    try:
        with dry_run():
            put_back(model, pk, at)
            after, new_entries = snapshot(model, pk), _entries(model, pk)
            changes = tuple(changes_between(before, after, Words(language)))
    except (NotRecorded, NotThere, CannotPutBack) as refusal:
        return PutBackPreview(problems=tuple(_problems(refusal, zone, language)))
    return PutBackPreview(changes, shown_differences(entries, new_entries, clock.now(), zone))


def _entries(model: Model, pk: int) -> tuple[DepartmentEntry, ...]:
    """Return the departments whose hours can depend on the row."""
    if model is Department:
        return directory_of(read_rows(pk), 0).departments
    if model in (SpecialHours, Closure):
        return directory_of(read_rows(), 0).departments
    return ()


def _problems(
    refusal: NotRecorded | NotThere | CannotPutBack, zone: str, language: str
) -> list[str]:
    if isinstance(refusal, CannotPutBack):
        return refusal.problems
    if isinstance(refusal, NotThere):
        return [_("It didn’t exist at that time.")]
    return [nothing_recorded(refusal, zone, language)]


def _put_back(
    request: HttpRequest, model: Model, pk: int, at: datetime, moment: str
) -> HttpResponse:
    try:
        put_back(model, pk, at)
    except (NotRecorded, NotThere, CannotPutBack):
        return redirect(request.get_full_path())
    row = model._default_manager.get(pk=pk)
    message = _("Restored to how it was on %(moment)s.") % {"moment": moment}
    admin.site.get_model_admin(model).log_change(request, row, "")
    messages.success(request, _("{what}: {detail}").format(what=row, detail=message))
    return redirect(f"admin:support_{model._meta.model_name}_change", pk)
