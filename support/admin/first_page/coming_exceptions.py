"""Closures and special hours that begin in the next 24 hours."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.urls import reverse
from django.utils.translation import gettext as _

from support.admin.common.closure_times import closure_times
from support.admin.first_page.context import FirstPageContext
from support.admin.first_page.line import Line
from support.models import Closure, SpecialHours

# On no clock does a day begin more than a day before or after it begins in UTC.
_ANY_CLOCK = timedelta(days=1)


def coming_exceptions(context: FirstPageContext, end: datetime) -> Iterator[tuple[datetime, Line]]:
    """Yield those that begin after now and no later than `end`, each with when and a line."""
    days = (context.at.date() - _ANY_CLOCK, end.date() + _ANY_CLOCK)
    for closure in Closure.objects.filter(starts_on__range=days).select_related("department"):
        start = closure.closure.interval.start if closure.closure else None
        if start and context.at < start <= end:
            words = _("Closure starts (%(scope)s): %(times)s")
            values = {"scope": closure.scope, "times": closure_times(closure)}
            yield start, Line(_with_reason(words % values, closure), _address(closure, context))
    rows = SpecialHours.objects.filter(SpecialHours.not_over(days[0]), first_day__lte=days[1])
    for special in rows.select_related("department"):
        for day in special.beginnings(*days):
            start = _first_midnight(day, special, context)
            if context.at < start <= end:
                words = _("Special hours start (%(scope)s): %(what)s")
                values = {"scope": special.scope, "what": str(special)}
                yield start, Line(_with_reason(words % values, special), _address(special, context))


def _with_reason(words: str, row: SpecialHours | Closure) -> str:
    return f"{words} · {row.reason}" if row.reason else words


def _first_midnight(day: date, row: SpecialHours, context: FirstPageContext) -> datetime:
    """Return when a day begins on the earliest of the clocks concerned."""
    return min(_midnight(day, zone) for zone in _zones(row, context))


def _zones(row: SpecialHours, context: FirstPageContext) -> set[str]:
    if row.zone:
        return {row.zone}
    zones = {
        hours.window.zone
        for entry in context.directory.departments
        if row.department_id in (None, context.departments.get(entry.slug))
        for served in entry.languages
        if row.concerns(served.tag)
        for hours in served.hours
    }
    return zones or {context.zone}


def _midnight(day: date, zone: str) -> datetime:
    return datetime.combine(day, time(0), ZoneInfo(zone)).astimezone(UTC)


def _address(row: Any, context: FirstPageContext) -> str:
    """Return the address of the row's form; empty if the user has no permission to change it."""
    kind = row._meta.model_name
    if context.may_edit(row.department_id) and context.user.has_perm(f"support.change_{kind}"):
        return reverse(f"admin:support_{kind}_change", args=[row.pk])
    return ""
