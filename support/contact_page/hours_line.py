from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

from support.contact_page.viewpoint import Viewpoint, Wording, wording
from support.directory import Hours, ServedLanguage
from support.formatting import format_date, format_hours, format_weekdays
from support.schedule import EVERY_DAY, Window, time_of
from support.zones import zone_name


@dataclass(frozen=True, slots=True)
class HoursLine:
    """One window as a person would write it; `zone` is empty where no clock matters."""

    weekdays: str
    hours: str
    zone: str
    label: Wording
    validity: str


def hours_lines(served: ServedLanguage, view: Viewpoint) -> tuple[HoursLine, ...]:
    """The windows that hold now or will; those of the past are left out."""
    return tuple(
        _hours_line(hours, view) for hours in served.hours if not _is_past(hours.window, view)
    )


def _hours_line(hours: Hours, view: Viewpoint) -> HoursLine:
    window = hours.window
    is_always = window.is_round_the_clock and window.weekdays == EVERY_DAY
    return HoursLine(
        format_weekdays(window.weekdays, view.language),
        _hours_words(window, view.language),
        "" if is_always else zone_name(window.zone, view.language),
        wording(hours.label, view),
        _validity_words(window, view),
    )


def _hours_words(window: Window, language: str) -> str:
    if window.is_round_the_clock:
        return _("round the clock")
    text = format_hours(time_of(window.opens), time_of(window.closes), language)
    if window.ends_next_day:
        return _("%(hours)s (the next day)") % {"hours": text}
    return text


def _validity_words(window: Window, view: Viewpoint) -> str:
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


def _today(window: Window, view: Viewpoint) -> date:
    return view.at.astimezone(ZoneInfo(window.zone)).date()
