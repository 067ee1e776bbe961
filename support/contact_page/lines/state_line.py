from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from support.contact_page.lines.reason_line import ReasonLine, state_reason
from support.contact_page.lines.viewpoint import Viewpoint
from support.contact_page.lines.zone_of_change import zone_of_change
from support.directory import ServedLanguage
from support.locales.formatting import format_moment
from support.locales.zones import UTC, zone_name
from support.schedule import Reason, State, Status


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
    is_regular = status.state is State.OPEN and served.is_regularly_open(view.at)
    change = change_words(
        status, zone, view.language, names_zone=names_zone, is_round_the_clock=is_regular
    )
    changes_at = status.changes_at.isoformat() if status.changes_at else ""
    reason = state_reason(served, status.reason, view.at, view)
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


def change_words(
    status: Status,
    zone: str,
    language: str,
    *,
    names_zone: bool = True,
    is_round_the_clock: bool = False,
) -> str:
    """Return the next change of a state on the clock of `zone`, as in “until 18:00”.

    Hours that are round the clock, exceptions aside, are told as that.
    """
    if status.state is State.UNSCHEDULED:
        return _("Support is offered without fixed hours.")
    if status.changes_at is None:
        if status.state is State.OPEN:
            return _("round the clock")
        return forever_closed_words(status.reason)
    moment = {
        "moment": format_moment(
            status.changes_at,
            zone,
            language,
            status.since,
            ends=status.state is State.OPEN and not is_round_the_clock,
        ),
        "zone": zone_name(zone, language),
    }
    if is_round_the_clock:
        return round_the_clock_but(names_zone=names_zone) % moment
    if status.state is State.OPEN:
        until = _("until %(moment)s (%(zone)s)") if names_zone else _("until %(moment)s")
        return until % moment
    opens = _("opens %(moment)s (%(zone)s)") if names_zone else _("opens %(moment)s")
    return opens % moment


def round_the_clock_but(*, names_zone: bool) -> str:
    """Return how hours are told that are round the clock until an exception comes."""
    if names_zone:
        return _("round the clock, closed from %(moment)s (%(zone)s)")
    return _("round the clock, closed from %(moment)s")


def forever_closed_words(reason: Reason) -> str:
    """Return what is said of a state that no opening is known to end."""
    if any(closure.end is None for closure in reason.closures):
        return _("until further notice")
    return _("No further hours are planned.")


def _zone_of_change(served: ServedLanguage, status: Status) -> str:
    if status.changes_at is None:
        return UTC
    return zone_of_change(served, status.changes_at, opens=status.state is State.CLOSED)
