from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

from support.contact_page.lines.viewpoint import LOOK_AHEAD, Viewpoint, Wording, wording
from support.directory import Hours, ServedLanguage
from support.locales.calendar_names import calendar_name
from support.locales.formatting import (
    format_closing,
    format_date,
    format_days,
    format_hours,
    format_places_of_month,
    format_season,
    format_weekdays,
    hours_to_next_day,
    join,
)
from support.locales.holiday_names import translated_name
from support.locales.zones import zone_name
from support.schedule import (
    EVERY_DAY,
    DayHours,
    State,
    Status,
    Window,
    date_of,
    day_number,
    time_of,
)

# Every 52nd week, the longest that there is, comes again within two years.
_TWO_YEARS = 2 * 366


@dataclass(frozen=True, slots=True)
class HoursLine:
    """One window as a person would write it; `zone` is empty where no clock matters, and so are
    `weekdays` where the hours say that they are of every day.

    `conditions` say on which of these days it holds, or holds otherwise.
    """

    weekdays: str
    hours: str
    zone: str
    label: Wording
    conditions: tuple[str, ...]
    holds_now: bool


def hours_lines(served: ServedLanguage, status: Status, view: Viewpoint) -> tuple[HoursLine, ...]:
    holding = status.reason.windows if status.state is State.OPEN else ()
    return tuple(
        _hours_line(hours, view, holds_now=hours.window in holding)
        for hours in listed_hours(served, view)
    )


def listed_hours(served: ServedLanguage, view: Viewpoint) -> list[Hours]:
    """Return the windows of these days, and those that begin in the days that the page looks ahead.

    What begins later is left out, unless nothing holds before it.
    """
    present = [hours for hours in served.hours if not _is_past(hours.window, view)]
    near = [hours for hours in present if not _is_far(hours.window, view)]
    return near or present


def _hours_line(hours: Hours, view: Viewpoint, *, holds_now: bool) -> HoursLine:
    window = hours.window
    is_always = is_every_minute(window)
    return HoursLine(
        "" if is_always else days_words(window, view.language),
        _("24 hours a day, every day") if is_always else hours_words(window, view.language),
        "" if is_always else zone_name(window.zone, view.language),
        wording(hours.label, view),
        conditions(hours, view),
        holds_now,
    )


def is_every_minute(window: Window) -> bool:
    """Return whether a window is open round the clock on every day, as long as it holds."""
    return window.is_round_the_clock and window.weekdays == EVERY_DAY and window.is_every_week


def days_words(window: Window, language: str) -> str:
    """Return the weekdays of a window, or which of them in a month."""
    if window.monthly:
        return format_places_of_month(window.monthly, window.weekdays, language)
    return format_weekdays(window.weekdays, language)


def hours_words(window: Window, language: str) -> str:
    if window.is_round_the_clock:
        return _("24 hours")
    write = hours_to_next_day if window.ends_next_day else format_hours
    return write(time_of(window.opens), time_of(window.closes), language)


def conditions(hours: Hours, view: Viewpoint) -> tuple[str, ...]:
    """Return on which weeks and dates a window holds, and what public holidays do to it."""
    return (*dates_words(hours, view), *_holiday_words(hours, view))


def dates_words(hours: Hours, view: Viewpoint) -> tuple[str, ...]:
    """Return on which weeks and dates a window holds."""
    window = hours.window
    found = (_season_words(window, view), _weeks_words(window, view), validity_words(window, view))
    return tuple(words for words in found if words)


def _season_words(window: Window, view: Viewpoint) -> str:
    if window.season is None:
        return ""
    return _("%(days)s, every year") % {"days": format_season(window.season, view.language)}


def _weeks_words(window: Window, view: Viewpoint) -> str:
    """Say how often, and the next of the days: nobody counts weeks."""
    number = window.every_weeks
    if number == 1:
        return ""
    today = day_number(_today(window, view))
    days = window.days(today, today + _TWO_YEARS)
    if not days:
        words = _("every second week") if number == 2 else _("every %(number)s weeks")
        return words % {"number": number}
    day = format_days(date_of(days[0]), date_of(days[0]), view.language)
    if number == 2:
        return _("every second week (next: %(day)s)") % {"day": day}
    return _("every %(number)s weeks (next: %(day)s)") % {"number": number, "day": day}


def _holiday_words(stated: Hours, view: Viewpoint) -> Iterator[str]:
    window, calendar = stated.window, stated.window.holidays
    if calendar is None:
        return
    values = {"calendar": calendar_name(calendar.code, view.language)}
    if window.on_holidays:
        values["hours"] = hours_words(window.with_hours(window.on_holidays), view.language)
        # Translators: %(calendar)s is a country or region, %(hours)s: “12:00–17:00”.
        yield _("%(hours)s on public holidays (%(calendar)s)") % values
    else:
        # Translators: %(calendar)s is a country or region.
        yield _("except public holidays (%(calendar)s)") % values
    if stated.holidays_except:
        names = [
            translated_name(calendar.code, name, view.at.year, view.language)
            for name in stated.holidays_except
        ]
        # Translators: %(holidays)s are holidays on which work goes on: “Juneteenth”.
        yield _("as usual on %(holidays)s") % {"holidays": join(names, view.language)}
    if window.before_holidays:
        yield _before_holidays_words(window, window.before_holidays, view.language)


def _before_holidays_words(window: Window, hours: DayHours, language: str) -> str:
    ends = window.with_hours(hours)
    if hours.opens == window.opens and not ends.ends_next_day:
        time = format_closing(time_of(hours.closes), language)
        return _("until %(time)s on the day before a public holiday") % {"time": time}
    words = {"hours": hours_words(ends, language)}
    return _("%(hours)s on the day before a public holiday") % words


def validity_words(window: Window, view: Viewpoint) -> str:
    first, last = window.valid_from, window.valid_through
    dates = {
        "first": format_date(first, view.language) if first else "",
        "last": format_date(last, view.language) if last else "",
    }
    is_ahead = first is not None and first > _today(window, view)
    if is_ahead and last:
        return _("from %(first)s to %(last)s") % dates
    if is_ahead:
        return _("from %(first)s") % dates
    if last:
        return _("until %(last)s") % dates
    return ""


def _is_past(window: Window, view: Viewpoint) -> bool:
    through = window.valid_through
    return through is not None and through < _today(window, view)


def _is_far(window: Window, view: Viewpoint) -> bool:
    first = window.valid_from
    return first is not None and first > _today(window, view) + LOOK_AHEAD


def _today(window: Window, view: Viewpoint) -> date:
    return view.at.astimezone(ZoneInfo(window.zone)).date()
