"""What JavaScript needs to write pictures of the week, hours and exceptions for another clock."""

from __future__ import annotations

from datetime import date

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from support.contact_page.lines.carried_time import CARRIED_DAYS, carried_time
from support.contact_page.lines.told_time import days_of_weekdays, when_and_what
from support.contact_page.lines.viewpoint import Viewpoint
from support.contact_page.lines.words_script import words_script
from support.locales.formatting import (
    day_and_hours_pattern,
    day_patterns,
    format_range,
    format_weekdays,
    hours_templates,
    moment_patterns,
    sentence_times,
    weekday_dash,
    weekday_separator,
)
from support.parts import parts
from support.schedule import EVERY_DAY, Weekday, day_number


def week_words(view: Viewpoint) -> SafeString:
    """Return them as JSON, with the carried days as day numbers."""
    first = carried_time(view.at).start.date()
    return parts.get(
        "week words", (), (view.language,), first, lambda: _week_words(view.language, first)
    )


def _week_words(language: str, first: date) -> SafeString:
    clock, day_and_clock = moment_patterns(language)
    return words_script(
        {
            "own_zone": _("your time zone"),
            "coming_days": _("The next seven days"),
            "every_day": format_weekdays(EVERY_DAY, language),
            "range": weekday_dash(language),
            "between_weekdays": weekday_separator(language),
            "weekdays": [format_weekdays([day], language) for day in Weekday],
            "first": day_number(first),
            "count": CARRIED_DAYS,
            "day": day_patterns(language),
            "clock": clock,
            "day_and_clock": day_and_clock,
            "day_and_hours": day_and_hours_pattern(language),
            "between": format_range("{0}", "{1}", language),
            "hours": hours_templates(language),
            "next_day": _("{opens}{closes} the next day"),
            "times": sentence_times(),
            "until": _("until %(time)s"),
            "from": _("from %(moment)s"),
            "also": _("also {hours}"),
            "always": _("24 hours"),
            "closed": _("closed"),
            "no_hours": pgettext("a day without hours", "closed"),
            "between_times": _("; "),
            "when_and_what": when_and_what(),
            "days_of_weekdays": days_of_weekdays(),
            "until_further_notice": _("closed until further notice"),
            "closed_hours": _("closed %(hours)s"),
            "detail": _("{state} ({reason})"),
            "exception": _("exceptionally"),
        },
        "week-words",
    )
