"""The engine against opening-hours-py, an engine in Rust: `python -m benchmarks.engine`."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from itertools import count, cycle
from typing import NamedTuple
from zoneinfo import ZoneInfo

from opening_hours import OpeningHours

from benchmarks.pairs import (
    ROUNDS,
    Result,
    compare,
    measure,
    print_header,
    print_result,
    time_calls,
)
from support.schedule import Agenda, Effect, SpecialHours, Timetable, Window

AT = datetime(2026, 11, 25, 1, 30, tzinfo=UTC)
YEAR = timedelta(days=365)

# Asked one after the other, so that no answer is the one just given: through a week from AT on.
INSTANTS = [AT + timedelta(hours=3, minutes=7) * step for step in range(54)]

WEEKDAYS = "MO,TU,WE,TH,FR"

# An hour of seconds in each round.
TICKS = 3600

# Every second Tuesday from AT on.
TWENTY_DAYS = [date(2026, 12, 1) + timedelta(days=14 * number) for number in range(20)]


class Case(NamedTuple):
    """Ours, theirs, and the zone in which theirs is asked.

    It knows one zone at a time, so the windows of three zones are written there as the four
    windows of one.
    """

    name: str
    windows: list[str]
    theirs: str
    zone: str = "UTC"
    closed_on: tuple[date, ...] = ()

    def timetable(self) -> Timetable:
        return Timetable(map(Window.parse, self.windows), map(_closed, self.closed_on))

    def other(self) -> OpeningHours:
        days = ", ".join(f"{day:%Y %b %d}" for day in self.closed_on)
        return OpeningHours(f"{self.theirs}; {days} off" if days else self.theirs)


def _closed(day: date) -> SpecialHours:
    every_day = "MO,TU,WE,TH,FR,SA,SU 00:00-24:00 UTC"
    window = Window.parse(every_day)
    return SpecialHours(
        Effect.CLOSED,
        Window(window.weekdays, window.opens, window.closes, window.zone, day, day),
    )


CASES = [
    Case("a weekday window in Asia/Tokyo", [f"{WEEKDAYS} 10:00-18:00 Asia/Tokyo"],
         "Mo-Fr 10:00-18:00", "Asia/Tokyo"),
    Case("one past midnight", [f"{WEEKDAYS} 12:00-06:00 UTC"], "Mo-Fr 12:00-06:00"),
    Case("round the clock", ["MO,TU,WE,TH,FR,SA,SU 00:00-24:00 UTC"], "24/7"),
    Case("four windows in three zones",
         [f"{WEEKDAYS} 09:00-17:00 Asia/Singapore", f"{WEEKDAYS} 09:00-17:00 Europe/London",
          f"{WEEKDAYS} 09:00-17:00 America/New_York", "SA,SU 13:00-21:00 UTC"],
         "Mo-Fr 01:00-09:00; Mo-Fr 09:00-17:00; Mo-Fr 14:00-22:00; Sa-Su 13:00-21:00"),
    Case("one with 20 exceptions", [f"{WEEKDAYS} 10:00-18:00 Asia/Tokyo"],
         "Mo-Fr 10:00-18:00", "Asia/Tokyo", tuple(TWENTY_DAYS)),
]  # fmt: skip


def main() -> None:
    print_header("measure: opening-hours-py")
    for case in CASES:
        for result in _against_the_other(case):
            print_result(result)
    print_result(_ticks())


def _against_the_other(case: Case) -> list[Result]:
    ours, theirs, zone = case.timetable(), case.other(), ZoneInfo(case.zone)
    here, there = INSTANTS, [at.astimezone(zone) for at in INSTANTS]
    start = AT.astimezone(zone)
    results = [
        compare(
            f"is_open: {case.name}", _each(ours.is_open, here), _each(theirs.is_open, there), 4
        ),
        compare(
            f"next_change: {case.name}",
            _each(ours.next_change, here),
            _each(theirs.next_change, there),
            8,
        ),
    ]
    if case.theirs != "24/7":
        results += [
            compare(
                f"a year from scratch: {case.name}",
                lambda: case.timetable().intervals(AT, AT + YEAR),
                lambda: list(case.other().intervals(start, start + YEAR)),
                5,
            ),
            compare(
                f"a year again: {case.name}",
                lambda: ours.intervals(AT, AT + YEAR),
                lambda: list(theirs.intervals(start, start + YEAR)),
                50,
            ),
        ]
    return results


def _each(ask: Callable[[datetime], object], instants: list[datetime]) -> Callable[[], object]:
    following = cycle(instants).__next__
    return lambda: ask(following())


def _ticks() -> Result:
    """Second by second, which windows are open and when the next of them changes."""
    many, few = _tick(10_000), _tick(8)
    return measure(
        "a tick over 10,000 windows: over 8",
        lambda: time_calls(many, TICKS),
        lambda: time_calls(few, TICKS),
        reach=3,
        unit="µs",
        rounds=ROUNDS,
        at_most=True,
    )


def _tick(windows: int) -> Callable[[], object]:
    zones = cycle(["UTC", "Asia/Tokyo", "Europe/London"])
    hours = (f"{n % 12:02}:{n * 7 % 60:02}-{13 + n % 11:02}:00" for n in range(windows))
    agenda = Agenda(
        Timetable([Window.parse(f"{WEEKDAYS} {each} {zone}")])
        for each, zone in zip(hours, zones, strict=False)
    )
    second = (AT + timedelta(seconds=number) for number in count())
    return lambda: agenda.next_change(next(second))


if __name__ == "__main__":
    main()
