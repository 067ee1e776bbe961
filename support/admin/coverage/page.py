"""Show how many departments answer in each language, hour by hour, and where none does."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from support import clock
from support.admin.common.desk import desk_page
from support.admin.common.staff_zone import zone_of_staff
from support.admin.coverage.csv_file import coverage_csv
from support.admin.coverage.form import CoverageForm
from support.admin.coverage.picture import coverage_picture
from support.admin.coverage.table import HOURS, cover_lines
from support.admin.coverage.words import change_lines
from support.admin.fields.date import tell_by_clock
from support.admin.fields.pickers import datalists
from support.directory.current import current_directory
from support.locales.formatting import format_dates
from support.locales.zones import zone_name_with_place
from support.planning.coverage import Coverage
from support.planning.coverage import coverage as coverage_of
from support.planning.wall_week import SIX_DAYS

_A_WEEK = timedelta(days=7)


@require_safe
def coverage(request: HttpRequest) -> HttpResponse:
    """Show the week that the address asks for.

    Unless it says otherwise, that is this week, on the staff member's clock, for all departments.
    """
    zone = zone_of_staff(request)
    now = clock.now()
    today = now.astimezone(ZoneInfo(zone)).date()
    directory = current_directory.latest().published(now)
    initial = {"date": today.isoformat(), "zone": zone, "department": "", "channel": ""}
    form = CoverageForm(directory, initial | request.GET.dict())
    tell_by_clock(form, zone)
    context: dict[str, Any] = {"form": form, "datalists": datalists(["zones"])}
    if form.is_valid():
        whole = coverage_of(directory, form.monday, form.cleaned_data["zone"], form.counted)
        if request.GET.get("format") == "csv":
            return coverage_csv(whole, _language())
        context |= _shown(whole)
    return desk_page(request, "admin/support/coverage.html", _("Coverage"), context)


def _shown(whole: Coverage) -> dict[str, Any]:
    language = _language()
    lines = cover_lines(whole, language)
    return {
        "week": format_dates(whole.monday, whole.monday + SIX_DAYS, language),
        "zone": zone_name_with_place(whole.zone, language),
        "before": (whole.monday - _A_WEEK).isoformat(),
        "after": (whole.monday + _A_WEEK).isoformat(),
        "picture": coverage_picture(whole, language),
        "hours": [f"{hour:02}" for hour in HOURS],
        "changes": list(change_lines(whole, language)),
        "covered": [line for line in lines if not line.lack],
        "lacking": [line for line in lines if line.lack],
        "lines": lines,
    }


def _language() -> str:
    return get_language() or "en"
