"""What is different from the weekly hours in the days that the page looks ahead."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from support.contact_page.lines.exception_words import is_of_another_year, own_words
from support.contact_page.lines.exceptional import (
    Exceptional,
    HolidayHours,
    SpecialDays,
    begins,
    exceptionals,
    window_zones,
)
from support.contact_page.lines.exceptional_spans import (
    form_of,
    is_shifted,
    is_too_long,
    spans_of,
    zones_of,
)
from support.contact_page.lines.midnight import midnight
from support.contact_page.lines.minutes import in_minutes
from support.contact_page.lines.reason_line import ReasonLine, holiday_reason, named_reason
from support.contact_page.lines.told_time import (
    Concerned,
    Span,
    Telling,
    ToldTime,
    telling,
)
from support.contact_page.lines.valid_until import day_period
from support.contact_page.lines.viewpoint import Viewpoint
from support.directory import ClosureEntry, DepartmentEntry, ServedLanguage
from support.locales.formatting import (
    join,
)
from support.locales.languages import language_name
from support.parts import END_OF_TIME, Period, parts
from support.schedule import (
    Effect,
    Unscheduled,
)

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class ExceptionLine:
    """An exception, told once. It is over at `until_minute`, in minutes since 1970.

    `is_of_days` is true of whole days, which are told the same on every clock.
    """

    telling: Telling
    reason: ReasonLine
    until_minute: int
    is_of_days: bool


def exception_lines(entry: DepartmentEntry, view: Viewpoint) -> tuple[ExceptionLine, ...]:
    """Return each exception once, with the languages that it concerns, in the order in which
    they begin. One that changes nothing for a language does not concern it."""
    if not any(served.depends_on_dates for served in entry.languages):
        return ()
    return parts.get(
        "exception lines",
        (entry,),
        (view.language, view.zone),
        _period(entry, view.at),
        lambda: _lines(entry, view),
    )


def _period(entry: DepartmentEntry, at: datetime) -> Period:
    """Return the period in which the same exceptions lie ahead: until a day begins on one of the
    clocks of the windows, or a closure is over."""
    return parts.period("exceptions", (entry,), (), at, lambda: _ends(entry, at))


def _ends(entry: DepartmentEntry, at: datetime) -> datetime:
    zones = {zone for served in entry.languages for zone in window_zones(served)}
    midnights = [day_period(zone, at).until for zone in zones]
    closures = (each for served in entry.languages for each in served.exceptions.closures)
    ends = (each.closure.interval.end for each in closures)
    return min([*midnights, *(end for end in ends if end > at)], default=END_OF_TIME)


def _lines(entry: DepartmentEntry, view: Viewpoint) -> tuple[ExceptionLine, ...]:
    concerned: dict[Exceptional, list[tuple[ServedLanguage, tuple[Span, ...]]]] = {}
    for served in entry.languages:
        for each in exceptionals(served, view):
            spans = spans_of(each, served)
            if spans or not _has_no_effect(each, served):
                concerned.setdefault(each, []).append((served, spans))
    return tuple(
        _line(each, those, len(those) == len(entry.languages), view)
        for each, those in sorted(concerned.items(), key=lambda item: begins(item[0]))
    )


def exception_telling(
    exceptional: Exceptional, served: ServedLanguage, near: tuple[int, int], view: Viewpoint
) -> Telling:
    """Tell an exception of one language; of its times, those from one minute to another count."""
    start, end = near
    spans = [s for s in spans_of(exceptional, served) if s.start < end and start < s.end]
    time = ToldTime(
        form_of(exceptional),
        zones_of(exceptional, served),
        (Concerned("", tuple(spans)),),
        is_shifted(exceptional, served),
        is_of_another_year(exceptional, view),
    )
    return telling(time, own_words(exceptional, "", view, in_full=True), view.zone, view.language)


def _has_no_effect(exceptional: Exceptional, served: ServedLanguage) -> bool:
    """Return whether days that are closed have nothing to close."""
    return (
        isinstance(exceptional, SpecialDays)
        and exceptional.entry.special.effect is Effect.CLOSED
        and not isinstance(served.timetable, Unscheduled)
        and not is_too_long(exceptional)
    )


def _line(
    exceptional: Exceptional,
    those: Sequence[tuple[ServedLanguage, tuple[Span, ...]]],
    concerns_all: bool,
    view: Viewpoint,
) -> ExceptionLine:
    by_spans: dict[tuple[Span, ...], list[ServedLanguage]] = {}
    for served, spans in those:
        if spans:
            by_spans.setdefault(spans, []).append(served)
    names = "" if concerns_all else _names((served for served, _spans in those), view)
    time = ToldTime(
        form_of(exceptional),
        tuple(dict.fromkeys(z for served, _spans in those for z in zones_of(exceptional, served))),
        tuple(
            Concerned(names if len(by_spans) == 1 else _names(some, view), spans)
            for spans, some in by_spans.items()
        ),
        any(is_shifted(exceptional, served) for served, _spans in those),
        is_of_another_year(exceptional, view),
    )
    return ExceptionLine(
        telling(time, own_words(exceptional, names, view), view.zone, view.language),
        _reason(exceptional, view),
        in_minutes(_until(exceptional, [served for served, _spans in those])),
        _is_of_days(exceptional),
    )


def _is_of_days(exceptional: Exceptional) -> bool:
    """Return whether its own words name no time of day."""
    if isinstance(exceptional, HolidayHours):
        return not exceptional.hours
    return isinstance(exceptional, SpecialDays) and not exceptional.entry.special.has_hours


def _until(exceptional: Exceptional, those: Iterable[ServedLanguage]) -> datetime:
    """Return when its last day ends on the last of the clocks."""
    if isinstance(exceptional, ClosureEntry):
        return exceptional.closure.interval.end
    last = exceptional.day if isinstance(exceptional, HolidayHours) else exceptional.last
    return max(midnight(last + _DAY, zone) for served in those for zone in window_zones(served))


def _reason(exceptional: Exceptional, view: Viewpoint) -> ReasonLine:
    if isinstance(exceptional, HolidayHours):
        return holiday_reason(exceptional.holiday, view, exceptional.rule)
    if isinstance(exceptional, SpecialDays):
        return named_reason([exceptional.entry.reason], "", view)
    return named_reason([exceptional.reason], "", view)


def _names(those: Iterable[ServedLanguage], view: Viewpoint) -> str:
    return join([language_name(served.tag, view.language) for served in those], view.language)
