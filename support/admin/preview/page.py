"""Show the contact page as it would read if a form were saved."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.translation import get_language

from support import clock
from support.admin.common.staff_zone import zone_of_staff
from support.admin.fields.date import tell_by_clock
from support.admin.preview.contact_page_at import InstantForm, rendered_page
from support.contact_page import Viewpoint
from support.directory import Directory
from support.locales.formatting import format_moment
from support.locales.languages import endonym
from support.locales.zones import zone_name

_PREFIX = "preview"


def page_form(request: HttpRequest, at: datetime, zone: str) -> InstantForm:
    """Ask which page to look at, starting with the last choice or, at first, the instant `at`."""
    local = at.astimezone(ZoneInfo(zone))
    initial = {
        "language": get_language() or "en",
        "date": local.date(),
        "time": local.time(),
        "zone": zone,
    }
    chosen = request.POST if f"{_PREFIX}-date" in request.POST else None
    form = InstantForm(chosen, initial=initial, prefix=_PREFIX)
    tell_by_clock(form, zone)
    return form


def preview_page(request: HttpRequest, directory: Directory) -> HttpResponse:
    """Render the chosen page or, if the choice is not valid, the present one with the mistakes."""
    staff_language = get_language() or "en"
    form = InstantForm(request.POST, prefix=_PREFIX)
    view, zone = Viewpoint(staff_language, clock.now()), zone_of_staff(request)
    if form.is_valid():
        view = Viewpoint(form.cleaned_data["language"], form.cleaned_data["at"])
        zone = form.cleaned_data["zone"]
    context = {
        "form": form,
        "staff_language": staff_language,
        "page_language": endonym(view.language),
        "moment": format_moment(view.at, zone, staff_language, None),
        "zone": zone_name(zone, staff_language),
    }
    bar = render_to_string("admin/support/preview_bar.html", context, request)
    return rendered_page(request, directory, view, bar)
