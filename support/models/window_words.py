"""Say in words which rules a window has besides its weekdays and hours, the same at any time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from support.locales.calendar_names import calendar_name
from support.locales.formatting import (
    format_date,
    format_hours,
    format_places_of_month,
    format_season,
    format_weekdays,
    join,
)
from support.locales.holiday_calendars import calendar_codes
from support.models.holiday_rules import names_in_words
from support.schedule import DayHours, time_of

if TYPE_CHECKING:
    from support.models.language_window import LanguageWindow


def window_days(row: LanguageWindow, language: str) -> str:
    """Return the weekdays of a window, or which of them in a month."""
    if row.monthly:
        return format_places_of_month(row.monthly, row.weekdays, language)
    return format_weekdays(row.weekdays, language)


def window_hours(row: LanguageWindow, language: str) -> str:
    """Return the weekdays and the hours of a window, on its clock."""
    hours = format_hours(row.opens, row.closes, language)
    return f"{window_days(row, language)} {hours} {row.zone}"


def window_rules(row: LanguageWindow, language: str) -> Iterator[str]:
    """Yield in which weeks and dates a window holds, and what public holidays do to it."""
    if row.every_weeks not in (None, 1):
        yield weeks_words(row.every_weeks)
    if row.season:
        yield _("%(days)s, every year") % {"days": format_season(row.season, language)}
    if row.valid_from or row.valid_through:
        yield _validity(row, language)
    if row.holidays:
        yield from _holidays(row, language)


def weeks_words(weeks: int) -> str:
    """Say how often hours hold that hold every n-th week."""
    if weeks == 1:
        return _("every week")
    if weeks == 2:
        return _("every second week")
    # Translators: three or more.
    return _("every %(count)s weeks") % {"count": weeks}


def _validity(row: LanguageWindow, language: str) -> str:
    first, last = row.valid_from, row.valid_through
    dates = {
        "first": format_date(first, language) if first else "",
        "last": format_date(last, language) if last else "",
    }
    if first and last:
        return _("from %(first)s to %(last)s") % dates
    return (_("from %(first)s") if first else _("until %(last)s")) % dates


def _holidays(row: LanguageWindow, language: str) -> Iterator[str]:
    code = row.holidays
    is_known = code in calendar_codes()
    values = {"calendar": calendar_name(code, language) if is_known else code}
    if row.on_holidays:
        values["hours"] = _hours(row.on_holidays, language)
        yield _("%(hours)s on public holidays (%(calendar)s)") % values
    else:
        yield _("except public holidays (%(calendar)s)") % values
    if row.holidays_except:
        names = names_in_words(code, row.holidays_except, language)
        yield _("as usual on %(holidays)s") % {"holidays": join(names, language)}
    if row.before_holidays:
        hours = _hours(row.before_holidays, language)
        yield _("%(hours)s on the day before a public holiday") % {"hours": hours}


def _hours(hours: DayHours, language: str) -> str:
    return format_hours(time_of(hours.opens), time_of(hours.closes), language)
