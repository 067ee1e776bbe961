from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

from support.contact_page.lines.viewpoint import LOOK_AHEAD, Viewpoint, Wording, wording
from support.directory import Hours, ServedLanguage
from support.locales.formatting import format_date, format_hours, format_weekdays
from support.locales.holiday_calendars import calendar_name
from support.locales.zones import zone_name
from support.schedule import EVERY_DAY, State, Status, Window, time_of


@dataclass(frozen=True, slots=True)
class HoursLine:
    """One window as a person would write it; `zone` is empty where no clock matters.

    `holidays` says on whose public holidays it does not hold.
    """

    weekdays: str
    hours: str
    zone: str
    label: Wording
    holidays: str
    validity: str
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
    is_always = window.is_round_the_clock and window.weekdays == EVERY_DAY
    return HoursLine(
        format_weekdays(window.weekdays, view.language),
        hours_words(window, view.language),
        "" if is_always else zone_name(window.zone, view.language),
        wording(hours.label, view),
        _holiday_words(window, view.language),
        validity_words(window, view),
        holds_now,
    )


def hours_words(window: Window, language: str) -> str:
    if window.is_round_the_clock:
        return _("round the clock")
    text = format_hours(time_of(window.opens), time_of(window.closes), language)
    if window.ends_next_day:
        return _("%(hours)s (the next day)") % {"hours": text}
    return text


def _holiday_words(window: Window, language: str) -> str:
    if window.holidays is None:
        return ""
    calendar = calendar_name(window.holidays.code, language)
    # Translators: %(calendar)s is a country or region.
    return _("not on public holidays (%(calendar)s)") % {"calendar": calendar}


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
