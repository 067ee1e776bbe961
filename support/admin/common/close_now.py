from __future__ import annotations

from datetime import datetime, timedelta

from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from support.admin.common.closure_times import closure_times
from support.locales.zones import UTC
from support.models import Closure, Department

CLOSED_FOR = timedelta(minutes=30)
_ALMOST_A_MINUTE = timedelta(seconds=59)


def closure_from_now(
    department: Department, now: datetime, *, is_for_good: bool = False
) -> Closure:
    """Save a closure of the department from this minute on: for a while, or until further notice.

    It is stated in UTC, where no change of a clock makes a time ambiguous.
    """
    start = _minute(now)
    end = _minute(now + CLOSED_FOR + _ALMOST_A_MINUTE)
    closure = Closure(
        department=department,
        starts_on=start.date(),
        starts_at=start.time(),
        ends_on=None if is_for_good else end.date(),
        ends_at=None if is_for_good else end.time(),
        zone=UTC,
    )
    closure.full_clean()
    closure.save()
    return closure


def _minute(at: datetime) -> datetime:
    return at.replace(second=0, microsecond=0)


def closed_message(closure: Closure) -> str:
    """Return the message that confirms a closure, with a link to it."""
    return format_html(
        '{} <a href="{}">{}</a>',
        _("%(department)s is closed: %(times)s.")
        % {"department": closure.department, "times": closure_times(closure)},
        reverse("admin:support_closure_change", args=[closure.pk]),
        _("Change or undo"),
    )
