"""Special hours that change nothing, since on all of their days something else goes before them."""

from __future__ import annotations

from django.urls import reverse

from support.admin.first_page.context import Outlook
from support.admin.first_page.line import Line
from support.models import SpecialHours
from support.schedule import Unscheduled


def overruled_special_hours(outlook: Outlook) -> list[Line]:
    """Of those that are not over."""
    rows = SpecialHours.objects.filter(last_day__gte=outlook.today).select_related("department")
    deciding = _deciding(outlook)
    return [
        _line(row, outlook) for row in rows.order_by("first_day", "pk") if row.pk not in deciding
    ]


def _deciding(outlook: Outlook) -> set[object]:
    """The keys of special hours that still have their way somewhere.

    Where none of the languages concerned has stated hours, they are told to visitors all the same.
    """
    deciding, weighed, told = set[object](), set[object](), set[object]()
    for entry in outlook.directory.departments:
        for served in entry.languages:
            for special in (each.special for each in served.exceptions.special_hours):
                key = special.window.key
                if key in deciding:
                    continue
                if isinstance(served.timetable, Unscheduled):
                    told.add(key)
                elif served.timetable.decides(special, outlook.today, special.last):
                    deciding.add(key)
                else:
                    weighed.add(key)
    return deciding | (told - weighed)


def _line(row: SpecialHours, outlook: Outlook) -> Line:
    may_change = outlook.may_edit(row.department_id) and outlook.user.has_perm(
        "support.change_specialhours"
    )
    address = reverse("admin:support_specialhours_change", args=[row.pk]) if may_change else ""
    return Line(f"{row.scope} · {row}", address)
