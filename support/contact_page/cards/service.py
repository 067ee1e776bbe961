from __future__ import annotations

from dataclasses import dataclass

from support.contact_page.cards.channel_card import ChannelCard, channel_card
from support.contact_page.lines.hours_line import HoursLine, hours_lines
from support.contact_page.lines.state_line import StateLine, state_line
from support.contact_page.lines.valid_until import language_spell
from support.contact_page.lines.viewpoint import Viewpoint, Wording, wording
from support.contact_page.lines.week_line import WeekLine, week_lines
from support.contact_page.lines.why import Why, why
from support.contact_page.week.carried_hours import (
    CarriedHours,
    cancelled_in_words,
    carried_hours,
    carried_json,
)
from support.contact_page.week.clock_line import ClockLine, clock_lines
from support.contact_page.week.stretches import Stretch
from support.directory import DepartmentEntry, ServedLanguage
from support.locales.languages import language_name
from support.schedule import State, Status


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Reachable:
    """A department in one language, as the answer names it."""

    slug: str
    tag: str
    name: Wording
    state: StateLine
    channels: tuple[ChannelCard, ...]

    @property
    def is_open(self) -> bool:
        return self.state.state is State.OPEN


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class LanguageRow:
    """A language of a department, as its card tells of it.

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


@dataclass(frozen=True, slots=True)
class Service:
    """A department in one language at the instant of the page: asked once, shown in some places.

    `carried` is None where no hours are stated; `cancelled` is what exceptions take off them.
    """

    tag: str
    status: Status
    carried: CarriedHours | None
    cancelled: tuple[Stretch, ...]
    reachable: Reachable
    row: LanguageRow

    @property
    def is_open(self) -> bool:
        return self.status.state is State.OPEN


def service(entry: DepartmentEntry, served: ServedLanguage, view: Viewpoint) -> Service:
    """The same object for as long as it reads the same."""
    spell = language_spell(served, view.at)
    status = spell.once("status", lambda: served.timetable.status(view.at))
    carried = carried_hours(served, view.at)
    return spell.seen_from(view, lambda: _service(entry, served, status, carried, view))


def _service(
    entry: DepartmentEntry,
    served: ServedLanguage,
    status: Status,
    carried: CarriedHours | None,
    view: Viewpoint,
) -> Service:
    state = state_line(served, status, view)
    channels = tuple(channel_card(channel, view) for channel in entry.channels_in(served.tag))
    cancelled = cancelled_in_words(carried, served, view) if carried else ()
    return Service(
        served.tag,
        status,
        carried,
        cancelled,
        Reachable(entry.slug, served.tag, wording(entry.name, view), state, channels),
        LanguageRow(
            f"{entry.slug}/{served.tag}",
            served.tag,
            language_name(served.tag, view.language),
            state,
            hours_lines(served, status, view),
            clock_lines(carried, view),
            week_lines(served, view),
            carried_json(carried, cancelled, view) if carried else "",
            why(entry.slug, served, status, view),
        ),
    )
