"""Explain why a department is open or closed in a language at an instant, rule by rule."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from support import clock
from support.admin.common.desk import desk_page
from support.admin.common.row_links import RowLinks
from support.admin.common.staff_zone import zone_of_staff
from support.admin.explain.form import ExplainForm
from support.admin.explain.words import explained_languages, moment_link
from support.admin.fields.ambiguous_time import AmbiguousTime, Occurrence
from support.admin.fields.date import tell_by_clock
from support.admin.fields.pickers import datalists
from support.contact_page import Viewpoint
from support.contact_page.lines.viewpoint import wording
from support.directory.current import current_directory
from support.locales.formatting import format_exact_time


@require_safe
def explain(request: HttpRequest) -> HttpResponse:
    """Explain the state that the address asks about.

    Unless it says otherwise, that is now, on the staff member's clock, in every language.
    """
    zone = zone_of_staff(request)
    now = clock.now()
    local = now.astimezone(ZoneInfo(zone))
    directory = current_directory.latest()
    initial = {
        "department": directory.departments[0].slug if directory.departments else "",
        "language": "",
        "date": local.date().isoformat(),
        "time": local.strftime("%H:%M"),
        "zone": zone,
    }
    form = ExplainForm(directory, initial | request.GET.dict())
    tell_by_clock(form, zone)
    context: dict[str, Any] = {"form": form, "datalists": datalists(["languages", "zones"])}
    if form.is_valid():
        wall: AmbiguousTime = form.cleaned_data["ambiguous_time"]
        at = wall.named(request.GET.get("which", ""))
        view = Viewpoint(get_language() or "en", at)
        context |= _explanation(request, form, view) | {
            "is_past": at < now.replace(second=0, microsecond=0),
            "choice": _choice(wall, at, form.cleaned_data["zone"], view.language),
        }
    return desk_page(request, "admin/support/explain.html", _("Explain"), context)


def _explanation(request: HttpRequest, form: ExplainForm, view: Viewpoint) -> dict[str, Any]:
    entry, zone = form.cleaned_data["entry"], form.cleaned_data["zone"]
    languages = form.languages
    links = RowLinks(entry.slug, languages, view.at, request.user)
    return {
        "department": wording(entry.name, view),
        "moment": moment_link(view.at, zone, view.language),
        "languages": explained_languages(languages, view, zone, links),
    }


def _choice(wall: AmbiguousTime, at: datetime, zone: str, language: str) -> dict[str, Any] | None:
    """Return both instants if the wall time can mean either, and which of them is shown."""
    if wall.occurs is Occurrence.ONCE:
        return None
    return {
        "is_repeated": wall.occurs is Occurrence.TWICE,
        "options": [
            {
                "which": which,
                "words": format_exact_time(instant.astimezone(ZoneInfo(zone)), language),
                "is_shown": instant == at,
            }
            for which, instant in (("first", wall.first), ("second", wall.second))
        ],
    }
