"""Why a department is open or closed in a language at an instant: every rule that has a say."""

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
from support.admin.common.staff_zone import staff_zone
from support.admin.explain.form import ExplainForm
from support.admin.explain.words import explained, moment
from support.admin.fields.ambiguous_time import Comes, Meant
from support.admin.fields.pickers import datalists
from support.contact_page import Viewpoint
from support.contact_page.lines.viewpoint import wording
from support.directory.current import current_directory
from support.locales.formatting import format_exact_time


@require_safe
def explain(request: HttpRequest) -> HttpResponse:
    """What the address does not say is now, on the staff member's clock, every language."""
    zone = staff_zone(request.user)
    now = clock.now()
    local = now.astimezone(ZoneInfo(zone))
    directory = current_directory.get()
    initial = {
        "department": directory.departments[0].slug if directory.departments else "",
        "language": "",
        "date": local.date().isoformat(),
        "time": local.strftime("%H:%M"),
        "zone": zone,
    }
    form = ExplainForm(directory, initial | request.GET.dict())
    context: dict[str, Any] = {"form": form, "datalists": datalists(["languages", "zones"])}
    if form.is_valid():
        meant: Meant = form.cleaned_data["meant"]
        at = meant.named(request.GET.get("which", ""))
        view = Viewpoint(get_language() or "en", at)
        context |= _explanation(request, form, view) | {
            "is_past": at < now.replace(second=0, microsecond=0),
            "choice": _choice(meant, at, form.cleaned_data["zone"], view.language),
        }
    return desk_page(request, "admin/support/explain.html", _("Explain"), context)


def _explanation(request: HttpRequest, form: ExplainForm, view: Viewpoint) -> dict[str, Any]:
    entry, zone = form.cleaned_data["entry"], form.cleaned_data["zone"]
    languages = form.languages
    links = RowLinks(entry.slug, languages, view.at, request.user)
    return {
        "department": wording(entry.name, view),
        "moment": moment(view.at, zone, view.language),
        "languages": explained(languages, view, zone, links),
    }


def _choice(meant: Meant, at: datetime, zone: str, language: str) -> dict[str, Any] | None:
    """Both instants, where the wall time may mean either, and which of them is shown."""
    if meant.comes is Comes.ONCE:
        return None
    return {
        "is_repeated": meant.comes is Comes.TWICE,
        "options": [
            {
                "which": which,
                "words": format_exact_time(instant.astimezone(ZoneInfo(zone)), language),
                "is_shown": instant == at,
            }
            for which, instant in (("first", meant.first), ("second", meant.second))
        ],
    }
