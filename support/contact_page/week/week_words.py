"""What JavaScript needs to write the same picture of the week for another clock."""

from __future__ import annotations

import json
from datetime import date, timedelta

from django.utils.translation import gettext as _

from support.contact_page.lines.carried_time import CARRIED_DAYS, carried_time
from support.contact_page.lines.viewpoint import Viewpoint
from support.locales.formatting import (
    format_days,
    format_weekdays,
    hours_templates,
    range_separator,
)
from support.parts import parts
from support.schedule import EVERY_DAY, Weekday, day_number


def week_words(view: Viewpoint) -> str:
    """Return them as JSON, for the days of the carried time and one to either side."""
    first = carried_time(view.at).start.date()
    return parts.get(
        "week words", (), (view.language,), first, lambda: _week_words(view.language, first)
    )


def _week_words(language: str, first: date) -> str:
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
