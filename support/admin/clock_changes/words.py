from __future__ import annotations

from django.utils.translation import gettext as _

from support.locales.formatting import format_dates, format_time
from support.locales.zones import zone_city
from support.schedule import ClockChange


def clock_change_words(change: ClockChange, language: str) -> str:
    """Describe a change, as in “London, 28 Mar 2027: the clock goes from 01:00 to 02:00”."""
    day = change.shown_before.date()
    values = {
        "place": zone_city(change.zone, language),
        "date": format_dates(day, day, language),
        "before": format_time(change.shown_before.time(), language),
        "after": format_time(change.shown_after.time(), language),
    }
    return _("%(place)s, %(date)s: the clocks change from %(before)s to %(after)s") % values
