"""Hours and departments that begin or end on a stated day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from zoneinfo import ZoneInfo

from django.urls import reverse
from django.utils.translation import gettext as _

from support.admin.ahead.entry import Entry, Kind
from support.locales.formatting import format_moment, join
from support.locales.languages import language_name
from support.models import Department, LanguageWindow
from support.models.publicity import Visibility


def validity(language: str, first: date, last: date) -> Iterator[Entry]:
    """Yield where hours are valid for the first or the last day, a line for each department."""
    days = (first, last)
    starting = LanguageWindow.objects.filter(valid_from__range=days)
    ending = LanguageWindow.objects.filter(valid_through__range=days)
    for rows, column, starts in ((starting, "valid_from", True), (ending, "valid_through", False)):
        together: dict[tuple[date, Department], list[str]] = {}
        for row in rows.select_related("department").order_by("pk"):
            together.setdefault((getattr(row, column), row.department), []).append(row.language)
        for (day, department), tags in together.items():
            words = _("%(department)s: first day of hours in %(languages)s")
            if not starts:
                words = _("%(department)s: last day of hours in %(languages)s")
            names = [language_name(tag, language) for tag in dict.fromkeys(tags)]
            values = {"department": department, "languages": join(names, language)}
            yield _of(department, day, Kind.VALIDITY, words % values)


def publicity(language: str, zone: str, first: date, last: date) -> Iterator[Entry]:
    """Yield when the public begins or ceases to see a department, on the clock of `zone`."""
    rows = Department.objects.filter(visibility=Visibility.PUBLIC)
    for row in rows.exclude(public_from=None, public_through=None):
        for at, starts in ((row.publicity.begins, True), (row.publicity.ends, False)):
            day = at.astimezone(ZoneInfo(zone)).date() if at else None
            if at and day and first <= day <= last:
                words = _("%(department)s is public from %(begins)s.")
                if not starts:
                    words = _("%(department)s is public until %(ends)s.")
                moment = format_moment(at, zone, language, None)
                values = {"department": row, "begins": moment, "ends": moment}
                yield _of(row, day, Kind.PUBLICITY, words % values)


def _of(row: Department, day: date, kind: Kind, words: str) -> Entry:
    address = reverse("admin:support_department_change", args=[row.pk])
    return Entry(day, day, kind, words, address, frozenset({row.slug}))
