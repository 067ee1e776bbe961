from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from support.contact_page.cards.channel_card import ChannelCard, channel_cards
from support.contact_page.cards.language_row import LanguageRow, language_row
from support.contact_page.cards.service import Service, service
from support.contact_page.cards.week_picture import WeekPicture, week_picture
from support.contact_page.lines.department_clock import department_clock
from support.contact_page.lines.exception_line import ExceptionLine, exception_lines
from support.contact_page.lines.valid_until import department_period
from support.contact_page.lines.viewpoint import Viewpoint, Wording, wordings
from support.directory import DepartmentEntry
from support.parts import parts


@dataclass(frozen=True, slots=True)
class DepartmentRow:
    """A department in the list of the contact page; the rest is on its own page."""

    slug: str
    texts: Mapping[str, Wording]
    languages: tuple[LanguageRow, ...]


@dataclass(frozen=True, slots=True)
class DepartmentCard(DepartmentRow):
    """A department as its own page shows it."""

    exceptions: tuple[ExceptionLine, ...]
    channels: tuple[ChannelCard, ...]
    week: WeekPicture | None


def department_services(entry: DepartmentEntry, view: Viewpoint) -> tuple[Service, ...]:
    """Return the services of a department, in the order staff gave its languages."""
    period = department_period(entry, view.at, view.zone)
    variant = view.language, view.zone
    return parts.get(
        "services",
        (entry,),
        variant,
        period,
        lambda: tuple(service(entry, served, view) for served in entry.languages),
    )


def department_row(entry: DepartmentEntry, view: Viewpoint) -> DepartmentRow:
    """Return the row, the same object for as long as it reads the same."""
    period = department_period(entry, view.at, view.zone)
    variant = view.language, view.zone
    return parts.get("department row", (entry,), variant, period, lambda: _row(entry, view))


def department_card(entry: DepartmentEntry, view: Viewpoint) -> DepartmentCard:
    """Return the card, the same object for as long as it reads the same."""
    period = department_period(entry, view.at, view.zone)
    variant = view.language, view.zone
    return parts.get("department card", (entry,), variant, period, lambda: _card(entry, view))


def _row(entry: DepartmentEntry, view: Viewpoint) -> DepartmentRow:
    services = _own_language_first(department_services(entry, view), view.language)
    return DepartmentRow(
        entry.slug,
        wordings(entry, view),
        tuple(language_row(service, view) for service in services),
    )


def _card(entry: DepartmentEntry, view: Viewpoint) -> DepartmentCard:
    row = department_row(entry, view)
    services = department_services(entry, view)
    return DepartmentCard(
        row.slug,
        row.texts,
        row.languages,
        exception_lines(entry, view),
        channel_cards(entry.channels_in(view.language), view, entry.slug),
        week_picture(services, view.zone or department_clock(entry), view, entry.slug),
    )


def _own_language_first(services: Sequence[Service], language: str) -> list[Service]:
    return sorted(services, key=lambda service: service.tag != language)
