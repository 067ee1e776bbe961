"""What a change of the clock does to hours, as people in several places will see it.

Pure, like the engine: it is told the time.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from support.schedule import ClockChange, Interval, Shift, Timetable, clock_changes

CLOCKS_OF_VISITORS = ("Asia/Tokyo", "Europe/London", "America/New_York", "America/Sao_Paulo")

# What is decided for a clock reaches further; a change beyond that is far from anybody's mind.
AHEAD = timedelta(days=400)

_DAY = timedelta(days=1)
_A_FORTNIGHT = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class SeenHours:
    """One stretch of hours on one clock, without a zone; day shifts are against the window's day.

    `has_moved` says that they stand elsewhere on this clock than before the change.
    """

    zone: str
    start: datetime
    end: datetime
    start_shift: int
    end_shift: int
    has_moved: bool


@dataclass(frozen=True, slots=True)
class RehearsedDay:
    """Hours that begin on `day` of the window's own clock; `length` is real, `stated` on paper."""

    day: date
    interval: Interval
    stated: timedelta
    seen: tuple[SeenHours, ...]

    @property
    def length(self) -> timedelta:
        return self.interval.end - self.interval.start


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """One instant at which clocks change, and the days around it on which the window opens."""

    changes: tuple[ClockChange, ...]
    days: tuple[RehearsedDay, ...]

    @property
    def at(self) -> datetime:
        return self.changes[0].at

    @property
    def moves_anything(self) -> bool:
        return any(
            day.length != day.stated or any(seen.has_moved for seen in day.seen)
            for day in self.days
        )


def coming_clock_changes(
    zone: str, clocks: Iterable[str], now: datetime
) -> list[tuple[ClockChange, ...]]:
    """The next two instants at which any of the clocks changes, with those that do.

    And, where it is none of these, the next of `zone`, the clock by which the hours are stated.
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


def clocks_that_stay(clocks: Iterable[str], now: datetime) -> list[str]:
    return [key for key in clocks if not clock_changes(key, now, now + AHEAD)]


def rehearse(
    timetable: Timetable, changes: Sequence[ClockChange], clocks: Sequence[str]
) -> Rehearsal:
    """The last hours before the change, and those of the day before, of the day and of the next.

    Where none of these follow the change, the first that do. `timetable` is one window with its
    exceptions; days are those of its clock.
    """
    at = changes[0].at
    day = at.astimezone(ZoneInfo(timetable.windows[0].zone)).date()
    shifts = sorted(
        timetable.shifts(day - _A_FORTNIGHT, day + _A_FORTNIGHT), key=lambda shift: shift.interval
    )
    before = [shift for shift in shifts if shift.interval.end <= at][-1:]
    around = [shift for shift in shifts if day - _DAY <= shift.day <= day + _DAY]
    after = [shift for shift in shifts if shift.interval.start >= at][:1]
    if any(shift.interval.start >= at for shift in around):
        after = []
    rehearsed = dict.fromkeys([*before, *around, *after])
    in_order = sorted(rehearsed, key=lambda shift: shift.interval)
    usual = before[0] if before else None
    return Rehearsal(tuple(changes), tuple(_day(shift, usual, clocks) for shift in in_order))


def _day(shift: Shift, usual: Shift | None, clocks: Sequence[str]) -> RehearsedDay:
    seen = []
    for key in clocks:
        here = _on_clock(shift, key)
        is_comparable = usual is not None and usual.window == shift.window
        before = _on_clock(usual, key) if usual and is_comparable else here
        seen.append(replace(here, has_moved=_figures(here) != _figures(before)))
    stated = timedelta(minutes=shift.window.length)
    return RehearsedDay(shift.day, shift.interval, stated, tuple(seen))


def _on_clock(shift: Shift, key: str) -> SeenHours:
    start, end = (at.astimezone(ZoneInfo(key)).replace(tzinfo=None) for at in shift.interval)
    start_shift, end_shift = ((at.date() - shift.day).days for at in (start, end))
    return SeenHours(key, start, end, start_shift, end_shift, has_moved=False)


def _figures(seen: SeenHours) -> tuple[object, ...]:
    """What the clock shows, whatever the date."""
    return seen.start_shift, seen.start.time(), seen.end_shift, seen.end.time()
