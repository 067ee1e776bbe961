"""The hours of this week as they really are, where they are not those of every week."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

from support.contact_page.lines.hours_line import hours_words
from support.contact_page.lines.midnight import midnight
from support.contact_page.lines.minutes import in_minutes
from support.contact_page.lines.viewpoint import Viewpoint
from support.directory import ServedLanguage
from support.locales.formatting import format_weekdays, join
from support.locales.zones import zone_name
from support.schedule import (
    EVERY_DAY,
    MINUTES_PER_DAY,
    Interval,
    Timetable,
    Unscheduled,
    Weekday,
    Window,
    minutes_of,
)

_SIX_DAYS = timedelta(days=6)
_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class WeekLine:
    """Days of this week that have the same hours; `zone` is empty where no clock matters.

    The week is over at `until_minute`, in minutes since 1970.
    """

    weekdays: str
    hours: str
    zone: str
    until_minute: int


def week_lines(served: ServedLanguage, view: Viewpoint) -> tuple[WeekLine, ...]:
    """Return the hours from Monday to Sunday; nothing for a clock on which the week is like any
    other."""
    if not served.depends_on_dates:
        return ()
    windows = [hours.window for hours in served.hours]
    windows += [entry.special.window for entry in served.exceptions.special_hours]
    zones = dict.fromkeys(window.zone for window in windows)
    return tuple(line for zone in zones for line in _week_in(zone, served.timetable, view))


def _week_in(zone: str, timetable: Timetable | Unscheduled, view: Viewpoint) -> Iterator[WeekLine]:
    today = view.at.astimezone(ZoneInfo(zone)).date()
    monday = today - timedelta(days=today.weekday())
    real = _shifts(zone, timetable, monday)
    usual = _shifts(zone, _weekly(timetable.windows, today), monday)
    if real == usual:
        return
    weekdays: dict[tuple[str, ...], list[Weekday]] = {}
    for weekday in Weekday:
        hours = tuple(
            hours_words(_as_window(interval, zone), view.language)
            for day, interval in real
            if day.weekday() == weekday
        )
        if hours or any(day.weekday() == weekday for day, _ in usual):
            weekdays.setdefault(hours, []).append(weekday)
    until_minute = in_minutes(midnight(monday + _WEEK, zone))
    for hours, days in weekdays.items():
        yield WeekLine(
            format_weekdays(days, view.language),
            join(hours, view.language) if hours else _("closed"),
            zone_name(zone, view.language) if hours else "",
            until_minute,
        )


def _weekly(windows: Iterable[Window], today: date) -> Timetable:
    """Return what the hours that hold today would be in every week."""
    return Timetable(
        replace(window, valid_from=None, valid_through=None, holidays=None)
        for window in windows
        if (window.valid_from or today) <= today <= (window.valid_through or today)
    )


def _shifts(
    zone: str, timetable: Timetable | Unscheduled, monday: date
) -> list[tuple[date, Interval]]:
    """Return the shifts of one week, sorted; which window they come from does not matter."""
    shifts = timetable.shifts(monday, monday + _SIX_DAYS)
    return sorted((shift.day, shift.interval) for shift in shifts if shift.window.zone == zone)


def _as_window(interval: Interval, zone: str) -> Window:
    """Return hours of every day, for words: from and until the wall times of the interval's
    ends."""
    opens, closes = (minutes_of(at.astimezone(ZoneInfo(zone)).time()) for at in interval)
    return Window(EVERY_DAY, opens, closes or MINUTES_PER_DAY, zone)
