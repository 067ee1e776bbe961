"""Which instant a wall time means on a day on which its clock changes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from enum import Enum
from zoneinfo import ZoneInfo

from support.schedule import to_utc


class Comes(Enum):
    ONCE = "once"
    TWICE = "twice"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class Meant:
    """`first` and `second` are the two instants, in their order, that a wall time may mean.

    A time that the clock skips is read by the clock before the change and by the one after it.
    """

    comes: Comes
    first: datetime
    second: datetime

    @property
    def usually(self) -> datetime:
        """As if the clock had not been changed yet."""
        return self.second if self.comes is Comes.NEVER else self.first

    def named(self, name: str) -> datetime:
        """“first” or “second”; by any other name, the usual one."""
        return {"first": self.first, "second": self.second}.get(name, self.usually)


def meant(wall: datetime, zone: str) -> Meant:
    """Raises InstantOutOfRange, OverflowError."""
    by_clock_before, by_clock_after = (
        to_utc(wall.replace(tzinfo=ZoneInfo(zone), fold=fold).astimezone(UTC)) for fold in (0, 1)
    )
    if by_clock_before == by_clock_after:
        return Meant(Comes.ONCE, by_clock_before, by_clock_after)
    if by_clock_before < by_clock_after:
        return Meant(Comes.TWICE, by_clock_before, by_clock_after)
    return Meant(Comes.NEVER, by_clock_after, by_clock_before)
