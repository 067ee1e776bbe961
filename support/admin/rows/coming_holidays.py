from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
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
from support.locales.formatting import format_dates, format_hours, weekday_names
from support.locales.holiday_calendars import make_up_days
from support.models import LanguageWindow, SpecialHours
from support.schedule import Holiday, HolidayChange, Rule, holidays_of, time_of
from support.templatetags.wording import reason

_A_YEAR = timedelta(days=365)


def coming_holidays(row: LanguageWindow, served: ServedLanguage, at: datetime) -> str:
    """List a year's holidays on which the window would begin, and what happens on each.

    `served` is the window alone, with the exceptions that apply to it.
    """
    first = at.astimezone(ZoneInfo(row.zone)).date()
    last = first + _A_YEAR
    changes = {
        change.day: change
        for change in served.timetable.holiday_changes(first, last)
        if change.rule is Rule.PUBLIC_HOLIDAY
    }
    view = Viewpoint(get_language() or "en", at)
    items = (
        (
            format_dates(holiday.day, holiday.day, view.language),
            reason(holiday_reason(holiday, view)),
            _consequence(row, holiday, changes.get(holiday.day), view.language),
        )
        for holiday in holidays_of(row.window, first, last)
    )
    return format_html(
        '<ul class="holidays">{}{}</ul>',
        format_html_join("", _ITEM, items),
        format_html_join("", _ITEM, _make_up_days(row, served, (first, last), view.language)),
    )


_ITEM = "<li><strong>{}</strong> {} · {}</li>"


def _make_up_days(
    row: LanguageWindow, served: ServedLanguage, days: tuple[date, date], language: str
) -> Iterator[tuple[str, str, str]]:
    """Yield the weekends on which the country works, but for those that special hours decide."""
    first, last = days
    if not request_user_may("support.add_specialhours", row.department):
        return
    for year in range(first.year, last.year + 1):
        for day, like in make_up_days(row.holidays, year):
            special_hours = [entry.special for entry in served.exceptions.special_hours]
            is_decided = any(served.timetable.decides(each, day, day) for each in special_hours)
            if not is_decided and first <= day <= last and like in row.weekdays:
                values = {
                    "department": row.department_id,
                    "languages": row.language,
                    "first_day": day.isoformat(),
                    "effect": SpecialHours.Effects.AS_WEEKDAY,
                    "like": like.name,
                }
                words = _("We work on this day as if it were a %(weekday)s")
                link = format_html(
                    '<a href="{}?{}">{}</a>',
                    reverse("admin:support_specialhours_add"),
                    urlencode(values),
                    words % {"weekday": weekday_names(language)[like]},
                )
                yield format_dates(day, day, language), _("make-up working day"), link


def _consequence(
    row: LanguageWindow, holiday: Holiday, change: HolidayChange | None, language: str
) -> str:
    if change is None:
        return _("replaced by special hours")
    if change.hours:
        opens, closes = time_of(change.hours.opens), time_of(change.hours.closes)
        return format_hours(opens, closes, language)
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
