"""Who does not follow special hours, and one button to close those who stay open."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from support import clock
from support.admin.common.close_too import close_too, losses_of, may_close_too
from support.admin.common.desk import desk_page
from support.admin.common.lost_lines import lost_lines
from support.admin.common.staff_zone import today_of_staff, zone_of_staff
from support.admin.preview.differences import ShownDifferences, shown_differences
from support.contact_page import Viewpoint
from support.directory import directory_of, read_rows
from support.directory.revision import current_revision
from support.models import SpecialHours
from support.rows.dry_run import dry_run


def close_too_page(request: HttpRequest) -> HttpResponse:
    """Tell the losses of the special hours `?entry=…`, and close who stays open if asked to."""
    rows = _rows(request)
    losses = losses_of(rows, today_of_staff(request))
    may_close = may_close_too(request.user, losses)
    if request.method == "POST":
        if any(lost.stays_open for lost in losses) and not may_close:
            raise PermissionDenied
        return _close(request, rows)
    view = Viewpoint(get_language() or "en", clock.now(), zone_of_staff(request))
    context: dict[str, Any] = {"rows": rows, "lost": lost_lines(losses, view)}
    if may_close:
        preview, problems = _preview(request, rows)
        context |= {"preview": preview, "problems": problems, "seen": current_revision()}
    title = _("Where special hours don’t apply")
    return desk_page(request, "admin/support/close_too.html", title, context)


def _rows(request: HttpRequest) -> list[SpecialHours]:
    keys = [key for key in request.GET.getlist("entry") if key.isascii() and key.isdecimal()]
    keys = [key for key in keys if len(key) <= 18]
    rows = list(SpecialHours.objects.filter(pk__in=keys).select_related("department"))
    if not rows:
        raise Http404
    return rows


def _preview(
    request: HttpRequest, rows: Sequence[SpecialHours]
) -> tuple[ShownDifferences | None, list[str]]:
    """Return the effect of closing, or the mistakes that prevent it."""
    before = directory_of(read_rows(), 0).departments
    try:
        with dry_run():
            close_too(request, losses_of(rows, today_of_staff(request)))
            after = directory_of(read_rows(), 0).departments
    except ValidationError as error:
        return None, error.messages
    return shown_differences(before, after, clock.now(), zone_of_staff(request)), []


def _close(request: HttpRequest, rows: Sequence[SpecialHours]) -> HttpResponse:
    with transaction.atomic():
        list(
            SpecialHours.objects.select_for_update()
            .order_by("pk")
            .filter(pk__in=[row.pk for row in rows])
        )
        if request.POST.get("seen") != str(current_revision()):
            words = _("This has changed in the meantime. Please check again what would change.")
            messages.warning(request, words)
            return redirect(request.get_full_path())
        try:
            with transaction.atomic():
                close_too(request, losses_of(rows, today_of_staff(request)))
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
            return redirect(request.get_full_path())
    messages.success(request, _("The departments that were staying open are now closed too."))
    return redirect("admin:support_specialhours_changelist")
