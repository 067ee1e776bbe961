"""Hours that are over, and hours that soon will be with nothing after them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from django.utils.translation import gettext as _

from support.admin.common.window_links import window_address, window_words, windows_with_place
from support.admin.first_page.context import Outlook
from support.admin.first_page.line import Line, LinesOfRows
from support.directory import ServedLanguage
from support.locales.formatting import format_dates
from support.models import LanguageWindow
from support.schedule import Effect

SOON = timedelta(days=14)


def ended_windows(outlook: Outlook) -> Sequence[Line]:
    """They do nothing any more; the latest first."""
    rows = windows_with_place().filter(valid_through__lt=outlook.today)
    return LinesOfRows(rows.order_by("-valid_through", "pk"), lambda row: _line(row, outlook))


def _line(row: LanguageWindow, outlook: Outlook) -> Line:
    address = window_address(row) if outlook.may_edit(row.department_id) else ""
    return Line(window_words(row), address)


def ending_hours(outlook: Outlook) -> list[Line]:
    """Languages that nobody will answer in, a fortnight from now at the latest; next first."""
    lines: list[tuple[date, Line]] = []
    for entry in outlook.directory.departments:
        for served in entry.languages:
            last = _last_day(served)
            if last and outlook.today <= last <= outlook.today + SOON:
                values = {
                    "department": outlook.name(entry),
                    "language": outlook.language_name(served.tag),
                    "date": format_dates(last, last, outlook.language),
                }
                words = _("%(department)s · %(language)s: the last day with hours is %(date)s")
                lines.append((last, Line(words % values, outlook.address_to_edit(entry))))
    return [line for _last, line in sorted(lines, key=lambda pair: pair[0])]


def _last_day(served: ServedLanguage) -> date | None:
    """The last day for which any hours are stated; None where there always will be some."""
    last_days = [hours.window.valid_through for hours in served.hours]
    if not last_days:
        return None
    last_days += [
        entry.special.last
        for entry in served.exceptions.special_hours
        if entry.special.effect is Effect.HOURS
    ]
    stated = [day for day in last_days if day]
    return max(stated) if len(stated) == len(last_days) else None
