"""Windows whose holiday calendar was given a clock that nobody has looked at."""

from __future__ import annotations

from collections.abc import Sequence

from django.urls import reverse
from django.utils.translation import gettext as _

from support.admin.common.window_links import window_address, window_words, windows_with_place
from support.admin.first_page.context import FirstPageContext
from support.admin.first_page.line import Confirmation, Line, LinesOfRows
from support.locales.calendar_names import calendar_name
from support.locales.zones import zone_name_with_place
from support.models import LanguageWindow

HOLIDAYS_ZONE = "holidays_zone"


def holiday_clocks(context: FirstPageContext) -> Sequence[Line]:
    """List the windows until somebody has confirmed or changed their clock."""
    rows = windows_with_place().filter(holidays_zone_assumed=True)
    return LinesOfRows(rows.order_by("department__position", "pk"), lambda r: _line(r, context))


def _line(row: LanguageWindow, context: FirstPageContext) -> Line:
    values = {
        "window": window_words(row),
        "calendar": calendar_name(row.holidays, context.language),
        "zone": zone_name_with_place(row.holidays_zone, context.language),
    }
    words = _("%(window)s: public holidays (%(calendar)s) follow the time zone %(zone)s")
    if not context.may_edit(row.department_id):
        return Line(words % values)
    address = reverse("admin:confirm_window", args=[row.pk])
    version = row.department.edit_version
    confirmation = Confirmation(_("This is correct"), address, version, HOLIDAYS_ZONE)
    return Line(words % values, window_address(row), confirmation)
