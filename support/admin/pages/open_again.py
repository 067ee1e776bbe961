"""End a closure now: what that changes, and the button for it."""

from __future__ import annotations

from datetime import UTC as UTC_CLOCK
from datetime import datetime

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from support import clock
from support.admin.common.closed_now import CHANGE_CLOSURE, holds
from support.admin.common.closure_times import closure_times
from support.admin.common.desk import desk_page
from support.admin.common.staff_zone import zone_of_staff
from support.admin.preview.differences import ShownDifferences, shown_differences
from support.directory import directory_of, read_rows
from support.locales.zones import UTC
from support.models import Closure
from support.roles import may_edit
from support.rows.dry_run import dry_run


def open_again(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what opening again changes for visitors; a POST does it, if nobody was faster."""
    row: Closure = get_object_or_404(Closure.objects.select_related("department"), pk=pk)
    if not may_edit(request.user, row.department_id, CHANGE_CLOSURE):
        raise PermissionDenied
    if request.method == "POST":
        return _open_again(request, pk)
    now = clock.now()
    context = {
        "row": row,
        "times": closure_times(row),
        "holds": holds(row, now),
        "preview": _preview(request, row, now) if holds(row, now) else None,
    }
    title = _("Open again: %(scope)s") % {"scope": row.scope}
    return desk_page(request, "admin/support/open_again.html", title, context)


def _preview(request: HttpRequest, row: Closure, now: datetime) -> ShownDifferences:
    touched = {row.department_id} if row.department_id else None
    before = directory_of(read_rows(touched), 0).departments
    with dry_run():
        _end(Closure.objects.get(pk=row.pk), now)
        after = directory_of(read_rows(touched), 0).departments
    return shown_differences(before, after, now, zone_of_staff(request))


def _open_again(request: HttpRequest, pk: int) -> HttpResponse:
    now = clock.now()
    rows = admin.site.get_model_admin(Closure)
    with transaction.atomic():
        row: Closure = get_object_or_404(Closure.objects.select_for_update(), pk=pk)
        if not holds(row, now) or request.POST.get("seen_edit_version") != str(row.edit_version):
            words = _("This has changed in the meantime. Please check again what would change.")
            messages.warning(request, words)
            return redirect("admin:open_again", pk)
        if _end(row, now):
            rows.log_change(request, row, "")
            address = reverse("admin:support_closure_change", args=[pk])
        else:
            address = reverse("admin:support_closure_history", args=[pk])
    words = _("%(scope)s: this closure has ended.") % {"scope": row.scope}
    link = format_html('{} <a href="{}">{}</a>', words, address, _("Change or undo"))
    messages.success(request, link)
    return redirect("admin:index")


def _end(row: Closure, now: datetime) -> bool:
    """End a closure with this minute; delete one that has only just begun. Return if it stays.

    It is stated in UTC from then on, where no change of a clock makes a time ambiguous.
    """
    closure = row.closure
    start = closure.interval.start.astimezone(UTC_CLOCK) if closure else now
    end = now.replace(second=0, microsecond=0)
    if start >= end:
        row.delete()
        return False
    row.starts_on, row.starts_at = start.date(), start.time()
    row.ends_on, row.ends_at, row.zone = end.date(), end.time(), UTC
    row.edit_version += 1
    row.full_clean()
    row.save()
    return True
