"""Closures and special hours that begin soon."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.urls import reverse
from django.utils.translation import gettext as _

from support.admin.first_page.context import Outlook
from support.admin.first_page.line import Line
from support.models import Closure, SpecialHours

# No clock is so far from UTC that a day begins on it more than a day earlier or later.
_ANY_CLOCK = timedelta(days=1)


def coming_exceptions(outlook: Outlook, end: datetime) -> Iterator[tuple[datetime, Line]]:
    """Those that begin after now and no later than `end`; the address is empty if one may not."""
    days = (outlook.at.date() - _ANY_CLOCK, end.date() + _ANY_CLOCK)
    for closure in Closure.objects.filter(starts_on__range=days).select_related("department"):
        start = closure.closure.interval.start if closure.closure else None
        if start and outlook.at < start <= end:
            words = _("Closure begins (%(scope)s): %(times)s")
            values = {"scope": closure.scope, "times": str(closure)}
            yield start, Line(_with_reason(words % values, closure), _address(closure, outlook))
    rows = SpecialHours.objects.filter(first_day__range=days).select_related("department")
    for special in rows:
        start = _first_midnight(special, outlook)
        if outlook.at < start <= end:
            words = _("Special hours begin (%(scope)s): %(what)s")
            values = {"scope": special.scope, "what": str(special)}
            yield start, Line(_with_reason(words % values, special), _address(special, outlook))


def _with_reason(words: str, row: SpecialHours | Closure) -> str:
    return f"{words} · {row.reason}" if row.reason else words


def _first_midnight(row: SpecialHours, outlook: Outlook) -> datetime:
    """When the first day begins, on the first of the clocks concerned."""
    return min(_midnight(row.first_day, zone) for zone in _zones(row, outlook))


def _zones(row: SpecialHours, outlook: Outlook) -> set[str]:
    if row.zone:
        return {row.zone}
    zones = {
        hours.window.zone
        for entry in outlook.directory.departments
        if row.department_id in (None, outlook.departments.get(entry.slug))
        for served in entry.languages
        if row.language in ("", served.tag)
        for hours in served.hours
    }
    return zones or {outlook.zone}


def _midnight(day: date, zone: str) -> datetime:
    return datetime.combine(day, time(0), ZoneInfo(zone)).astimezone(UTC)


def _address(row: Any, outlook: Outlook) -> str:
    """Of the row, for those who may change it."""
    kind = row._meta.model_name
    if outlook.may_edit(row.department_id) and outlook.user.has_perm(f"support.change_{kind}"):
        return reverse(f"admin:support_{kind}_change", args=[row.pk])
    return ""
