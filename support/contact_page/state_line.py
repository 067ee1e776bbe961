from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from django.utils.translation import gettext as _

from support.contact_page.viewpoint import Viewpoint
from support.directory import ServedLanguage
from support.formatting import format_moment
from support.schedule import State, Status
from support.zones import UTC, zone_name


@dataclass(frozen=True, slots=True)
class StateLine:
    """A state in words and its next change; `changes_at` is RFC 3339 for programs, or empty."""

    state: State
    word: str
    change: str
    changes_at: str


def state_line(served: ServedLanguage, status: Status, view: Viewpoint) -> StateLine:
    zone = view.zone or _zone_of_change(served, status)
    word, change = state_words(status, zone, view.language)
    changes_at = status.changes_at.isoformat() if status.changes_at else ""
    return StateLine(status.state, word, change, changes_at)


def state_words(status: Status, zone: str, language: str) -> tuple[str, str]:
    """The state and, on the clock of `zone`, its next change."""
    if status.state is State.UNSCHEDULED:
        return _("No stated hours"), _("Support is offered without fixed hours.")
    if status.changes_at is None:
        if status.state is State.OPEN:
            return _("Open"), _("round the clock")
        return _("Closed"), _("No further hours are planned.")
    moment = {
        "moment": format_moment(
            status.changes_at, zone, language, status.since, ends=status.state is State.OPEN
        ),
        "zone": zone_name(zone, language),
    }
    if status.state is State.OPEN:
        return _("Open"), _("until %(moment)s (%(zone)s)") % moment
    return _("Closed"), _("opens %(moment)s (%(zone)s)") % moment


def _zone_of_change(served: ServedLanguage, status: Status) -> str:
    """The zone of the window that ends or begins at the next change."""
    if status.changes_at is None:
        return UTC
    is_open = status.state is State.OPEN
    decisive = status.changes_at - timedelta(seconds=1) if is_open else status.changes_at
    return served.timetable.windows_at(decisive)[0].zone
