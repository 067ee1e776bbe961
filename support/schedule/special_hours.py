"""Days on which other hours hold than those of the week."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from support.schedule.errors import InvalidSpecialHours
from support.schedule.instant import day_number
from support.schedule.window import Window

LONGEST_SPECIAL_HOURS = timedelta(days=366)


class Effect(StrEnum):
    """What special hours do to the windows of their days."""

    CLOSED = "closed"
    HOURS = "hours"
    AS_USUAL = "as-usual"


@dataclass(frozen=True, slots=True)
class SpecialHours:
    """On the days of `window`, from its `valid_from` through its `valid_through`.

    CLOSED cancels every window that begins on such a day, HOURS puts those of `window` in their
    place, AS_USUAL lets them hold whatever public holiday it is. For CLOSED and AS_USUAL, only the
    days of `window` count. Where several name one day, those of the highest `rank` decide
    together. Raises InvalidSpecialHours without a first and last day, or for more than a year.
    """

    effect: Effect
    window: Window
    rank: int = 0

    def __post_init__(self) -> None:
        if self.window.valid_from is None or self.window.valid_through is None:
            raise InvalidSpecialHours.endless()
        if self.last - self.first >= LONGEST_SPECIAL_HOURS:
            raise InvalidSpecialHours.too_long(self.first, self.last, LONGEST_SPECIAL_HOURS)

    @property
    def first(self) -> date:
        assert self.window.valid_from is not None
        return self.window.valid_from

    @property
    def last(self) -> date:
        assert self.window.valid_through is not None
        return self.window.valid_through

    def days(self) -> list[int]:
        """Every day on which they hold, as sorted day numbers."""
        return self.window.days(day_number(self.first), day_number(self.last))
