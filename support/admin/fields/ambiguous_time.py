"""The instants that a wall time can mean on a day on which its clock changes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from enum import Enum
from zoneinfo import ZoneInfo

from support.schedule import to_utc


class Occurrence(Enum):
    ONCE = "once"
    TWICE = "twice"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class AmbiguousTime:
    """The two instants that a wall time can mean, in order; mostly they are the same.

    A time that the clock skips is read by the clock before the change and by the one after it.
    """

    occurs: Occurrence
    first: datetime
    second: datetime

    @property
    def usual(self) -> datetime:
        """Return the instant by the clock before the change."""
        return self.second if self.occurs is Occurrence.NEVER else self.first

    def named(self, name: str) -> datetime:
        """Return the instant called “first” or “second”, or the usual one for any other name."""
        return {"first": self.first, "second": self.second}.get(name, self.usual)


def ambiguous_time(wall: datetime, zone: str) -> AmbiguousTime:
    """Return what `wall` can mean on the clock of `zone`.

    Raises InstantOutOfRange and OverflowError.
    """
    by_clock_before, by_clock_after = (
        to_utc(wall.replace(tzinfo=ZoneInfo(zone), fold=fold).astimezone(UTC)) for fold in (0, 1)
    )
    if by_clock_before == by_clock_after:
        return AmbiguousTime(Occurrence.ONCE, by_clock_before, by_clock_after)
    if by_clock_before < by_clock_after:
        return AmbiguousTime(Occurrence.TWICE, by_clock_before, by_clock_after)
    return AmbiguousTime(Occurrence.NEVER, by_clock_after, by_clock_before)
