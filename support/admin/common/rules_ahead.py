"""When the rarer rules of hours take effect next, told to whoever states them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from support.locales.calendar_names import calendar_name
from support.locales.formatting import format_day, format_hours
from support.locales.holiday_names import holiday_name, own_name
from support.locales.zones import zone_name_with_place
from support.models import LanguageWindow, SpecialHours
from support.planning.next_dates import next_dates, next_holiday_changes
from support.schedule import DayHours, HolidayChange, Rule, ScheduleError, time_of

RuleRow = LanguageWindow | SpecialHours


@dataclass(frozen=True, slots=True)
class RulesAhead:
    """A row by its words, and what its rules do next, a line each."""

    title: str
    lines: tuple[str, ...]

    @property
    def html(self) -> SafeString:
        return format_html("<strong>{}</strong>{}", self.title, _list(self.lines))


def rules_ahead(rows: Iterable[RuleRow], at: datetime) -> list[RulesAhead]:
    """Return those of the rows that have rules which not every week shows."""
    found = ((row, tuple(_lines(row, at))) for row in rows)
    return [RulesAhead(str(row), lines) for row, lines in found if lines]


def rules_list(row: RuleRow, at: datetime) -> str:
    """List what the rules of a row do next; empty where it has none, or is not saved or valid."""
    lines = tuple(_lines(row, at)) if row.pk else ()
    return _list(lines) if lines else ""


def _list(lines: Iterable[str]) -> SafeString:
    items = format_html_join("", "<li>{}</li>", ((line,) for line in lines))
    return format_html('<ul class="rules-ahead">{}</ul>', items)


def _lines(row: RuleRow, at: datetime) -> Iterator[str]:
    try:
        yield from _of_window(row, at) if isinstance(row, LanguageWindow) else _of_special(row, at)
    except (ScheduleError, ValueError):
        return


def _of_special(row: SpecialHours, at: datetime) -> Iterator[str]:
    if row.repeats:
        yield _dates(next_dates(row.special, at.date()))


def _of_window(row: LanguageWindow, at: datetime) -> Iterator[str]:
    window, language = row.window, get_language() or "en"
    today = at.astimezone(ZoneInfo(window.zone)).date()
    if not window.is_every_week:
        yield _dates(next_dates(window, today))
    if row.holidays_zone:
        values = {
            "calendar": calendar_name(row.holidays, language),
            "zone": zone_name_with_place(row.holidays_zone, language),
        }
        yield _("Public holidays (%(calendar)s) follow the time zone %(zone)s.") % values
    if row.on_holidays or row.before_holidays or row.holidays_except:
        for change in next_holiday_changes(window, today):
            yield _holiday(change, language)


def _dates(days: list[date]) -> str:
    if not days:
        return _("This doesn’t apply on any future date.")
    language = get_language() or "en"
    dates = " · ".join(format_day(day, language) for day in days)
    return _("Next: %(dates)s") % {"dates": dates}


def _holiday(change: HolidayChange, language: str) -> str:
    holiday = change.holiday
    name = holiday_name(holiday.calendar, holiday.day, language)
    values = {
        "date": format_day(change.day, language),
        "holiday": (name or own_name(holiday.calendar, holiday.name)).text,
        "hours": _hours(change.hours, language) if change.hours else "",
    }
    if change.rule is Rule.BEFORE_HOLIDAY:
        return _("%(date)s, the day before a public holiday (%(holiday)s): %(hours)s") % values
    if change.hours is None:
        return _("%(date)s, %(holiday)s: closed") % values
    return _("%(date)s, %(holiday)s: %(hours)s") % values


def _hours(hours: DayHours, language: str) -> str:
    return format_hours(time_of(hours.opens), time_of(hours.closes), language)
