"""Hours that are over, and hours that end soon with nothing after them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from django.utils.translation import gettext as _

from support.admin.common.window_links import window_address, window_words, windows_with_place
from support.admin.first_page.context import FirstPageContext
from support.admin.first_page.line import Line, LinesOfRows
from support.directory import ServedLanguage
from support.locales.formatting import format_dates
from support.models import LanguageWindow

SOON = timedelta(days=14)


def ended_windows(context: FirstPageContext) -> Sequence[Line]:
    """List the windows whose last valid day is past, the latest first."""
    rows = windows_with_place().filter(valid_through__lt=context.today)
    return LinesOfRows(rows.order_by("-valid_through", "pk"), lambda row: _line(row, context))


def _line(row: LanguageWindow, context: FirstPageContext) -> Line:
    address = window_address(row) if context.may_edit(row.department_id) else ""
    return Line(window_words(row), address)


def ending_hours(context: FirstPageContext) -> list[Line]:
    """List the languages whose last hours are within two weeks, the earliest first."""
    lines: list[tuple[date, Line]] = []
    for entry in context.directory.departments:
        for served in entry.languages:
            last = _last_day(served)
            if last and context.today <= last <= context.today + SOON:
                values = {
                    "department": context.name(entry),
                    "language": context.language_name(served.tag),
                    "date": format_dates(last, last, context.language),
                }
                words = _("%(department)s · %(language)s: hours end on %(date)s")
                lines.append((last, Line(words % values, context.address_to_edit(entry))))
    return [line for _last, line in sorted(lines, key=lambda pair: pair[0])]


def _last_day(served: ServedLanguage) -> date | None:
    """Return the last day with stated hours, or None if there is no end to them."""
    last_days = [hours.window.valid_through for hours in served.hours]
    if not last_days:
        return None
    last_days += [
        entry.special.ends for entry in served.exceptions.special_hours if entry.special.has_hours
    ]
    stated = [day for day in last_days if day]
    return max(stated) if len(stated) == len(last_days) else None
