from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from support.contact_page.cards.service import Service
from support.contact_page.lines.hours_line import HoursLine, hours_lines
from support.contact_page.lines.state_line import StateLine
from support.contact_page.lines.valid_until import language_period
from support.contact_page.lines.viewpoint import Viewpoint
from support.contact_page.lines.week_line import WeekLine, week_lines
from support.contact_page.lines.why import Why, why
from support.contact_page.week.carried_hours import carried_json
from support.contact_page.week.clock_line import ClockLine, clock_lines
from support.locales.languages import language_name
from support.parts import parts


@dataclass(frozen=True, slots=True)
class LanguageRow:
    """A language of a department, as its card shows it.

    `service` names both; `carried` is what JavaScript knows of the hours, empty where none are
    stated.
    """

    service: str
    tag: str
    name: str
    state: StateLine
    hours: tuple[HoursLine, ...]
    clock: tuple[ClockLine, ...]
    week: tuple[WeekLine, ...]
    carried: str
    why: Why


class _OnAnyClock(NamedTuple):
    """What a row shows alike on every clock."""

    hours: tuple[HoursLine, ...]
    week: tuple[WeekLine, ...]
    carried: str
    why: Why


def language_row(service: Service, view: Viewpoint) -> LanguageRow:
    """Return the row; what it shows on every clock alike is worked out once."""
    served = service.served
    on_any_clock = parts.get(
        "row on any clock",
        (served,),
        (service.slug, view.language),
        language_period(served, view.at),
        lambda: _on_any_clock(service, view),
    )
    return LanguageRow(
        f"{service.slug}/{service.tag}",
        service.tag,
        language_name(service.tag, view.language),
        service.state,
        on_any_clock.hours,
        clock_lines(service.carried, view),
        on_any_clock.week,
        on_any_clock.carried,
        on_any_clock.why,
    )


def _on_any_clock(service: Service, view: Viewpoint) -> _OnAnyClock:
    served, carried = service.served, service.carried
    return _OnAnyClock(
        hours_lines(served, service.status, view),
        week_lines(served, view),
        carried_json(carried, service.cancelled, view) if carried else "",
        why(service.slug, served, service.status, view),
    )
