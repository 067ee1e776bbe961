from __future__ import annotations

from dataclasses import dataclass

from support.contact_page.cards.channel_card import ChannelCard, channel_card
from support.contact_page.cards.service import LanguageRow, Service, service
from support.contact_page.cards.week_picture import WeekPicture, week_picture
from support.contact_page.lines.department_clock import department_clock
from support.contact_page.lines.exception_line import ExceptionLine, exception_lines
from support.contact_page.lines.valid_until import department_spell
from support.contact_page.lines.viewpoint import Viewpoint, Wording, wording
from support.directory import DepartmentEntry


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class DepartmentCard:
    slug: str
    name: Wording
    summary: Wording
    note: Wording
    languages: tuple[LanguageRow, ...]
    exceptions: tuple[ExceptionLine, ...]
    channels: tuple[ChannelCard, ...]
    week: WeekPicture | None


@dataclass(frozen=True, slots=True)
class Department:
    """Its card, and the services that it tells of, in the order staff gave them."""

    services: tuple[Service, ...]
    card: DepartmentCard


def department(entry: DepartmentEntry, view: Viewpoint) -> Department:
    """The same object for as long as it reads the same."""
    return department_spell(entry, view.at).seen_from(view, lambda: _department(entry, view))


def _department(entry: DepartmentEntry, view: Viewpoint) -> Department:
    services = tuple(service(entry, served, view) for served in entry.languages)
    return Department(services, _card(entry, services, view))


def _card(entry: DepartmentEntry, services: tuple[Service, ...], view: Viewpoint) -> DepartmentCard:
    """The page's own language first."""
    languages = sorted(services, key=lambda service: service.tag != view.language)
    return DepartmentCard(
        entry.slug,
        wording(entry.name, view),
        wording(entry.summary, view),
        wording(entry.note, view),
        tuple(service.row for service in languages),
        exception_lines(entry, view),
        tuple(channel_card(channel, view) for channel in entry.channels_in(view.language)),
        week_picture(services, view.zone or department_clock(entry), view, entry.slug),
    )
