"""Closures in force, each with the button that opens again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Q
from django.urls import reverse

from support.admin.common.closure_times import closure_times
from support.models import Closure, Department
from support.roles import User, may_edit

CHANGE_CLOSURE = "support.change_closure"

# On no clock is it another day than the one before or after that in UTC.
_A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class ClosedNow:
    """Who is closed, when and why. The addresses are empty if the user may not open again."""

    scope: str
    times: str
    reason: str
    address: str
    open_again: str
    seen_edit_version: int


def closed_now(user: User, at: datetime, department: Department | None = None) -> list[ClosedNow]:
    """Return the closures that hold at an instant, of one department or of all. One query."""
    days = Closure.not_over(at.date() - _A_DAY) & Q(starts_on__lte=at.date() + _A_DAY)
    whose = Q(department=department) | Q(department=None) if department else Q()
    rows = Closure.objects.filter(days, whose).select_related("department")
    return [_closed(row, user) for row in rows.order_by("starts_on", "starts_at") if holds(row, at)]


def holds(row: Closure, at: datetime) -> bool:
    interval = row.closure.interval if row.closure else None
    return interval is not None and interval.start <= at < interval.end


def _closed(row: Closure, user: User) -> ClosedNow:
    may_change = may_edit(user, row.department_id, CHANGE_CLOSURE)
    return ClosedNow(
        row.scope,
        closure_times(row),
        row.reason,
        reverse("admin:support_closure_change", args=[row.pk]) if may_change else "",
        reverse("admin:open_again", args=[row.pk]) if may_change else "",
        row.edit_version,
    )
