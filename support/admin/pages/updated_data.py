"""Look at what an update of zone data or holiday calendars does to hours, and confirm it."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from support import clock
from support.admin.common.data_difference_words import data_difference_words
from support.admin.common.desk import desk_page
from support.directory.current import current_directory
from support.locales.data_versions import data_versions
from support.planning.agreed_data import agree, differences_since_agreed, versions_agreed
from support.roles import may_edit


def updated_data(request: HttpRequest) -> HttpResponse:
    """List the differences of the coming year; a POST confirms those that were shown."""
    may_confirm = may_edit(request.user, None)
    directory, now, language = current_directory.get(), clock.now(), get_language() or "en"
    lines = [data_difference_words(e, language) for e in differences_since_agreed(directory, now)]
    if request.method == "POST":
        if not may_confirm:
            raise PermissionDenied
        if request.POST.getlist("seen") == lines:
            agree(directory, now)
            messages.success(request, _("Confirmed: the hours are right as they are now."))
            return redirect("admin:index")
        messages.warning(
            request, _("This has changed in the meantime. Please check again what would change.")
        )
        return redirect("admin:updated_data")
    before, after = versions_agreed(), data_versions()
    context = {
        "lines": lines,
        "may_confirm": may_confirm,
        "versions": [(name, before.get(name, "–"), after[name]) for name in sorted(after)],
    }
    title = _("Hours after an update to time zone data and holiday calendars")
    return desk_page(request, "admin/support/updated_data.html", title, context)
