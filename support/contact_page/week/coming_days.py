"""The hours of the coming seven days as they really are, where the stated ones do not tell them.

Weekly hours stand on the page as staff state them. On a clock that a visitor has chosen they are
told again on that clock, as weekly hours where every week is the same. Where an exception or a
change of the clock makes a difference, what is told are the coming seven days. The same rule is in
`coming_days.js`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from django.utils.translation import gettext as _

from support.contact_page.lines.viewpoint import Viewpoint
from support.contact_page.week.carried_hours import CarriedHours
from support.contact_page.week.hours_in_words import hours_begun
from support.contact_page.week.minute_spans import MinuteSpan, without_spans
from support.contact_page.week.seven_days import SevenDays, seven_days
from support.locales.formatting import format_weekdays, join
from support.locales.zones import zone_name
from support.schedule import Weekday
from support.schedule.zone import zone as clock_of

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class DaysLine:
    """Days that have the same hours."""

    weekdays: str
    hours: str


@dataclass(frozen=True, slots=True)
class ComingDays:
    """`weekly` are the hours of every week on the chosen clock, `days` those of the coming seven
    days; each may be empty. `zone` names the clock where none is chosen."""

    weekly: tuple[DaysLine, ...] = ()
    days: tuple[DaysLine, ...] = ()
    zone: str = ""


def coming_days(carried: CarriedHours | None, view: Viewpoint) -> ComingDays:
    if carried is None:
        return ComingDays()
    days = seven_days(view.zone or carried.clock, view.at)
    is_unlike = bool(days.of(carried.unusual))
    if view.zone is None:
        zone = zone_name(carried.clock, view.language)
        return ComingDays((), _lines(days, carried, view), zone) if is_unlike else ComingDays()
    next_week = seven_days(days.zone, _EPOCH + timedelta(minutes=days.starts[-1]))
    lines = _lines(days, carried, view)
    is_every_week = not is_unlike and not next_week.of(carried.unusual)
    if is_every_week and lines == _lines(next_week, carried, view):
        is_plain = carried.is_round_the_clock or _reads_alike(carried, view.zone)
        return ComingDays(() if is_plain else lines)
    if not is_unlike and _reads_alike(carried, view.zone):
        return ComingDays()
    return ComingDays((), lines)


def _reads_alike(carried: CarriedHours, zone: str) -> bool:
    """Return whether a clock shows the same as those of the hours, whenever they change."""
    clock = clock_of(zone)
    return all(
        clock_of(other).offset_at(edge * 60) == clock.offset_at(edge * 60)
        for edge, other in zip(carried.edges, carried.zones, strict=True)
    )


def _lines(days: SevenDays, carried: CarriedHours, view: Viewpoint) -> tuple[DaysLine, ...]:
    """Return the days by their hours; closed are those on which hours of every week are missing."""
    opens = days.of(carried.opens)
    missing = without_spans(days.of(carried.unusual), opens)
    weekdays: dict[tuple[str, ...], list[Weekday]] = {}
    for number, day in enumerate(days.dates):
        hours = hours_begun(days, number, opens, view.language)
        if hours or _begins(days, number, missing):
            weekdays.setdefault(hours or (_("closed"),), []).append(Weekday(day.weekday()))
    return tuple(
        DaysLine(format_weekdays(those, view.language), join(hours, view.language))
        for hours, those in _in_order(weekdays)
    )


def _in_order(
    weekdays: dict[tuple[str, ...], list[Weekday]],
) -> Iterable[tuple[tuple[str, ...], Sequence[Weekday]]]:
    """Put the line with the first weekday first, so that a week reads the same on each of its
    days."""
    return sorted(weekdays.items(), key=lambda item: min(item[1]))


def _begins(days: SevenDays, number: int, spans: Iterable[MinuteSpan]) -> bool:
    return any(days.starts[number] <= span.start < days.starts[number + 1] for span in spans)
