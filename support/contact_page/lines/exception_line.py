"""What is different from the weekly hours in the days that the page looks ahead."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

from support.contact_page.lines.hours_line import hours_words
from support.contact_page.lines.midnight import midnight
from support.contact_page.lines.minutes import in_minutes
from support.contact_page.lines.reason_line import ReasonLine, holiday_reason, named_reason
from support.contact_page.lines.viewpoint import LOOK_AHEAD, Viewpoint
from support.directory import ClosureEntry, DepartmentEntry, ServedLanguage, SpecialHoursEntry
from support.locales.formatting import format_days, format_wall_range, format_weekdays, join
from support.locales.languages import language_name
from support.locales.zones import UTC, zone_name
from support.schedule import EVERY_DAY, Effect, Holiday, Window

Exceptional = SpecialHoursEntry | ClosureEntry | Holiday

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class ExceptionLine:
    """`languages` is empty where all languages of the department are meant.

    It is over at `until_minute`, in minutes since 1970.
    """

    when: str
    what: str
    languages: str
    reason: ReasonLine
    until_minute: int


def exception_lines(entry: DepartmentEntry, view: Viewpoint) -> tuple[ExceptionLine, ...]:
    """Return each exception once, with the languages that it concerns, in the order in which
    they begin."""
    concerned: dict[Exceptional, list[ServedLanguage]] = {}
    for served in entry.languages:
        for each in _exceptions(served, view):
            concerned.setdefault(each, []).append(served)
    return tuple(
        _line(each, "" if those == list(entry.languages) else _names(those, view), those, view)
        for each, those in sorted(concerned.items(), key=lambda item: _begins(item[0]))
    )


def _exceptions(served: ServedLanguage, view: Viewpoint) -> Iterator[Exceptional]:
    first, last = _today(served, view), _today(served, view) + LOOK_AHEAD
    for closure in served.exceptions.closures:
        if closure.closure.interval.end > view.at and _begins(closure) <= last:
            yield closure
    for special in served.exceptions.special_hours:
        if served.timetable.decides(special.special, first, last):
            yield special
    yield from served.timetable.holidays(first, last)


def _today(served: ServedLanguage, view: Viewpoint) -> date:
    """Return the earliest of the dates that it is on the clocks of the language's windows."""
    return min(view.at.astimezone(ZoneInfo(zone)).date() for zone in _zones(served))


def _zones(served: ServedLanguage) -> set[str]:
    return {hours.window.zone for hours in served.hours} or {UTC}


def _begins(exceptional: Exceptional) -> date:
    if isinstance(exceptional, Holiday):
        return exceptional.day
    if isinstance(exceptional, ClosureEntry):
        start = exceptional.closure.interval.start
        return start.astimezone(ZoneInfo(exceptional.zone)).date()
    return exceptional.special.first


def _until(exceptional: Exceptional, those: Iterable[ServedLanguage]) -> datetime:
    """Return when its last day ends on the last of the clocks."""
    if isinstance(exceptional, ClosureEntry):
        return exceptional.closure.interval.end
    last = exceptional.day if isinstance(exceptional, Holiday) else exceptional.special.last
    return max(midnight(last + _DAY, zone) for served in those for zone in _zones(served))


def _line(
    exceptional: Exceptional, languages: str, those: Iterable[ServedLanguage], view: Viewpoint
) -> ExceptionLine:
    until_minute = in_minutes(_until(exceptional, those))
    if isinstance(exceptional, Holiday):
        when = format_days(exceptional.day, exceptional.day, view.language)
        what, reason = _("closed"), holiday_reason(exceptional, view)
    else:
        reason = named_reason([exceptional.reason], "", view)
        if isinstance(exceptional, ClosureEntry):
            when, what = _closure_words(exceptional, view), _("closed")
        else:
            when, what = special_days(exceptional, view), special_words(exceptional, view)
    return ExceptionLine(when, what, languages, reason, until_minute)


def _closure_words(entry: ClosureEntry, view: Viewpoint) -> str:
    start, end = (at.astimezone(ZoneInfo(entry.zone)) for at in entry.closure.interval)
    moments = format_wall_range(start, end, view.language)
    return f"{moments} ({zone_name(entry.zone, view.language)})"


def special_days(entry: SpecialHoursEntry, view: Viewpoint) -> str:
    special = entry.special
    days = format_days(special.first, special.last, view.language)
    if special.window.weekdays == EVERY_DAY:
        return days
    return f"{days} ({format_weekdays(special.window.weekdays, view.language)})"


def special_words(entry: SpecialHoursEntry, view: Viewpoint) -> str:
    match entry.special.effect:
        case Effect.CLOSED:
            return _("closed")
        case Effect.AS_USUAL:
            return _("as usual")
        case Effect.AS_WEEKDAY:
            weekdays = [like] if (like := entry.special.like) is not None else []
            return _("as on {weekday}").format(weekday=format_weekdays(weekdays, view.language))
        case Effect.HOURS:
            return _hours_and_zone(entry.special.window, view)
        case Effect.ALSO:
            hours = _hours_and_zone(entry.special.window, view)
            return _("also {hours}").format(hours=hours)


def _hours_and_zone(window: Window, view: Viewpoint) -> str:
    hours = hours_words(window, view.language)
    return f"{hours} ({zone_name(window.zone, view.language)})"


def _names(those: Iterable[ServedLanguage], view: Viewpoint) -> str:
    return join([language_name(served.tag, view.language) for served in those], view.language)
