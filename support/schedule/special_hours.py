"""Days on which other hours hold than those of the week."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from support.schedule.errors import InvalidSpecialHours
from support.schedule.instant import FIRST_DAY, LAST_DAY, date_of, day_number
from support.schedule.season import MonthDay
from support.schedule.weekday import Weekday
from support.schedule.window import Window

LONGEST_SPECIAL_HOURS = timedelta(days=366)


class Effect(StrEnum):
    """What special hours do to the windows of their days."""

    CLOSED = "closed"
    HOURS = "hours"
    ALSO = "also"
    AS_USUAL = "as-usual"
    AS_WEEKDAY = "as-weekday"


class Repeats(StrEnum):
    """How often the days of special hours come again."""

    YEARLY = "yearly"
    MONTHLY = "monthly"


@dataclass(frozen=True, slots=True)
class SpecialHours:
    """Other hours, or none, on the days of `window`, from its `valid_from` to its `valid_through`.

    CLOSED cancels every window that begins on such a day, HOURS puts those of `window` in their
    place, ALSO adds them to whatever else holds, AS_USUAL lets the windows hold whatever public
    holiday it is, and AS_WEEKDAY gives the day the hours that the windows have on the weekday
    `like`, public holidays aside. For all but HOURS and ALSO, only the days of `window` count.

    YEARLY repeats the days in every year from the first on. A range that begins or ends on
    29 February does so on 1 March or 28 February in other years; 29 February alone comes in leap
    years only, see `only_in_leap_years`. MONTHLY takes the weekdays of `window` on its `monthly`
    places in each month, and its `valid_through` can be left out.

    Where several name one day, those of the highest `rank` decide, and among equals those whose
    range lies within that of the others. Raises InvalidSpecialHours.
    """

    effect: Effect
    window: Window
    rank: int = 0
    repeats: Repeats | None = None
    like: Weekday | None = None

    def __post_init__(self) -> None:
        window, is_monthly = self.window, self.repeats is Repeats.MONTHLY
        if window.valid_from is None or (window.valid_through is None and not is_monthly):
            raise InvalidSpecialHours.endless()
        if not is_monthly and self.last - self.first >= LONGEST_SPECIAL_HOURS:
            raise InvalidSpecialHours.too_long(self.first, self.last, LONGEST_SPECIAL_HOURS)
        if is_monthly and not window.monthly:
            raise InvalidSpecialHours.monthly_without_places()
        if window.monthly and not is_monthly:
            raise InvalidSpecialHours.places_without_monthly()
        if self.effect is Effect.AS_WEEKDAY and self.like is None:
            raise InvalidSpecialHours.without_like()
        if self.effect is not Effect.AS_WEEKDAY and self.like is not None:
            raise InvalidSpecialHours.superfluous_like(self.effect)

    @property
    def first(self) -> date:
        """Return the first day that is stated."""
        assert self.window.valid_from is not None
        return self.window.valid_from

    @property
    def last(self) -> date:
        """Return the last day that is stated; the engine's last where there is none."""
        return self.window.valid_through or date_of(LAST_DAY)

    @property
    def ends(self) -> date | None:
        """Return the day after which they never hold again; None if they go on for good."""
        return None if self.repeats is Repeats.YEARLY else self.window.valid_through

    @property
    def has_hours(self) -> bool:
        """Say whether they bring hours of their own."""
        return self.effect in (Effect.HOURS, Effect.ALSO)

    @property
    def only_in_leap_years(self) -> bool:
        """Say whether they repeat yearly on 29 February alone, which three years in four lack."""
        is_leap_day = (self.first.month, self.first.day) == (2, 29)
        return self.repeats is Repeats.YEARLY and is_leap_day and self.first == self.last

    def days(self, first: int = FIRST_DAY, last: int = LAST_DAY) -> list[int]:
        """Return the days from `first` through `last` that they name, as sorted day numbers."""
        window = self.window
        if self.repeats is None:
            return window.days(first, last)
        found: set[int] = set()
        for begins, ends in self.ranges(first, last):
            found.update(window.days_if_valid(max(begins, first), min(ends, last)))
        return sorted(found)

    def ranges(self, first: int, last: int) -> Iterator[tuple[int, int]]:
        """Yield each range of days that touches those from `first` through `last`, as day numbers.

        There is one, or one a year for YEARLY. Which weekdays count is not considered.
        """
        if self.repeats is not Repeats.YEARLY:
            begins = day_number(self.first)
            ends = day_number(self.window.valid_through) if self.window.valid_through else LAST_DAY
            if begins <= last and first <= ends:
                yield begins, ends
            return
        start, end = MonthDay.of(self.first), MonthDay.of(self.last)
        over_new_year = self.last.year - self.first.year
        first_year = max(self.first.year, date_of(first).year - over_new_year)
        for year in range(first_year, date_of(last).year + 1):
            begins = day_number(start.on_or_after(year))
            ends = day_number(end.on_or_before(year + over_new_year))
            if begins <= ends and begins <= last and first <= ends:
                yield begins, ends

    def range_on(self, day: int) -> tuple[int, int]:
        """Return the range of days, as day numbers, in which a day that they name lies."""
        return next(self.ranges(day, day))

    def is_wider_than(self, other: SpecialHours, day: int) -> bool:
        """Return whether `other`, of equal rank, lies within the range around a day of both."""
        ranges = self.range_on(day), other.range_on(day)
        return self.rank == other.rank and is_wider(self, ranges[0], other, ranges[1])


def is_wider(
    one: SpecialHours, range_: tuple[int, int], other: SpecialHours, other_range: tuple[int, int]
) -> bool:
    """Return whether a range of one entry is wider than one of another, which lies in it.

    Of two equal ranges, that of the entry which repeats is the wider one.
    """
    if range_ == other_range:
        return one.repeats is not None and other.repeats is None
    return range_[0] <= other_range[0] and other_range[1] <= range_[1]
