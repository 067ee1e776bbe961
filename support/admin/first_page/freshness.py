"""Windows whose hours are due to be confirmed again."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from django.urls import reverse
from django.utils.translation import gettext as _

from support.admin.common.window_links import window_address, window_words, windows_with_place
from support.admin.first_page.context import FirstPageContext
from support.admin.first_page.line import Confirmation, Line, LinesOfRows
from support.locales.formatting import format_dates
from support.models import LanguageWindow

HALF_A_YEAR = timedelta(weeks=26)


def confirmed_from(today: date) -> date:
    """Return the last day for which a confirmation given today holds."""
    return today + HALF_A_YEAR


def confirm_words(context: FirstPageContext) -> str:
    """Return the text of the button that confirms a window."""
    day = confirmed_from(context.today)
    return _("Confirm until %(date)s") % {"date": format_dates(day, day, context.language)}


def unconfirmed_windows(context: FirstPageContext) -> Sequence[Line]:
    """List the windows that are overdue, the longest overdue first."""
    rows = windows_with_place().filter(confirmed_until__lt=context.today)
    return LinesOfRows(rows.order_by("confirmed_until", "pk"), lambda row: _line(row, context))


def _line(row: LanguageWindow, context: FirstPageContext) -> Line:
    day = row.confirmed_until
    values = {
        "window": window_words(row),
        "date": format_dates(day, day, context.language) if day else "",
    }
    words = _("%(window)s (confirmed until %(date)s)") % values
    if not context.may_edit(row.department_id):
        return Line(words)
    address = reverse("admin:confirm_window", args=[row.pk])
    confirmation = Confirmation(confirm_words(context), address, row.department.edit_version)
    return Line(words, window_address(row), confirmation)
