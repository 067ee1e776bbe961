"""A time in which nobody answers, whatever else holds."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Self

from support.schedule.errors import InvalidClosure
from support.schedule.instant import (
    LATEST,
    SECONDS_PER_DAY,
    day_number,
    from_seconds,
    to_seconds,
)
from support.schedule.interval import Interval
from support.schedule.zone import zone


@dataclass(frozen=True, slots=True)
class Closure:
    """From one instant, inclusive, to another, exclusive, in seconds.

    Without an `end` it holds until further notice. Raises InvalidClosure.
    """

    start: int
    end: int | None = None
    key: Hashable = None

    def __post_init__(self) -> None:
        if self.end is not None and self.end <= self.start:
            raise InvalidClosure.backwards(from_seconds(self.start), from_seconds(self.end))

    @classmethod
    def on_the_clock_of(
        cls,
        zone_key: str,
        first: date,
        starts: int,
        last: date | None = None,
        ends: int = 0,
        key: Hashable = None,
    ) -> Self:
        """Close from `starts` on the `first` day to `ends` on the `last`, minutes after midnight.

        Read as a sign on the door: whoever sees a time between the two on their wall finds us
        closed. Without a `last` day it holds until further notice. Raises InvalidClosure,
        UnknownZone.
        """
        clock = zone(zone_key)
        if last is None:
            return cls(clock.opening_instant(_wall(first, starts)), None, key)
        start, end = _wall(first, starts), _wall(last, ends)
        if end <= start:  # in a repeated hour, the instants may be in order all the same
            raise InvalidClosure.backwards(_figures(start), _figures(end))
        return cls(clock.opening_instant(start), clock.closing_instant(end), key)

    @property
    def until(self) -> int:
        """Return the second at which it ends; the engine's last instant where it does not."""
        return to_seconds(LATEST) if self.end is None else self.end

    @property
    def interval(self) -> Interval:
        return Interval(from_seconds(self.start), from_seconds(self.until))


def _wall(day: date, minutes: int) -> int:
    return day_number(day) * SECONDS_PER_DAY + minutes * 60


def _figures(wall: int) -> datetime:
    return from_seconds(wall).replace(tzinfo=None)
