"""Put a department back as it was, after a preview."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from support import clock
from support.admin.common.desk import desk_page
from support.admin.common.staff_zone import staff_zone
from support.admin.fields.pickers import datalists
from support.admin.history.edits_in_words import moment_and_zone
from support.admin.history.nothing_recorded import nothing_recorded
from support.admin.preview.contact_page_at import InstantForm
from support.admin.preview.differences import ShownDifferences, shown_differences
from support.directory import NotRecorded, directory_of, read_rows
from support.history.edits import count_edits
from support.history.put_back import CannotPutBack, NotThere, put_back
from support.history.snapshot import changes_between, snapshot
from support.locales.rfc3339 import InvalidInstant, parse_instant
from support.models import Department
from support.models.history import history_of
from support.roles import may_edit
from support.rows.changes import RowChange
from support.rows.dry_run import dry_run
from support.rows.words import Words


class MomentForm(InstantForm):
    """Ask for a moment on any clock, without a language."""

    language = None  # type: ignore[assignment]


@dataclass(frozen=True, slots=True)
class PutBackPreview:
    """The effect of putting back, or the `problems` that prevent it."""

    changes: tuple[RowChange, ...] = ()
    differences: ShownDifferences | None = None
    problems: tuple[str, ...] = ()


def put_back_page(request: HttpRequest, pk: int) -> HttpResponse:
    department = _department(request, pk)
    zone, language = staff_zone(request.user), get_language() or "en"
    if request.method == "POST" and (at := _instant(request.POST.get("at"))):
        if request.POST.get("seen_edits") == str(count_edits(Department, pk)):
            return _put_back(request, department, at, moment_and_zone(at, zone, language))
        messages.warning(
            request, _("This was changed in the meantime. Look once more at what would change.")
        )
        return redirect(request.get_full_path())
    at = _instant(request.GET.get("at"))
    form = MomentForm(_in_fields(at, zone) or request.GET or None, initial={"zone": zone})
    if not at and form.is_valid():
        at = form.cleaned_data["at"]
    context: dict[str, Any] = {
        "department": department,
        "form": form,
        "datalists": datalists(["zones"]),
    }
    if at:
        context |= {
            "at": at,
            "moment": moment_and_zone(at, zone, language),
            "seen_edits": count_edits(Department, pk),
            "preview": _preview(pk, at, zone, language),
        }
    title = _("Put back: %(department)s") % {"department": department}
    return desk_page(request, "admin/support/put_back.html", title, context)


def _department(request: HttpRequest, pk: int) -> Department:
    """Return the department, or the last record of a deleted one.

    To put back a deleted one, the user must have permission to add departments.
    """
    stored = Department.objects.filter(pk=pk).first()
    if stored:
        if not may_edit(request.user, pk):
            raise PermissionDenied
        return stored
    if not may_edit(request.user, None) or not request.user.has_perm("support.add_department"):
        raise PermissionDenied
    last = history_of(Department).filter(id=pk).order_by("-history_id").first()
    if last is None:
        raise Http404
    deleted: Department = last.instance
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


def _preview(pk: int, at: datetime, zone: str, language: str) -> PutBackPreview:
    """Put the department back in a dry run, and compare it before and after."""
    before, entries = snapshot(pk), directory_of(read_rows(pk), 0).departments
    try:
        with dry_run():
            put_back(pk, at)
            after, new_entries = snapshot(pk), directory_of(read_rows(pk), 0).departments
    except (NotRecorded, NotThere, CannotPutBack) as refusal:
        return PutBackPreview(problems=tuple(_problems(refusal, zone, language)))
    return PutBackPreview(
        tuple(changes_between(before, after, Words(language))),
        shown_differences(entries, new_entries, clock.now(), zone),
    )


def _problems(
    refusal: NotRecorded | NotThere | CannotPutBack, zone: str, language: str
) -> list[str]:
    if isinstance(refusal, CannotPutBack):
        return refusal.problems
    if isinstance(refusal, NotThere):
        return [_("There was no such department at that moment.")]
    return [nothing_recorded(refusal, zone, language)]


def _put_back(
    request: HttpRequest, department: Department, at: datetime, moment: str
) -> HttpResponse:
    try:
        put_back(department.pk, at)
    except (NotRecorded, NotThere, CannotPutBack):
        return redirect(request.get_full_path())
    row = Department.objects.get(pk=department.pk)
    message = _("Put back as it was on %(moment)s.") % {"moment": moment}
    admin.site.get_model_admin(Department).log_change(request, row, "")
    messages.success(request, f"{row}: {message}")
    return redirect("admin:support_department_change", row.pk)
