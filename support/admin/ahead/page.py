"""The page of what lies ahead, three months at a time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from support.admin.ahead.beginnings import publicity, validity
from support.admin.ahead.calendar_days import changes_of_clocks, holidays
from support.admin.ahead.entry import Entry, Kind
from support.admin.ahead.exceptions import closures, special_hours
from support.admin.ahead.months import month, month_before, next_month
from support.admin.common.desk import desk_page
from support.admin.common.staff_zone import today_of_staff, zone_of_staff
from support.directory.current import current_directory
from support.locales.formatting import short_weekday_names
from support.locales.zones import zone_name
from support.models import Department

_MONTHS_SHOWN = 3
_YEARS = range(1901, 2200)


class AheadForm(forms.Form):
    """Ask for a department and a kind."""

    department = forms.ChoiceField(label=gettext_lazy("Department"), required=False)
    kind = forms.ChoiceField(label=gettext_lazy("Type of entry"), required=False)

    def __init__(self, data: Any) -> None:
        super().__init__(data)
        everything = [("", _("All"))]
        rows = [(row.slug, str(row)) for row in Department.objects.all()]
        self.fields["department"].choices = [*everything, *rows]  # type: ignore[attr-defined]
        self.fields["kind"].choices = [*everything, *Kind.choices]  # type: ignore[attr-defined]

    def narrowed(self, entries: list[Entry]) -> list[Entry]:
        """Return the entries that were asked for, ignoring a choice that is not valid."""
        self.is_valid()
        slug, kind = (self.cleaned_data.get(name) or "" for name in ("department", "kind"))
        return [each for each in entries if each.concerns(slug) and kind in ("", each.kind)]


@require_safe
def ahead(request: HttpRequest) -> HttpResponse:
    """Show three months from `?month=`, else what lies ahead in the present one and two more."""
    today, language = today_of_staff(request), get_language() or "en"
    asked_for = _asked_for(request.GET.get("month", ""))
    firsts = [asked_for or today.replace(day=1)]
    while len(firsts) < _MONTHS_SHOWN:
        firsts.append(next_month(firsts[-1]))
    after = next_month(firsts[-1])
    entries = sorted(
        _entries(request, asked_for or today, after - timedelta(days=1)),
        key=lambda each: (each.first, list(Kind).index(each.kind), each.words),
    )
    form = AheadForm(request.GET)
    shown = form.narrowed(entries)
    context = {
        "form": form,
        "month": f"{asked_for:%Y-%m}" if asked_for else "",
        "months": [month(first, shown, today, language) for first in firsts],
        "weekdays": short_weekday_names(language),
        "before": f"{_months_before(firsts[0]):%Y-%m}" if firsts[0].year > _YEARS[0] else "",
        "after": f"{after:%Y-%m}" if after.year in _YEARS else "",
        "clock_name": zone_name(zone_of_staff(request), language),
    }
    return desk_page(request, "admin/support/ahead.html", _("Coming up"), context)


def _entries(request: HttpRequest, first: date, last: date) -> Iterator[Entry]:
    zone, language = zone_of_staff(request), get_language() or "en"
    clock = ZoneInfo(zone)
    start, end = (
        datetime.combine(day, time(0), clock) for day in (first, last + timedelta(days=1))
    )
    directory = current_directory.latest()
    yield from closures(request.user, zone, first, last)
    yield from special_hours(request.user, first, last)
    yield from holidays(directory, language, first, last)
    yield from changes_of_clocks(directory, language, start, end)
    yield from validity(language, first, last)
    yield from publicity(language, zone, first, last)


def _asked_for(text: str) -> date | None:
    try:
        day = date.fromisoformat(f"{text}-01")
    except ValueError:
        return None
    return day if day.year in _YEARS else None


def _months_before(first: date) -> date:
    for _step in range(_MONTHS_SHOWN):
        first = month_before(first)
    return first
