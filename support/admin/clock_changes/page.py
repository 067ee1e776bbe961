"""Show the clocks by which hours are stated, and when they change."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from support import clock
from support.admin.clock_changes.words import clock_change_words
from support.admin.common.desk import desk_page
from support.admin.common.window_links import window_words
from support.locales.zones import zone_city, zone_keys
from support.models import LanguageWindow
from support.planning.clock_changes import AHEAD
from support.schedule import clock_changes

PER_PAGE = 50

# One forward and one back, for nearly every clock.
SHOWN = 2


@dataclass(frozen=True, slots=True)
class ClockLine:
    """One clock, its next changes in words, and the number of windows that are stated by it."""

    name: str
    changes: list[str]
    windows: int
    address: str


@require_safe
def clocks(request: HttpRequest) -> HttpResponse:
    """Show every clock in use or, with `?zone=`, the windows that are stated by one."""
    key = request.GET.get("zone", "")
    if key in zone_keys():
        return _windows_of(request, key)
    now, language = clock.now(), get_language() or "en"
    used = LanguageWindow.objects.order_by("zone").values_list("zone").annotate(Count("pk"))
    lines = [_line(zone, count, now, language) for zone, count in used]
    return desk_page(request, "admin/support/clocks.html", _("Clock changes"), {"clocks": lines})


def _line(zone: str, windows: int, now: datetime, language: str) -> ClockLine:
    changes = clock_changes(zone, now, now + AHEAD)[:SHOWN]
    return ClockLine(
        zone_city(zone, language),
        [clock_change_words(change, language) for change in changes],
        windows,
        f"{reverse('admin:clock_changes')}?{urlencode({'zone': zone})}",
    )


def _windows_of(request: HttpRequest, zone: str) -> HttpResponse:
    now, language = clock.now(), get_language() or "en"
    rows = LanguageWindow.objects.filter(zone=zone).select_related("department")
    page = Paginator(
        rows.order_by("department__position", "department__slug", "pk"), PER_PAGE
    ).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "clock": _line(zone, page.paginator.count, now, language),
        "windows": [
            (reverse("admin:clock_changes_of_window", args=[row.pk]), window_words(row))
            for row in page
        ],
    }
    title = _("Clock changes: {place}").format(place=zone_city(zone, language))
    return desk_page(request, "admin/support/clock.html", title, context)
