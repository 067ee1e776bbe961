"""The first thing on the page: who can be reached now, and if nobody, who is next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from support.contact_page.channel_card import ChannelCard, channel_card
from support.contact_page.state_line import StateLine, state_line
from support.contact_page.viewpoint import Viewpoint, Wording, wording
from support.directory import DepartmentEntry, Directory, ServedLanguage
from support.languages import direction, endonym, language_name
from support.schedule import State, Status


@dataclass(frozen=True, slots=True)
class Reachable:
    """A department in one language."""

    slug: str
    name: Wording
    state: StateLine
    channels: tuple[ChannelCard, ...]


@dataclass(frozen=True, slots=True)
class LanguageAnswer:
    """Who can be reached in one language now."""

    tag: str
    name: str
    endonym: str
    dir: str
    departments: tuple[Reachable, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """`now` are those who answer in the page's language; where nobody does, `next` are those who
    do so first. `elsewhere` are the other languages that somebody answers in now."""

    language: str
    is_served: bool
    now: tuple[Reachable, ...]
    next: tuple[Reachable, ...]
    elsewhere: tuple[LanguageAnswer, ...]


class _Service(NamedTuple):
    """A department in one language at the instant of the page."""

    entry: DepartmentEntry
    served: ServedLanguage
    status: Status

    @property
    def is_open(self) -> bool:
        return self.status.state is State.OPEN


def answer(directory: Directory, view: Viewpoint) -> Answer:
    services = [
        _Service(entry, served, served.timetable.status(view.at))
        for entry in directory.departments
        for served in entry.languages
    ]
    here = [service for service in services if service.served.tag == view.language]
    now = [service for service in here if service.is_open]
    return Answer(
        language_name(view.language, view.language),
        bool(here),
        tuple(_reachable(service, view) for service in now),
        () if now else tuple(_reachable(service, view) for service in _first_to_open(here)),
        tuple(_elsewhere(services, view)),
    )


def _first_to_open(services: Sequence[_Service]) -> list[_Service]:
    """Those that open at the earliest of all coming openings; none if none ever opens."""
    openings = [s.status.changes_at for s in services if s.status.changes_at]
    return [s for s in services if openings and s.status.changes_at == min(openings)]


def _elsewhere(services: Sequence[_Service], view: Viewpoint) -> Iterator[LanguageAnswer]:
    """The language with most departments first."""
    by_language: dict[str, list[_Service]] = {}
    for service in services:
        if service.is_open and service.served.tag != view.language:
            by_language.setdefault(service.served.tag, []).append(service)
    for tag, open_services in sorted(by_language.items(), key=lambda item: -len(item[1])):
        yield LanguageAnswer(
            tag,
            language_name(tag, view.language),
            endonym(tag),
            direction(tag),
            tuple(_reachable(service, view) for service in open_services),
        )


def _reachable(service: _Service, view: Viewpoint) -> Reachable:
    entry, served, status = service
    return Reachable(
        entry.slug,
        wording(entry.name, view),
        state_line(served, status, view),
        tuple(channel_card(channel, view) for channel in entry.channels_in(served.tag)),
    )
