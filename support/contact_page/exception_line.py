"""What is different from the weekly hours in the days that the page looks ahead."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

from support.contact_page.hours_line import hours_words
from support.contact_page.reason_line import ReasonLine, holiday_reason, named_reason
from support.contact_page.viewpoint import LOOK_AHEAD, Viewpoint
from support.directory import ClosureEntry, DepartmentEntry, ServedLanguage, SpecialHoursEntry
from support.formatting import format_days, format_wall_range, format_weekdays, join
from support.languages import language_name
from support.schedule import EVERY_DAY, Effect, Holiday
from support.zones import UTC, zone_name

Exceptional = SpecialHoursEntry | ClosureEntry | Holiday


@dataclass(frozen=True, slots=True)
class ExceptionLine:
    """`languages` is empty where all languages of the department are meant."""

    when: str
    what: str
    languages: str
    reason: ReasonLine


def exception_lines(entry: DepartmentEntry, view: Viewpoint) -> tuple[ExceptionLine, ...]:
    """In the order in which they begin; each once, with the languages that it concerns."""
    concerned: dict[Exceptional, list[str]] = {}
    for served in entry.languages:
        for each in _exceptions(served, view):
            concerned.setdefault(each, []).append(served.tag)
    everybody = [served.tag for served in entry.languages]
    return tuple(
        _line(each, "" if tags == everybody else _names(tags, view), view)
        for each, tags in sorted(concerned.items(), key=lambda item: _begins(item[0]))
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
    """The earliest of the dates that it is on the clocks of the language's windows."""
    zones = {hours.window.zone for hours in served.hours} or {UTC}
    return min(view.at.astimezone(ZoneInfo(zone)).date() for zone in zones)


def _begins(exceptional: Exceptional) -> date:
    if isinstance(exceptional, Holiday):
        return exceptional.day
    if isinstance(exceptional, ClosureEntry):
        start = exceptional.closure.interval.start
        return start.astimezone(ZoneInfo(exceptional.zone)).date()
    return exceptional.special.first


def _line(exceptional: Exceptional, languages: str, view: Viewpoint) -> ExceptionLine:
    if isinstance(exceptional, Holiday):
        day = format_days(exceptional.day, exceptional.day, view.language)
        return ExceptionLine(day, _("closed"), languages, holiday_reason(exceptional, view))
    reason = named_reason([exceptional.reason], "", view)
    if isinstance(exceptional, ClosureEntry):
        return ExceptionLine(_closure_words(exceptional, view), _("closed"), languages, reason)
    return ExceptionLine(
        special_days(exceptional, view), special_words(exceptional, view), languages, reason
    )


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
        case Effect.HOURS:
            window = entry.special.window
            hours = hours_words(window, view.language)
            return f"{hours} ({zone_name(window.zone, view.language)})"


def _names(tags: list[str], view: Viewpoint) -> str:
    return join([language_name(tag, view.language) for tag in tags], view.language)
