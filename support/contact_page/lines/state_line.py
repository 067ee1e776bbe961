from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time
from typing import NamedTuple
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from support.contact_page.lines.reason_line import ReasonLine, state_reason
from support.contact_page.lines.viewpoint import Viewpoint
from support.contact_page.lines.zone_of_change import zone_of_change
from support.directory import ServedLanguage
from support.locales.formatting import Moment, moment_in_words
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
        status, zone, view.language, view.at, names_zone=names_zone, is_round_the_clock=is_regular
    )
    changes_at = status.changes_at.isoformat() if status.changes_at else ""
    reason = state_reason(served, status.reason, view.at, view)
    word = state_word(status.state, is_exceptional=reason.is_exceptional)
    return StateLine(status.state, word, reason, change, changes_at)


def state_word(state: State, *, is_exceptional: bool = False) -> str:
    """Return the word for a state alone; what is closed by an exception may have its own."""
    match state:
        case State.OPEN:
            return _("Open")
        case State.CLOSED:
            # Translators: closed by an exception, where there would be hours.
            return pgettext("by an exception", "Closed") if is_exceptional else _("Closed")
        case State.UNSCHEDULED:
            return _("No set hours")


def change_words(
    status: Status,
    zone: str,
    language: str,
    now: datetime,
    *,
    names_zone: bool = True,
    is_round_the_clock: bool = False,
) -> str:
    """Return the next change of a state on the clock of `zone`, as in “until 18:00 tomorrow”.

    Hours that are round the clock, exceptions aside, are told as that.
    """
    if status.state is State.UNSCHEDULED:
        return _("Availability varies.")
    if status.changes_at is None:
        if status.state is State.OPEN:
            return _("24 hours a day, every day")
        return forever_closed_words(status.reason)
    is_end = status.state is State.OPEN and not is_round_the_clock
    at_midnight = status.changes_at.astimezone(ZoneInfo(zone)).time() == time(0)
    moment = moment_in_words(status.changes_at, zone, language, now, ends=is_end)
    if is_round_the_clock:
        patterns = round_the_clock_until_a_day() if at_midnight else round_the_clock_but()
    else:
        patterns = until_words() if status.state is State.OPEN else opens_words()
    words = patterns.of(moment).format(time=moment.time, weekday=moment.weekday, date=moment.date)
    if not names_zone:
        return words
    return with_zone().format(words=words, zone=zone_name(zone, language))


class MomentPatterns(NamedTuple):
    """What is said of a moment today, tomorrow, with a weekday, and with a date."""

    time: str
    tomorrow: str
    weekday: str
    date: str

    def of(self, moment: Moment) -> str:
        if moment.date:
            return self.date
        if moment.is_tomorrow:
            return self.tomorrow
        return self.weekday if moment.weekday else self.time


def with_zone() -> str:
    # Translators: {words}: “until 18:00”, “opens on Monday at 10:00”; {zone}: “Japan time”.
    return _("{words} ({zone})")


def until_words() -> MomentPatterns:
    # Translators: {time}: “18:00” or “midnight”, {weekday}: “Friday”, {date}: “Thu 3 Dec”. So in
    # the next two.
    return MomentPatterns(
        _("until {time}"),
        _("until {time} tomorrow"),
        _("until {time} on {weekday}"),
        _("until {time} on {date}"),
    )


def opens_words() -> MomentPatterns:
    return MomentPatterns(
        _("opens at {time}"),
        _("opens tomorrow at {time}"),
        _("opens on {weekday} at {time}"),
        _("opens on {date} at {time}"),
    )


def round_the_clock_but() -> MomentPatterns:
    """Return how hours are told that are round the clock until an exception comes."""
    return MomentPatterns(
        _("24 hours, but closed from {time}"),
        _("24 hours, but closed from {time} tomorrow"),
        _("24 hours, but closed from {time} on {weekday}"),
        _("24 hours, but closed from {time} on {date}"),
    )


def round_the_clock_until_a_day() -> MomentPatterns:
    """Return the same where the exception comes with the day, and so needs no time."""
    return MomentPatterns(
        _("24 hours, but closed from {time}"),
        # Translators: from the beginning of that day. So in the next two.
        _("24 hours, but closed from tomorrow"),
        _("24 hours, but closed from {weekday}"),
        _("24 hours, but closed from {date}"),
    )


def forever_closed_words(reason: Reason) -> str:
    """Return what is said of a state that no opening is known to end."""
    if any(closure.end is None for closure in reason.closures):
        return _("until further notice")
    return _("No further hours are planned.")


def _zone_of_change(served: ServedLanguage, status: Status) -> str:
    if status.changes_at is None:
        return UTC
    return zone_of_change(served, status.changes_at, opens=status.state is State.CLOSED)
