"""Hours of one day that stand in for those of a window."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

from support.schedule.errors import InvalidWallTime, UnreadableHours
from support.schedule.wall_time import MINUTES_PER_DAY, format_wall_time, parse_wall_time


@dataclass(frozen=True, slots=True)
class DayHours:
    """From `opens` to `closes`, in minutes after midnight on the clock of their window.

    `closes` at or before `opens` is on the next day. Raises InvalidWallTime.
    """

    opens: int
    closes: int

    def __post_init__(self) -> None:
        check_hours(self.opens, self.closes)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read "12:00-17:00". Raises UnreadableHours, InvalidWallTime."""
        opens, dash, closes = text.partition("-")
        if not dash:
            raise UnreadableHours.given(text)
        return cls(parse_wall_time(opens), parse_wall_time(closes))

    def __str__(self) -> str:
        return f"{format_wall_time(self.opens)}-{format_wall_time(self.closes)}"


def check_hours(opens: int, closes: int) -> None:
    """Refuse times that are none of a day. Raises InvalidWallTime."""
    if not 0 <= opens < MINUTES_PER_DAY:
        raise InvalidWallTime.opening(format_wall_time(opens))
    if not 0 <= closes <= MINUTES_PER_DAY:
        raise InvalidWallTime.given(format_wall_time(closes))
