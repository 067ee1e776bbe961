"""The effect of a change of the clock on hours, as people in several places will see it.

Pure, like the engine: the instant is an argument.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from support.schedule import ClockChange, Interval, Shift, Timetable, clock_changes

CLOCKS_OF_VISITORS = ("Asia/Tokyo", "Europe/London", "America/New_York", "America/Sao_Paulo")

# Somewhat more than a year, so that each change of a yearly rule is always in it.
AHEAD = timedelta(days=400)

_DAY = timedelta(days=1)
_A_FORTNIGHT = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class HoursOnClock:
    """When the hours of one day begin and end on the clock of `zone`, without a zone.

    The shifts count days from the day on which the hours begin on their own clock. `has_moved`
    tells whether they read otherwise on this clock than before the change.
    """

    zone: str
    start: datetime
    end: datetime
    start_shift: int
    end_shift: int
    has_moved: bool


@dataclass(frozen=True, slots=True)
class DayOnClocks:
    """The hours that begin on `day` of the window's own clock, on several clocks.

    `length` is how long they really last, `stated` how long they last on paper.
    """

    day: date
    interval: Interval
    stated: timedelta
    on_clocks: tuple[HoursOnClock, ...]

    @property
    def length(self) -> timedelta:
        return self.interval.end - self.interval.start


@dataclass(frozen=True, slots=True)
class ClockChangeEffect:
    """The clocks that change at one instant, and the days around it on which the window opens."""

    changes: tuple[ClockChange, ...]
    days: tuple[DayOnClocks, ...]

    @property
    def moves_anything(self) -> bool:
        return any(
            day.length != day.stated or any(hours.has_moved for hours in day.on_clocks)
            for day in self.days
        )


def coming_clock_changes(
    zone: str, clocks: Iterable[str], now: datetime
) -> list[tuple[ClockChange, ...]]:
    """Return the next two instants at which any of the clocks changes, with those that do.

    The next change of `zone`, the clock by which the hours are stated, is always among them.
    """
    together: dict[datetime, list[ClockChange]] = {}
    for key in dict.fromkeys([zone, *clocks]):
        for change in clock_changes(key, now, now + AHEAD):
            together.setdefault(change.at, []).append(change)
    instants = sorted(together)
    chosen = instants[:2]
    own = [at for at in instants if any(change.zone == zone for change in together[at])]
    if own and own[0] not in chosen:
        chosen.append(own[0])
    return [tuple(together[at]) for at in chosen]


def steady_clocks(clocks: Iterable[str], now: datetime) -> list[str]:
    """Return the clocks that do not change within the coming year."""
    return [key for key in clocks if not clock_changes(key, now, now + AHEAD)]


def clock_change_effect(
    timetable: Timetable, changes: Sequence[ClockChange], clocks: Sequence[str]
) -> ClockChangeEffect:
    """Compare the hours around a change of the clock with the last ones before it.

    Around it are the hours of the day before, of the day itself and of the next day, or the first
    hours after it if none of these are. `timetable` is one window with its exceptions; days are
    those of its clock.
    """
    at = changes[0].at
    day = at.astimezone(ZoneInfo(timetable.windows[0].zone)).date()
    shifts = _shifts(timetable, day, _A_FORTNIGHT)
    before, after = _around(shifts, at)
    if not (before and after):
        # Hours of some weeks of a month, or of a part of the year.
        before, after = _around(_shifts(timetable, day, AHEAD), at)
    around = [shift for shift in shifts if day - _DAY <= shift.day <= day + _DAY]
    if any(shift.interval.start >= at for shift in around):
        after = []
    if not (around or after):
        before = []  # they are over
    shown = dict.fromkeys([*before, *around, *after])
    in_order = sorted(shown, key=lambda shift: shift.interval)
    usual = before[0] if before else None
    return ClockChangeEffect(
        tuple(changes), tuple(_day(shift, usual, clocks) for shift in in_order)
    )


def _shifts(timetable: Timetable, day: date, reach: timedelta) -> list[Shift]:
    return sorted(timetable.shifts(day - reach, day + reach), key=lambda shift: shift.interval)


def _around(shifts: Sequence[Shift], at: datetime) -> tuple[list[Shift], list[Shift]]:
    """Return the last of some sorted shifts before an instant and the first after it, if any."""
    before = [shift for shift in shifts if shift.interval.end <= at][-1:]
    after = [shift for shift in shifts if shift.interval.start >= at][:1]
    return before, after


def _day(shift: Shift, usual: Shift | None, clocks: Sequence[str]) -> DayOnClocks:
    on_clocks = []
    for key in clocks:
        here = _on_clock(shift, key)
        is_comparable = usual is not None and usual.window == shift.window
        before = _on_clock(usual, key) if usual and is_comparable else here
        on_clocks.append(replace(here, has_moved=_reading(here) != _reading(before)))
    stated = timedelta(minutes=shift.window.length)
    return DayOnClocks(shift.day, shift.interval, stated, tuple(on_clocks))


def _on_clock(shift: Shift, key: str) -> HoursOnClock:
    start, end = (at.astimezone(ZoneInfo(key)).replace(tzinfo=None) for at in shift.interval)
    start_shift, end_shift = ((at.date() - shift.day).days for at in (start, end))
    return HoursOnClock(key, start, end, start_shift, end_shift, has_moved=False)


def _reading(hours: HoursOnClock) -> tuple[object, ...]:
    """Return what the clock shows, whatever the date."""
    return hours.start_shift, hours.start.time(), hours.end_shift, hours.end.time()
