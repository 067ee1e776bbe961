from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from urllib.parse import urlencode

from django.db.models import Q
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _

from support.admin.common.closure_times import closure_times
from support.admin.common.request_user import request_user_may
from support.models import Closure, Department, SpecialHours


def exceptions_list(department: Department, at: datetime) -> str:
    """List the special hours and closures that are not over, each with a link to its row.

    Links to add one follow, if the user has permission to.
    """
    items = [(url, _when(row), _about(row)) for url, row in _rows(department, at)]
    listed = format_html_join("", '<li><a href="{}">{}</a> · {}</li>', items)
    links = format_html_join(" ", '<a class="addlink" href="{}?{}">{}</a>', _links(department))
    return format_html(
        "{} {}",
        format_html('<ul class="exceptions">{}</ul>', listed) if listed else "–",
        links,
    )


def _when(row: SpecialHours | Closure) -> str:
    return closure_times(row) if isinstance(row, Closure) else str(row)


def _about(row: SpecialHours | Closure) -> str:
    """Return whom an exception is for and why, if a reason is stated."""
    return " · ".join(filter(None, [row.scope, row.reason]))


def _rows(department: Department, at: datetime) -> Iterator[tuple[str, SpecialHours | Closure]]:
    ours = Q(department=department) | Q(department=None)
    # It may still be yesterday on some clock.
    yesterday = at.date() - timedelta(days=1)
    for special in SpecialHours.objects.filter(ours, SpecialHours.not_over(yesterday)).order_by(
        "first_day"
    ):
        yield reverse("admin:support_specialhours_change", args=[special.pk]), special
    for closure in Closure.objects.filter(ours, Closure.not_over(yesterday)).order_by("starts_on"):
        if closure.closure and closure.closure.interval.end > at:
            yield reverse("admin:support_closure_change", args=[closure.pk]), closure


def _links(department: Department) -> Iterator[tuple[str, str, str]]:
    query = urlencode({"department": department.pk})
    if request_user_may("support.add_specialhours", department):
        zones = {row.zone for row in department.windows.all()}
        known = {"department": department.pk} | ({"zone": zones.pop()} if len(zones) == 1 else {})
        yield reverse("admin:support_specialhours_add"), urlencode(known), _("Add special hours")
    if request_user_may("support.add_closure", department):
        yield reverse("admin:support_closure_add"), query, _("Add a closure")
