"""What the engine answers about an instant, and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from support.schedule.closure import Closure
from support.schedule.special_hours import SpecialHours
from support.schedule.window import Window


class State(StrEnum):
    OPEN = "open"
    CLOSED = "closed"
    UNSCHEDULED = "unscheduled"


class Rule(StrEnum):
    """The rules that can decide a state, in order of precedence."""

    CLOSURE = "closure"
    SPECIAL_HOURS = "special-hours"
    PUBLIC_HOLIDAY = "public-holiday"
    BEFORE_HOLIDAY = "before-holiday"
    WINDOW = "window"
    OUTSIDE_HOURS = "outside-hours"
    NO_STATED_HOURS = "no-stated-hours"


@dataclass(frozen=True, slots=True)
class Holiday:
    """A day of a calendar, by the calendar's own name for it."""

    calendar: str
    day: date
    name: str


@dataclass(frozen=True, slots=True)
class Reason:
    """A rule that has a say about an instant, the state that it speaks for, and its rows.

    `windows` are those that hold at the instant, or that the rule keeps from it. `lost` marks a
    rule that would have a say if others of the same day did not go before it.
    """

    rule: Rule
    state: State
    windows: tuple[Window, ...] = ()
    special_hours: tuple[SpecialHours, ...] = ()
    closures: tuple[Closure, ...] = ()
    holidays: tuple[Holiday, ...] = ()
    lost: bool = False


@dataclass(frozen=True, slots=True)
class Status:
    """The state at an instant.

    `since` is the first instant of this state, None if it was always so; `changes_at` is the
    first instant of another state, None if it never changes. Both are aware, in UTC. `reason` is
    the rule that decided.
    """

    state: State
    since: datetime | None
    changes_at: datetime | None
    reason: Reason
