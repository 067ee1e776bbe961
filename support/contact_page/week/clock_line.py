"""The coming hours of a language on the clock that a visitor has chosen, as a person would write
them: beside the hours as staff state them on a clock of theirs."""

from __future__ import annotations

from dataclasses import dataclass

from support.contact_page.lines.viewpoint import Viewpoint
from support.contact_page.week.carried_hours import CarriedHours
from support.contact_page.week.hours_in_words import hours_begun
from support.contact_page.week.seven_days import seven_days
from support.locales.formatting import format_weekdays, join
from support.schedule import Weekday


@dataclass(frozen=True, slots=True)
class ClockLine:
    """Days of the coming seven that have the same hours."""

    weekdays: str
    hours: str


def clock_lines(carried: CarriedHours | None, view: Viewpoint) -> tuple[ClockLine, ...]:
    """Return the lines; none where no clock is chosen, or the hours are stated on that very
    clock."""
    if not carried or not view.zone or set(carried.zones) <= {view.zone}:
        return ()
    days = seven_days(view.zone, view.at)
    opens = days.of(carried.opens)
    weekdays: dict[tuple[str, ...], list[Weekday]] = {}
    for number, day in enumerate(days.dates):
        hours = hours_begun(days, number, opens, view.language)
        if hours:
            weekdays.setdefault(hours, []).append(Weekday(day.weekday()))
    return tuple(
        ClockLine(format_weekdays(those, view.language), join(hours, view.language))
        for hours, those in weekdays.items()
    )
