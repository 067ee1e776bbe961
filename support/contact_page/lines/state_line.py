from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from support.contact_page.lines.reason_line import ReasonLine, reason_line
from support.contact_page.lines.viewpoint import Viewpoint
from support.contact_page.lines.zone_of_change import zone_of_change
from support.directory import ServedLanguage
from support.locales.formatting import format_moment
from support.locales.zones import UTC, zone_name
from support.schedule import State, Status


@dataclass(frozen=True, slots=True)
class StateLine:
    """A state in words, why, and its next change; `changes_at` is for programs, or empty."""

    state: State
    word: str
    reason: ReasonLine
    change: str
    changes_at: str


def state_line(
    served: ServedLanguage, status: Status, view: Viewpoint, *, names_zone: bool | None = None
) -> StateLine:
    """Return the line on a chosen clock, or else on that of the hours, which it then names."""
    zone = view.zone or _zone_of_change(served, status)
    if names_zone is None:
        names_zone = view.zone is None
    change = change_words(status, zone, view.language, names_zone=names_zone)
    changes_at = status.changes_at.isoformat() if status.changes_at else ""
    reason = reason_line(status.reason, served.exceptions, view)
    return StateLine(status.state, state_word(status.state), reason, change, changes_at)


def state_word(state: State) -> str:
    """Return the word for a state alone."""
    match state:
        case State.OPEN:
            return _("Open")
        case State.CLOSED:
            return _("Closed")
        case State.UNSCHEDULED:
            return _("No stated hours")


def change_words(status: Status, zone: str, language: str, *, names_zone: bool = True) -> str:
    """Return the next change of a state on the clock of `zone`, as in “until 18:00”."""
    if status.state is State.UNSCHEDULED:
        return _("Support is offered without fixed hours.")
    if status.changes_at is None:
        if status.state is State.OPEN:
            return _("round the clock")
        return _("No further hours are planned.")
    moment = {
        "moment": format_moment(
            status.changes_at, zone, language, status.since, ends=status.state is State.OPEN
        ),
        "zone": zone_name(zone, language),
    }
    if status.state is State.OPEN:
        until = _("until %(moment)s (%(zone)s)") if names_zone else _("until %(moment)s")
        return until % moment
    opens = _("opens %(moment)s (%(zone)s)") if names_zone else _("opens %(moment)s")
    return opens % moment


def _zone_of_change(served: ServedLanguage, status: Status) -> str:
    if status.changes_at is None:
        return UTC
    return zone_of_change(served, status.changes_at, opens=status.state is State.CLOSED)
