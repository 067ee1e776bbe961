from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta

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

# How far calendars and reminders look ahead.
FEED_LENGTH = timedelta(days=2 * 365)


@dataclass(frozen=True, slots=True)
class Service:
    """A department in one language at the instant of the page: asked once, shown in some places.

    `slug` and `name` are the department's, `language` is the language's name. There is
    a reminder where it `opens_again`. `carried` is None where no hours are stated; `cancelled` is
    what exceptions take off them.
    """

    slug: str
    name: Wording
    tag: str
    language: str
    status: Status
    state: StateLine
    opens_again: bool
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
    line = state_line(served, status, view)
    carried = carried_hours(served, view.at)
    return Service(
        entry.slug,
        wording(entry.name, view),
        served.tag,
        language_name(served.tag, view.language),
        status,
        line,
        opens_again(line, view.at),
        channel_cards(entry.channels_in(served.tag), view, entry.slug, served.tag),
        carried,
        cancelled_in_words(carried, served, view) if carried else (),
        served,
    )


def opens_again(line: StateLine, at: datetime) -> bool:
    """Say whether what is closed at `at` opens within the time of the calendars."""
    opening = line.changes_at if line.state is State.CLOSED else ""
    return bool(opening) and datetime.fromisoformat(opening) < at + FEED_LENGTH
