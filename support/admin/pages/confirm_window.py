"""Confirm with one click that the hours of a window, or the clock of its holidays, are right."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.html import format_html
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from support import clock
from support.admin.common.staff_zone import zone_of_staff
from support.admin.common.window_links import window_address, window_words, windows_with_place
from support.admin.first_page.freshness import confirmed_from
from support.admin.first_page.holiday_clocks import HOLIDAYS_ZONE
from support.locales.formatting import format_date
from support.models import Department, LanguageWindow
from support.roles import may_edit


@require_POST
def confirm_window(request: HttpRequest, pk: int) -> HttpResponse:
    """Confirm the window, unless its department was changed since the page was opened.

    Nobody should confirm hours that they have not seen. An editor who has the department's form
    open is warned on saving, as of any other edit: otherwise that form would silently restore the
    old date.
    """
    row = get_object_or_404(windows_with_place(), pk=pk)
    if not may_edit(request.user, row.department_id):
        raise PermissionDenied
    with transaction.atomic():
        department = Department.objects.select_for_update().get(pk=row.department_id)
        if request.POST.get("seen_edit_version") == str(department.edit_version):
            _confirm(request, row, department)
        else:
            messages.warning(request, _changed_meanwhile(row))
    return redirect(_back(request))


def _confirm(request: HttpRequest, row: LanguageWindow, department: Department) -> None:
    if request.POST.get("what") == HOLIDAYS_ZONE:
        row.holidays_zone_assumed = False
        words = _("%(window)s: public holiday time zone confirmed.")
        values = {"window": window_words(row)}
    else:
        today = clock.now().astimezone(ZoneInfo(zone_of_staff(request))).date()
        row.confirmed_until = confirmed_from(today)
        words = _("%(window)s: confirmed until %(date)s.")
        date = format_date(row.confirmed_until, get_language() or "en")
        values = {"window": window_words(row), "date": date}
    row.save()
    department.edit_version += 1
    department.save()
    admin.site.get_model_admin(Department).log_change(request, department, "")
    messages.success(request, _with_link(words % values, row, _("Change or undo")))


def _changed_meanwhile(row: LanguageWindow) -> str:
    words = _(
        "%(department)s has changed since you opened this page. Please check the current hours, "
        "then confirm again."
    )
    return _with_link(words % {"department": row.department}, row, _("Open the current version"))


def _with_link(words: str, row: LanguageWindow, link: str) -> str:
    return format_html('{} <a href="{}">{}</a>', words, window_address(row), link)


def _back(request: HttpRequest) -> str:
    """Return the address of the page from which the window was confirmed."""
    back = request.POST.get("back", "")
    is_ours = url_has_allowed_host_and_scheme(back, None) and back.startswith("/")
    return back if is_ours else "admin:index"
