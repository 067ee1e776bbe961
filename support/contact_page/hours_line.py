from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

from support.contact_page.viewpoint import Viewpoint, Wording, wording
from support.directory import Hours, ServedLanguage
from support.formatting import format_date, format_hours, format_weekdays
from support.schedule import EVERY_DAY
from support.zones import zone_name

_MIDNIGHT = time(0)


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
    return tuple(_hours_line(hours, view) for hours in served.hours if not _is_past(hours, view))


def _hours_line(hours: Hours, view: Viewpoint) -> HoursLine:
    return HoursLine(
        format_weekdays(hours.weekdays, view.language),
        _hours_words(hours, view.language),
        "" if _is_always(hours) else zone_name(hours.zone, view.language),
        wording(hours.label, view),
        _validity_words(hours, view),
    )


def _hours_words(hours: Hours, language: str) -> str:
    if hours.opens == hours.closes == _MIDNIGHT:
        return _("round the clock")
    text = format_hours(hours.opens, hours.closes, language)
    if hours.closes <= hours.opens and hours.closes != _MIDNIGHT:
        return _("%(hours)s (the next day)") % {"hours": text}
    return text


def _is_always(hours: Hours) -> bool:
    return hours.opens == hours.closes == _MIDNIGHT and hours.weekdays == EVERY_DAY


def _validity_words(hours: Hours, view: Viewpoint) -> str:
    first, last = hours.window.valid_from, hours.window.valid_through
    dates = {
        "first": format_date(first, view.language) if first else "",
        "last": format_date(last, view.language) if last else "",
    }
    is_ahead = first is not None and first > _today(hours, view)
    if is_ahead and last:
        return _("from %(first)s to %(last)s") % dates
    if is_ahead:
        return _("from %(first)s") % dates
    if last:
        return _("until %(last)s") % dates
    return ""


def _is_past(hours: Hours, view: Viewpoint) -> bool:
    through = hours.window.valid_through
    return through is not None and through < _today(hours, view)


def _today(hours: Hours, view: Viewpoint) -> date:
    return view.at.astimezone(ZoneInfo(hours.zone)).date()
