from __future__ import annotations

from datetime import timedelta

from django.utils.translation import gettext as _

from support.admin.common.lost_lines import days_in_words
from support.locales.calendar_names import calendar_name
from support.locales.formatting import format_dates, format_length, join
from support.locales.languages import language_name
from support.locales.zones import zone_name
from support.planning.agreed_data import ClockDiffers, DataDifference, HolidayDiffers


def data_difference_words(difference: DataDifference, language: str) -> str:
    """Say what an update of zone data or holiday calendars does to the hours of a department."""
    languages = [language_name(tag, language) for tag in difference.languages]
    about = {
        "department": difference.department.name.read(language) or difference.department.slug,
        "languages": join(languages, language),
    }
    if isinstance(difference, HolidayDiffers):
        return _holiday(difference) % {
            **about,
            "day": format_dates(difference.day, difference.day, language),
            "holiday": difference.name,
            "calendar": calendar_name(difference.calendar, language),
        }
    return _clock(difference) % {
        **about,
        "days": days_in_words(difference.days, language),
        "zone": zone_name(difference.zone, language),
        "length": format_length(abs(difference.earlier_by), language),
    }


def _holiday(difference: HolidayDiffers) -> str:
    if difference.is_new:
        return _(
            "%(department)s in %(languages)s: %(day)s, %(holiday)s, is now a public holiday "
            "(%(calendar)s); it wasn’t before the update."
        )
    return _(
        "%(department)s in %(languages)s: %(day)s, %(holiday)s, is no longer a public holiday "
        "(%(calendar)s); it was before the update."
    )


def _clock(difference: ClockDiffers) -> str:
    if difference.earlier_by > timedelta(0):
        return _(
            "%(department)s in %(languages)s: the hours on %(days)s are now %(length)s earlier "
            "than before the update, because the rules for %(zone)s have changed."
        )
    return _(
        "%(department)s in %(languages)s: the hours on %(days)s are now %(length)s later than "
        "before the update, because the rules for %(zone)s have changed."
    )
