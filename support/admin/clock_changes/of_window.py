"""What the next changes of the clock do to the hours of one window, here and elsewhere."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from support import clock
from support.admin.clock_changes.table import rehearsal_table
from support.admin.common.desk import desk_page
from support.admin.common.special_hours_of import exceptions_of
from support.admin.common.staff_zone import staff_zone
from support.admin.common.window_links import window_address, window_words, windows_with_place
from support.directory import NO_TEXT, Hours, served_language
from support.locales.formatting import join
from support.locales.zones import zone_city
from support.models import LanguageWindow
from support.planning.clock_changes import (
    CLOCKS_OF_VISITORS,
    clocks_that_stay,
    coming_clock_changes,
    rehearse,
)
from support.schedule import Timetable


@require_safe
def rehearsal_of_window(request: HttpRequest, pk: int) -> HttpResponse:
    row = get_object_or_404(windows_with_place(), pk=pk)
    now, language = clock.now(), get_language() or "en"
    clocks = _clocks(row, staff_zone(request.user))
    context: dict[str, Any] = {
        "window": window_words(row),
        "address": window_address(row),
        "is_steady": _is_steady(row),
        "rehearsals": _tables(row, clocks, now, language),
        "steady_clocks": _cities(clocks_that_stay(clocks, now), language),
    }
    return desk_page(request, "admin/support/rehearsal.html", _("Clock changes"), context)


def _clocks(row: LanguageWindow, own: str) -> list[str]:
    """The window's own first, then visitors', the staff member's, the department's other ones."""
    others = LanguageWindow.objects.filter(department=row.department_id).order_by("zone")
    used = others.values_list("zone", flat=True).distinct()
    return list(dict.fromkeys([row.zone, *CLOCKS_OF_VISITORS, own, *used]))


def _tables(row: LanguageWindow, clocks: list[str], now: datetime, language: str) -> list[Any]:
    served = served_language(
        row.language, [Hours(row.window, NO_TEXT)], exceptions_of(row.department)
    )
    timetable = served.timetable
    assert isinstance(timetable, Timetable)  # noqa: S101  # it has a window
    return [
        rehearsal_table(rehearse(timetable, changes, clocks), clocks, language)
        for changes in coming_clock_changes(row.zone, clocks, now)
    ]


def _is_steady(row: LanguageWindow) -> bool:
    """Whether no clock can move the hours: those of every day from midnight to midnight."""
    return row.window.is_round_the_clock and len(row.window.weekdays) == 7


def _cities(zones: list[str], language: str) -> str:
    return join([zone_city(zone, language) for zone in zones], language) if zones else ""
