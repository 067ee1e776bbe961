from __future__ import annotations

from datetime import datetime, timedelta
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from support.admin.common.request_user import request_user_may
from support.contact_page import Viewpoint
from support.contact_page.lines.reason_line import holiday_reason
from support.directory import ServedLanguage
from support.locales.formatting import format_dates
from support.models import LanguageWindow, SpecialHours
from support.schedule import Holiday, holidays_of
from support.templatetags.wording import reason

_A_YEAR = timedelta(days=365)


def coming_holidays(row: LanguageWindow, served: ServedLanguage, at: datetime) -> str:
    """List a year's holidays on which the window would begin, and what happens on each.

    `served` is the window alone, with the exceptions that apply to it.
    """
    first = at.astimezone(ZoneInfo(row.zone)).date()
    last = first + _A_YEAR
    cancelling = {holiday.day for holiday in served.timetable.holidays(first, last)}
    view = Viewpoint(get_language() or "en", at)
    items = (
        (
            format_dates(holiday.day, holiday.day, view.language),
            reason(holiday_reason(holiday, view)),
            _consequence(row, holiday, is_closed=holiday.day in cancelling),
        )
        for holiday in holidays_of(row.window, first, last)
    )
    return format_html('<ul class="holidays">{}</ul>', format_html_join("", _ITEM, items))


_ITEM = "<li><strong>{}</strong> {} · {}</li>"


def _consequence(row: LanguageWindow, holiday: Holiday, *, is_closed: bool) -> str:
    if not is_closed:
        return _("special hours say otherwise")
    if not request_user_may("support.add_specialhours", row.department):
        return _("closed")
    values = {
        "department": row.department_id,
        "languages": row.language,
        "first_day": holiday.day.isoformat(),
        "last_day": holiday.day.isoformat(),
        "effect": SpecialHours.Effects.AS_USUAL,
    }
    return format_html(
        '{} – <a href="{}?{}">{}</a>',
        _("closed"),
        reverse("admin:support_specialhours_add"),
        urlencode(values),
        _("We work on this day"),
    )
