from __future__ import annotations

from dataclasses import dataclass, field

from support.contact_page.cards.channel_card import ChannelCard, channel_cards
from support.contact_page.lines.state_line import StateLine, state_line
from support.contact_page.lines.valid_until import language_period
from support.contact_page.lines.viewpoint import Viewpoint, Wording, wording
from support.contact_page.week.carried_hours import (
    CarriedHours,
    cancelled_in_words,
    carried_hours,
)
from support.contact_page.week.minute_spans import MinuteSpan
from support.directory import DepartmentEntry, ServedLanguage
from support.locales.languages import language_name
from support.parts import parts
from support.schedule import State, Status


@dataclass(frozen=True, slots=True)
class Service:
    """A department in one language at the instant of the page: asked once, shown in some places.

    `slug` and `name` are the department's, `language` is the language's name. `carried` is None
    where no hours are stated; `cancelled` is what exceptions take off them.
    """

    slug: str
    name: Wording
    tag: str
    language: str
    status: Status
    state: StateLine
    channels: tuple[ChannelCard, ...]
    carried: CarriedHours | None
    cancelled: tuple[MinuteSpan, ...]
    served: ServedLanguage = field(compare=False)

    @property
    def is_open(self) -> bool:
        return self.status.state is State.OPEN


def service(entry: DepartmentEntry, served: ServedLanguage, view: Viewpoint) -> Service:
    """Return the service, the same object for as long as it reads the same."""
    period = language_period(served, view.at, view.zone)
    variant = view.language, view.zone
    return parts.get(
        "service", (entry, served), variant, period, lambda: _service(entry, served, view)
    )


def _service(entry: DepartmentEntry, served: ServedLanguage, view: Viewpoint) -> Service:
    period = language_period(served, view.at)
    status = parts.get("status", (served,), (), period, lambda: served.timetable.status(view.at))
    carried = carried_hours(served, view.at)
    return Service(
        entry.slug,
        wording(entry.name, view),
        served.tag,
        language_name(served.tag, view.language),
        status,
        state_line(served, status, view),
        channel_cards(entry.channels_in(served.tag), view, entry.slug, served.tag),
        carried,
        cancelled_in_words(carried, served, view) if carried else (),
        served,
    )
