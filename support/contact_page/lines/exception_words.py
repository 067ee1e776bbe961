"""What is different from the weekly hours, by the clock on which it is stated."""

from __future__ import annotations

from datetime import date
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

from support.contact_page.lines.exceptional import (
    Exceptional,
    HolidayHours,
)
from support.contact_page.lines.hours_line import hours_words
from support.contact_page.lines.state_line import with_zone
from support.contact_page.lines.told_time import (
    Line,
    days_of_weekdays,
)
from support.contact_page.lines.viewpoint import Viewpoint
from support.directory import ClosureEntry, SpecialHoursEntry
from support.locales.formatting import (
    format_days,
    format_places_of_month,
    format_season,
    format_wall_moment,
    format_wall_range,
    format_weekdays,
    join,
    weekday_names,
)
from support.locales.zones import zone_name
from support.schedule import (
    EVERY_DAY,
    Effect,
    MonthDay,
    Repeats,
    Season,
    SpecialHours,
    Weekday,
    Window,
)


def own_words(
    exceptional: Exceptional, languages: str, view: Viewpoint, *, in_full: bool = False
) -> Line:
    """Tell it by the clock by which it is stated; `in_full` with how often it comes again."""
    if isinstance(exceptional, ClosureEntry):
        return Line(*_closure_words(exceptional, view), languages)
    if isinstance(exceptional, HolidayHours):
        day = format_days(exceptional.day, exceptional.day, view.language)
        return Line(day, _holiday_words(exceptional, view), languages)
    entry = exceptional.entry
    days = _days(entry.special, exceptional.first, exceptional.last, view)
    if in_full:
        days = _with_repetition(entry.special, days, view)
    return Line(days, special_words(entry, view), languages)


def is_of_another_year(exceptional: Exceptional, view: Viewpoint) -> bool:
    """Return whether it is a closure until further notice that began in another year."""
    if not isinstance(exceptional, ClosureEntry) or exceptional.closure.end is not None:
        return False
    clock = ZoneInfo(exceptional.zone)
    return (
        exceptional.closure.interval.start.astimezone(clock).year != view.at.astimezone(clock).year
    )


def _closure_words(entry: ClosureEntry, view: Viewpoint) -> tuple[str, str]:
    start, end = (at.astimezone(ZoneInfo(entry.zone)) for at in entry.closure.interval)
    zone = zone_name(entry.zone, view.language)
    if entry.closure.end is None:
        has_year = is_of_another_year(entry, view)
        moment = format_wall_moment(start, view.language, has_year=has_year)
        when = _("from %(moment)s") % {"moment": moment}
        return with_zone().format(words=when, zone=zone), _("closed until further notice")
    when = format_wall_range(start, end, view.language)
    return with_zone().format(words=when, zone=zone), _("closed")


def _holiday_words(holiday: HolidayHours, view: Viewpoint) -> str:
    if not holiday.hours:
        return _("closed")
    stated = (Window(EVERY_DAY, hours.opens, hours.closes, zone) for hours, zone in holiday.hours)
    return join([_hours_and_zone(window, view) for window in stated], view.language)


def special_days(entry: SpecialHoursEntry, view: Viewpoint) -> str:
    """Return the days of special hours as they are stated, with how often they come again."""
    special = entry.special
    if special.repeats is Repeats.MONTHLY:
        return _places(special, view)
    if special.repeats is Repeats.YEARLY:
        return _days_of_the_year(special, view)
    return _days(special, special.first, special.last, view)


def _days_of_the_year(special: SpecialHours, view: Viewpoint) -> str:
    """Name days that come every year, and so on any weekday."""
    season = Season(MonthDay.of(special.first), MonthDay.of(special.last))
    days = format_season(season, view.language)
    if special.window.weekdays != EVERY_DAY:
        weekdays = format_weekdays(special.window.weekdays, view.language)
        days = days_of_weekdays().format(days=days, weekdays=weekdays)
    return _with_repetition(special, days, view)


def _days(special: SpecialHours, first: date, last: date, view: Viewpoint) -> str:
    days = format_days(first, last, view.language)
    if first == last or special.window.weekdays == EVERY_DAY:
        return days
    weekdays = format_weekdays(special.window.weekdays, view.language)
    return days_of_weekdays().format(days=days, weekdays=weekdays)


def special_words(entry: SpecialHoursEntry, view: Viewpoint) -> str:
    """Return what special hours do to their days."""
    special = entry.special
    match special.effect:
        case Effect.CLOSED:
            return _("closed")
        case Effect.AS_USUAL:
            return _("usual hours")
        case Effect.AS_WEEKDAY:
            weekday = weekday_names(view.language)[special.like or Weekday.MO]
            # Translators: {weekday}: “Monday”. Of a day on which people work as on a Monday.
            return _("same hours as a {weekday}").format(weekday=weekday)
        case Effect.HOURS:
            return _hours_and_zone(special.window, view)
        case Effect.ALSO:
            hours = _hours_and_zone(special.window, view)
            return _("also {hours}").format(hours=hours)


def _with_repetition(special: SpecialHours, days: str, view: Viewpoint) -> str:
    match special.repeats:
        case Repeats.YEARLY:
            return _("%(days)s, every year") % {"days": days}
        case Repeats.MONTHLY:
            return days_of_weekdays().format(days=days, weekdays=_places(special, view))
        case None:
            return days


def _places(special: SpecialHours, view: Viewpoint) -> str:
    window = special.window
    return format_places_of_month(window.monthly, window.weekdays, view.language)


def _hours_and_zone(window: Window, view: Viewpoint) -> str:
    hours = hours_words(window, view.language)
    return with_zone().format(words=hours, zone=zone_name(window.zone, view.language))
