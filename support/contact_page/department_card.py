from __future__ import annotations

from dataclasses import dataclass

from support.contact_page.channel_card import ChannelCard, channel_card
from support.contact_page.hours_line import HoursLine, hours_lines
from support.contact_page.state_line import StateLine, state_line
from support.contact_page.viewpoint import Viewpoint, Wording, wording
from support.directory import DepartmentEntry, ServedLanguage
from support.languages import language_name


@dataclass(frozen=True, slots=True)
class LanguageRow:
    tag: str
    name: str
    state: StateLine
    hours: tuple[HoursLine, ...]


@dataclass(frozen=True, slots=True)
class DepartmentCard:
    slug: str
    name: Wording
    summary: Wording
    note: Wording
    languages: tuple[LanguageRow, ...]
    channels: tuple[ChannelCard, ...]


def department_card(entry: DepartmentEntry, view: Viewpoint) -> DepartmentCard:
    """The page's own language first, the others in the order staff gave them."""
    languages = sorted(entry.languages, key=lambda served: served.tag != view.language)
    return DepartmentCard(
        entry.slug,
        wording(entry.name, view),
        wording(entry.summary, view),
        wording(entry.note, view),
        tuple(_language_row(served, view) for served in languages),
        tuple(channel_card(channel, view) for channel in entry.channels_in(view.language)),
    )


def _language_row(served: ServedLanguage, view: Viewpoint) -> LanguageRow:
    return LanguageRow(
        served.tag,
        language_name(served.tag, view.language),
        state_line(served, served.timetable.status(view.at), view),
        hours_lines(served, view),
    )
