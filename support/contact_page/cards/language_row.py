from __future__ import annotations

from dataclasses import dataclass

from support.contact_page.cards.service import Service
from support.contact_page.lines.hours_line import HoursLine, hours_lines
from support.contact_page.lines.state_line import StateLine
from support.contact_page.lines.valid_until import language_period
from support.contact_page.lines.viewpoint import Viewpoint
from support.contact_page.lines.why import Why, why
from support.contact_page.week.carried_hours import carried_json
from support.contact_page.week.coming_days import ComingDays, coming_days
from support.parts import parts


@dataclass(frozen=True, slots=True)
class LanguageRow:
    """A language of a department, as its card shows it.

    `service` names both, `desk` is the service itself; `carried` is what JavaScript knows of the
    hours, empty where none are stated.
    """

    service: str
    desk: Service
    tag: str
    name: str
    state: StateLine
    hours: tuple[HoursLine, ...]
    coming: ComingDays
    carried: str
    why: Why


def language_row(service: Service, view: Viewpoint) -> LanguageRow:
    """Return the row; what it shows on every clock alike is worked out once."""
    served = service.served
    on_a_clock = parts.get(
        "row on a clock",
        (served,),
        (service.slug, view.language, view.zone),
        language_period(served, view.at, view.zone),
        lambda: _on_a_clock(service, view),
    )
    on_any_clock = parts.get(
        "row on any clock",
        (served,),
        (service.slug, view.language),
        language_period(served, view.at),
        lambda: _on_any_clock(service, view),
    )
    return parts.get(
        "row",
        (served,),
        (service.slug, view.language, view.zone),
        (service, on_a_clock, on_any_clock),
        lambda: _row(service, *on_a_clock, *on_any_clock),
    )


def _row(
    service: Service,
    coming: ComingDays,
    reasons: Why,
    hours: tuple[HoursLine, ...],
    carried: str,
) -> LanguageRow:
    return LanguageRow(
        f"{service.slug}/{service.tag}",
        service,
        service.tag,
        service.language,
        service.state,
        hours,
        coming,
        carried,
        reasons,
    )


def _on_a_clock(service: Service, view: Viewpoint) -> tuple[ComingDays, Why]:
    return (
        coming_days(service.carried, view),
        why(service.slug, service.served, service.status, view),
    )


def _on_any_clock(service: Service, view: Viewpoint) -> tuple[tuple[HoursLine, ...], str]:
    carried = service.carried
    return (
        hours_lines(service.served, service.status, view),
        carried_json(carried, service.cancelled, view) if carried else "",
    )
