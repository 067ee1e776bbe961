"""What the engine answers about an instant."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from support.schedule.window import Window


class State(StrEnum):
    OPEN = "open"
    CLOSED = "closed"
    UNSCHEDULED = "unscheduled"


class Rule(StrEnum):
    """The rule that decided a state."""

    WINDOW = "window"
    OUTSIDE_HOURS = "outside-hours"
    NO_STATED_HOURS = "no-stated-hours"


@dataclass(frozen=True, slots=True)
class Reason:
    """The deciding rule, and the windows that hold at the instant, in the timetable's order."""

    rule: Rule
    windows: tuple[Window, ...] = ()


@dataclass(frozen=True, slots=True)
class Status:
    """The state at an instant.

    `since` is the first instant of this state, None if it was always so; `changes_at` is the
    first instant of another state, None if it never changes. Both are aware, in UTC.
    """

    state: State
    since: datetime | None
    changes_at: datetime | None
    reason: Reason
