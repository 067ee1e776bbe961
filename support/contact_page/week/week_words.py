"""What JavaScript needs to write the same picture of the week for another clock."""

from __future__ import annotations

import json
from datetime import date, timedelta
from functools import lru_cache

from django.utils.translation import gettext as _

from support.contact_page.lines.carried_time import CARRIED_DAYS
from support.locales.formatting import (
    format_days,
    format_weekdays,
    hours_templates,
    range_separator,
)
from support.schedule import EVERY_DAY, Weekday, day_number


# A few days in each language of the site.
@lru_cache(maxsize=32)
def week_words(language: str, first: date) -> str:
    """For the days of the carried time, which begins on `first` in UTC, and one to either side."""
    days = [first + timedelta(days=number) for number in range(-1, CARRIED_DAYS + 1)]
    return json.dumps(
        {
            "own_zone": _("your time zone"),
            "every_day": format_weekdays(EVERY_DAY, language),
            "range": range_separator(language),
            "weekdays": [format_weekdays([day], language) for day in Weekday],
            "first": day_number(days[0]),
            "days": [format_days(day, day, language) for day in days],
            "hours": hours_templates(language),
            "next_day": _("%(hours)s (the next day)"),
            "until": _("until %(time)s"),
            "always": _("round the clock"),
            "closed": _("closed"),
            "closed_hours": _("closed %(hours)s"),
            "detail": _("{what}: {detail}"),
            "exception": _("exception"),
        },
        ensure_ascii=False,
        separators=(",", ":"),
    )
