"""Everything that is stated about one timetable, before any engine has read it."""

from collections.abc import Mapping, Sequence, Set
from datetime import date, datetime
from typing import NamedTuple

from support.schedule import Closure, SpecialHours, Timetable, Window, minutes_of


class Notice(NamedTuple):
    """A closure as it is written on the door: two times of the clock beside it, or one."""

    zone: str
    starts: datetime
    ends: datetime | None

    def closure(self) -> Closure:
        if self.ends is None:
            starts = minutes_of(self.starts.time())
            return Closure.on_the_clock_of(self.zone, self.starts.date(), starts)
        return Closure.on_the_clock_of(
            self.zone,
            self.starts.date(),
            minutes_of(self.starts.time()),
            self.ends.date(),
            minutes_of(self.ends.time()),
        )


class StatedHours(NamedTuple):
    """`holidays` are the days of each calendar by its code."""

    windows: Sequence[Window]
    special_hours: Sequence[SpecialHours] = ()
    notices: Sequence[Notice] = ()
    holidays: Mapping[str, Set[date]] = {}

    def timetable(self) -> Timetable:
        closures = [notice.closure() for notice in self.notices]
        return Timetable(self.windows, self.special_hours, closures)

    def rests_on(self, window: Window, day: date) -> bool:
        """Whether `day` is a public holiday that `window` observes."""
        return window.holidays is not None and day in self.holidays[window.holidays.code]
