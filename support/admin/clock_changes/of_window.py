"""Show what the next changes of the clock do to the hours of one window, here and elsewhere."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from support import clock
from support.admin.clock_changes.table import clock_change_table
from support.admin.common.desk import desk_page
from support.admin.common.exceptions_of import exceptions_of
from support.admin.common.staff_zone import zone_of_staff
from support.admin.common.window_links import window_address, window_words, windows_with_place
from support.directory import NO_TEXT, Hours, served_language
from support.locales.formatting import join
from support.locales.zones import zone_city
from support.models import LanguageWindow
from support.planning.clock_changes import (
    CLOCKS_OF_VISITORS,
    clock_change_effect,
    coming_clock_changes,
    steady_clocks,
)
from support.schedule import Timetable


@require_safe
def clock_changes_of_window(request: HttpRequest, pk: int) -> HttpResponse:
    row = get_object_or_404(windows_with_place(), pk=pk)
    now, language = clock.now(), get_language() or "en"
    clocks = _clocks(row, zone_of_staff(request))
    context: dict[str, Any] = {
        "window": window_words(row),
        "address": window_address(row),
        "is_steady": _is_steady(row),
        "tables": _tables(row, clocks, now, language),
        "steady_clocks": _cities(steady_clocks(clocks, now), language),
    }
    return desk_page(
        request, "admin/support/clock_changes_of_window.html", _("Clock changes"), context
    )


def _clocks(row: LanguageWindow, own: str) -> list[str]:
    """Return the window's own clock, then visitors', the staff member's and the department's."""
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
        clock_change_table(clock_change_effect(timetable, changes, clocks), clocks, language)
        for changes in coming_clock_changes(row.zone, clocks, now)
    ]


def _is_steady(row: LanguageWindow) -> bool:
    """Return whether the hours are round the clock on every day, so that no clock can move them."""
    window = row.window
    return window.is_round_the_clock and len(window.weekdays) == 7 and window.is_every_week


def _cities(zones: list[str], language: str) -> str:
    return join([zone_city(zone, language) for zone in zones], language) if zones else ""
