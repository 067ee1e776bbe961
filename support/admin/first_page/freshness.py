"""Windows that nobody has confirmed for longer than was said."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from django.urls import reverse
from django.utils.translation import gettext as _

from support.admin.common.window_links import window_address, window_words, windows_with_place
from support.admin.first_page.context import Outlook
from support.admin.first_page.line import Confirmation, Line, LinesOfRows
from support.locales.formatting import format_dates
from support.models import LanguageWindow

HALF_A_YEAR = timedelta(weeks=26)


def confirmed_from(today: date) -> date:
    """Until when a window is right that is confirmed today."""
    return today + HALF_A_YEAR


def confirm_words(outlook: Outlook) -> str:
    """What stands on the button."""
    day = confirmed_from(outlook.today)
    return _("Confirm until %(date)s") % {"date": format_dates(day, day, outlook.language)}


def unconfirmed_windows(outlook: Outlook) -> Sequence[Line]:
    """The longest overdue first."""
    rows = windows_with_place().filter(confirmed_until__lt=outlook.today)
    return LinesOfRows(rows.order_by("confirmed_until", "pk"), lambda row: _line(row, outlook))


def _line(row: LanguageWindow, outlook: Outlook) -> Line:
    day = row.confirmed_until
    values = {
        "window": window_words(row),
        "date": format_dates(day, day, outlook.language) if day else "",
    }
    words = _("%(window)s (confirmed until %(date)s)") % values
    if not outlook.may_edit(row.department_id):
        return Line(words)
    address = reverse("admin:confirm_window", args=[row.pk])
    confirmation = Confirmation(address, row.department.edit_version)
    return Line(words, window_address(row), confirmation)
