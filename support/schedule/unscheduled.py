from __future__ import annotations

from datetime import date, datetime

from support.schedule.errors import BackwardsRange
from support.schedule.instant import day_number, to_utc
from support.schedule.interval import Interval
from support.schedule.special_hours import SpecialHours
from support.schedule.status import Holiday, Reason, Rule, State, Status
from support.schedule.timetable import HolidayChange, Loss, Shift
from support.schedule.window import Window

_NO_STATED_HOURS = Reason(Rule.NO_STATED_HOURS, State.UNSCHEDULED)


class Unscheduled:
    """A language that is served without stated hours: neither open nor closed, ever."""

    windows: tuple[Window, ...] = ()

    def is_open(self, at: datetime) -> bool:
        to_utc(at)
        return False

    def status(self, at: datetime) -> Status:
        return Status(State.UNSCHEDULED, None, None, self.explain(at)[0])

    def explain(self, at: datetime) -> tuple[Reason, ...]:
        to_utc(at)
        return (_NO_STATED_HOURS,)

    def next_change(self, at: datetime) -> datetime | None:
        to_utc(at)
        return None

    def explained_until(self, at: datetime) -> datetime | None:
        to_utc(at)
        return None

    def intervals(self, start: datetime, end: datetime) -> list[Interval]:
        if to_utc(end) < to_utc(start):
            raise BackwardsRange.given(start, end)
        return []

    def shifts(self, first: date, last: date) -> list[Shift]:
        return []

    def holidays(self, first: date, last: date) -> tuple[Holiday, ...]:
        return ()

    def holiday_changes(self, first: date, last: date) -> tuple[HolidayChange, ...]:
        return ()

    def decides(self, special: SpecialHours, first: date, last: date) -> bool:
        return any(True for _ in special.ranges(day_number(first), day_number(last)))

    def losses(self, special: SpecialHours, first: date, last: date) -> tuple[Loss, ...]:
        return ()

    def windows_at(self, at: datetime) -> tuple[Window, ...]:
        to_utc(at)
        return ()
