"""Hours in, at and around one change of the clock: the engine against brute force.

Edges of intervals are compared, so every minute of the week around the change is.
"""

from __future__ import annotations

from datetime import date, datetime
from itertools import product
from typing import NamedTuple
from zoneinfo import ZoneInfo

from support.schedule import (
    EVERY_DAY,
    Closure,
    Effect,
    Interval,
    InvalidClosure,
    SpecialHours,
    Timetable,
    Window,
)
from tests.proof.tally import Tally
from tests.schedule.brute_force import DAY, MINUTE, Scan, union, wall_time

# Minutes from the wall time at which the clock stops, and from the one at which it goes on.
AROUND_THE_CHANGE = [-60, -30, -1, 0, 1, 15, 30, 59, 60, 61]
MIDNIGHT, NOON, END_OF_DAY = 0, 12 * 60, 24 * 60

ALWAYS = Window(EVERY_DAY, MIDNIGHT, END_OF_DAY, "UTC")


class Night(NamedTuple):
    """An instant at which the clocks of some zones, which all show the same, change."""

    zones: tuple[str, ...]
    change: datetime


class _Days(NamedTuple):
    """The days whose hours can touch the change, `middle` the one on which it falls."""

    first: date
    middle: date
    last: date

    def all(self) -> list[date]:
        return [self.first + n * DAY for n in range((self.last - self.first).days + 1)]


def compare(night: Night) -> Tally:
    zone = ZoneInfo(night.zones[0])
    stops, goes_on = wall_time(zone, night.change - MINUTE) + MINUTE, wall_time(zone, night.change)
    times = {MIDNIGHT, NOON} | {
        (wall + offset * MINUTE).hour * 60 + (wall + offset * MINUTE).minute
        for wall in (stops, goes_on)
        for offset in AROUND_THE_CHANGE
    }
    days = _Days(min(stops, goes_on).date() - DAY, goes_on.date(), max(stops, goes_on).date() + DAY)
    week = Interval(night.change - 3 * DAY, night.change + 4 * DAY)
    scan = Scan(zone, *week)

    tally = Tally.empty()
    for opens, closes in product(sorted(times), sorted(times | {END_OF_DAY})):
        expected = {day: scan.hours(day, opens, closes) for day in days.all()}
        for key in night.zones:
            _compare(Window(EVERY_DAY, opens, closes, key), days, week, expected, tally)
    tally.counts["minutes"] = tally.counts["comparisons"] * ((week.end - week.start) // MINUTE)
    return tally


def _compare(
    window: Window,
    days: _Days,
    week: Interval,
    expected: dict[date, list[Interval]],
    tally: Tally,
) -> None:
    """The hours alone, day by day; together; without those of one day; and as a closure."""
    daily = _within(window, days.first, days.last)
    hours = Timetable([daily])
    every = [interval for found in expected.values() for interval in found]
    shifts = hours.shifts(days.first, days.last)
    tally.check([shift.interval for shift in shifts] == every, f"shifts of {daily!r}")
    tally.check(hours.intervals(*week) == union(every), repr(daily))

    others = [i for day, found in expected.items() if day != days.middle for i in found]
    closed = SpecialHours(Effect.CLOSED, _within(ALWAYS, days.middle, days.middle))
    cancelled = Timetable([daily], [closed]).intervals(*week)
    tally.check(cancelled == union(others), f"{daily!r} but for {days.middle}")

    off = expected[days.middle]
    tally.check(_as_closure(window, days.middle, week) == _gap(off, week), f"{window} as a closure")
    tally.counts["windows"] += len(expected)


def _within(window: Window, first: date, last: date) -> Window:
    return Window(window.weekdays, window.opens, window.closes, window.zone, first, last)


def _as_closure(window: Window, day: date, week: Interval) -> list[Interval]:
    """What is left of the week if the hours of a day are those at which all is closed."""
    last = day + DAY if window.closes <= window.opens else day
    try:
        closure = Closure.on_the_clock_of(window.zone, day, window.opens, last, window.closes)
    except InvalidClosure:
        return [week]
    return Timetable([ALWAYS], closures=[closure]).intervals(*week)


def _gap(off: list[Interval], week: Interval) -> list[Interval]:
    if not off:
        return [week]
    return [Interval(week.start, off[0].start), Interval(off[0].end, week.end)]
