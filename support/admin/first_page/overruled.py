"""Special hours that change nothing, since other entries win on all of their days."""

from __future__ import annotations

from datetime import timedelta

from django.urls import reverse

from support.admin.common.close_too import losses_in_doubt
from support.admin.first_page.context import FirstPageContext
from support.admin.first_page.line import Line
from support.models import SpecialHours
from support.schedule import Unscheduled

# Within these years, days that repeat for good come on every weekday, 29 February included.
_YEARS = timedelta(days=9 * 366)


def overruled_special_hours(context: FirstPageContext) -> list[Line]:
    """List the special hours that win on none of their days from today on.

    Those of which it matters are listed with the people who do not follow them.
    """
    not_over = SpecialHours.objects.filter(SpecialHours.not_over(context.today))
    rows = not_over.select_related("department")
    told = {lost.loser for lost in losses_in_doubt(context.directory.departments, context.today)}
    known = _deciding(context) | told
    return [_line(row, context) for row in rows.order_by("first_day", "pk") if row.pk not in known]


def _deciding(context: FirstPageContext) -> set[object]:
    """Return the keys of special hours that win on some day, or are shown to visitors anyway.

    They are shown anyway if none of the languages concerned has stated hours.
    """
    deciding, losing, shown = set[object](), set[object](), set[object]()
    for entry in context.directory.departments:
        for served in entry.languages:
            for special in (each.special for each in served.exceptions.special_hours):
                key = special.window.key
                if key in deciding:
                    continue
                if isinstance(served.timetable, Unscheduled):
                    shown.add(key)
                elif served.timetable.decides(
                    special, context.today, special.ends or context.today + _YEARS
                ):
                    deciding.add(key)
                else:
                    losing.add(key)
    return deciding | (shown - losing)


def _line(row: SpecialHours, context: FirstPageContext) -> Line:
    may_change = context.may_edit(row.department_id) and context.user.has_perm(
        "support.change_specialhours"
    )
    address = reverse("admin:support_specialhours_change", args=[row.pk]) if may_change else ""
    return Line(f"{row.scope} · {row}", address)
