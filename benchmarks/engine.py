"""The engine against opening-hours-py, an engine in Rust: `python -m benchmarks.engine`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import cycle
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from opening_hours import OpeningHours

from benchmarks.pairs import Result, compare, compare_times, print_header, print_result
from support.schedule import (
    EVERY_DAY,
    DayHours,
    Effect,
    HolidayCalendar,
    Repeats,
    Season,
    SpecialHours,
    Status,
    Timetable,
    Window,
)

AT = datetime(2026, 11, 25, 1, 30, tzinfo=UTC)
YEAR = timedelta(days=365)

# Asked one after the other, so that no answer is the one just given: through a week from AT on.
INSTANTS = [AT + timedelta(hours=3, minutes=7) * step for step in range(54)]

WEEKDAYS = "MO,TU,WE,TH,FR"

# Every second Tuesday from AT on.
TWENTY_DAYS = [date(2026, 12, 1) + timedelta(days=14 * number) for number in range(20)]

TOKYO = f"{WEEKDAYS} 10:00-18:00 Asia/Tokyo"


class Case(NamedTuple):
    """Ours, theirs, and the zone in which theirs is asked.

    It knows one zone at a time, so the windows of three zones are written there as the four
    windows of one.
    """

    name: str
    make: Callable[[], Timetable]
    theirs: str
    zone: str = "UTC"

    def other(self) -> OpeningHours:
        return OpeningHours(self.theirs)


def _plain(*windows: str) -> Callable[[], Timetable]:
    return lambda: Timetable(map(Window.parse, windows))


def _closed(day: date, repeats: Repeats | None = None) -> SpecialHours:
    return SpecialHours(Effect.CLOSED, Window(EVERY_DAY, 0, 1440, "UTC", day, day), 0, repeats)


def _twenty_exceptions() -> Timetable:
    return Timetable([Window.parse(TOKYO)], map(_closed, TWENTY_DAYS))


def _twenty_days() -> str:
    days = ", ".join(f"{day:%Y %b %d}" for day in TWENTY_DAYS)
    return f"Mo-Fr 10:00-18:00; {days} off"


def _seasons() -> Timetable:
    summer, winter = Season.parse("04-01..10-31"), Season.parse("11-01..03-31")
    until_four = f"{WEEKDAYS} 10:00-16:00 Asia/Tokyo"
    return Timetable([Window.parse(TOKYO, season=summer), Window.parse(until_four, season=winter)])


def _first_sunday() -> Timetable:
    sunday = Window.parse("SU 10:00-14:00 Asia/Tokyo", monthly=frozenset({1, -1}))
    return Timetable([Window.parse(TOKYO), sunday])


def _second_weeks() -> Timetable:
    return Timetable([Window.parse(TOKYO, every_weeks=2, valid_from=date(2026, 11, 23))])


def _yearly() -> Timetable:
    days = [date(2026, 12, 24), date(2026, 12, 31)]
    return Timetable([Window.parse(TOKYO)], [_closed(day, Repeats.YEARLY) for day in days])


def _first_to_twelfth(year: int) -> dict[date, str]:
    return {date(year, number, number): "Holiday" for number in range(1, 13)}


def _holidays(**fields: DayHours) -> Timetable:
    calendar = HolidayCalendar("XX", _first_to_twelfth)
    return Timetable([Window.parse(TOKYO, holidays=calendar, **fields)])


def _own_hours_on_holidays() -> Timetable:
    short = DayHours.parse("12:00-15:00")
    return _holidays(on_holidays=short, before_holidays=short)


CASES = [
    Case("a weekday window in Asia/Tokyo", _plain(TOKYO), "Mo-Fr 10:00-18:00", "Asia/Tokyo"),
    Case("one past midnight", _plain(f"{WEEKDAYS} 12:00-06:00 UTC"), "Mo-Fr 12:00-06:00"),
    Case("round the clock", _plain("MO-SU 00:00-24:00 UTC"), "24/7"),
    Case("four windows in three zones",
         _plain(f"{WEEKDAYS} 09:00-17:00 Asia/Singapore", f"{WEEKDAYS} 09:00-17:00 Europe/London",
                f"{WEEKDAYS} 09:00-17:00 America/New_York", "SA,SU 13:00-21:00 UTC"),
         "Mo-Fr 01:00-09:00; Mo-Fr 09:00-17:00; Mo-Fr 14:00-22:00; Sa-Su 13:00-21:00"),
    Case("one with 20 exceptions", _twenty_exceptions, _twenty_days(), "Asia/Tokyo"),
]  # fmt: skip

# Rules that both engines can state.
RULES = [
    Case("two seasons", _seasons,
         "Apr 1-Oct 31 Mo-Fr 10:00-18:00; Nov 1-Mar 31 Mo-Fr 10:00-16:00", "Asia/Tokyo"),
    Case("first and last Sunday of the month", _first_sunday,
         "Mo-Fr 10:00-18:00; Su[1,-1] 10:00-14:00", "Asia/Tokyo"),
    Case("every second week", _second_weeks, "week 2-52/2 Mo-Fr 10:00-18:00", "Asia/Tokyo"),
    Case("two days of every year", _yearly,
         "Mo-Fr 10:00-18:00; Dec 24 off; Dec 31 off", "Asia/Tokyo"),
]  # fmt: skip


def main() -> None:
    print_header("measure: opening-hours-py")
    for case in CASES:
        for result in _against_the_other(case):
            print_result(result)
    for case in RULES:
        print_result(_year_from_scratch(case))
    print_header("measure: without the rule")
    for result in _with_and_without():
        print_result(result)


def _against_the_other(case: Case) -> list[Result]:
    ours, theirs, zone = case.make(), case.other(), ZoneInfo(case.zone)
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
            _year_from_scratch(case),
            compare(
                f"a year again: {case.name}",
                lambda: ours.intervals(AT, AT + YEAR),
                lambda: list(theirs.intervals(start, start + YEAR)),
                50,
            ),
        ]
    return results


def _year_from_scratch(case: Case) -> Result:
    start = AT.astimezone(ZoneInfo(case.zone))
    return compare(
        f"a year from scratch: {case.name}",
        lambda: case.make().intervals(AT, AT + YEAR),
        lambda: list(case.other().intervals(start, start + YEAR)),
        5,
    )


def _each(ask: Callable[[datetime], object], instants: list[datetime]) -> Callable[[], object]:
    following = cycle(instants).__next__
    return lambda: ask(following())


def _with_and_without() -> list[Result]:
    """A year from scratch with a rule, against as many windows or holidays without it."""
    one, two = _plain(TOKYO), _plain(TOKYO, "SU 10:00-14:00 Asia/Tokyo")
    pairs = [
        ("two seasons", _seasons, _plain(TOKYO, TOKYO)),
        ("first and last Sunday of the month", _first_sunday, two),
        ("every second week", _second_weeks, one),
        ("two days of every year", _yearly, one),
        ("own hours on 12 holidays and their eves", _own_hours_on_holidays, _holidays),
    ]
    return [
        *(
            compare_times(f"a year from scratch: {name}", _year(rules), _year(plain), at_most=3)
            for name, rules, plain in pairs
        ),
        compare_times(
            "first states of 200 timetables of 25 windows, with every rule",
            lambda: _states(_with_every_rule),
            lambda: _states(_offices),
            at_most=3,
        ),
    ]


def _states(make: Callable[[int], Timetable]) -> list[Status]:
    return [make(number).status(AT) for number in range(200)]


def _offices(number: int) -> Timetable:
    return Timetable(_windows(number))


def _with_every_rule(number: int) -> Timetable:
    """Give each of the windows one of the rules, and all of them two days of every year."""
    short = DayHours.parse("12:00-15:00")
    calendar = HolidayCalendar("XX", _first_to_twelfth)
    rules: tuple[dict[str, Any], ...] = (
        {"season": Season.parse("11-01..03-31")},
        {"monthly": frozenset({1, -1})},
        {"every_weeks": 2, "valid_from": date(2026, 11, 23)},
        {"holidays": calendar, "on_holidays": short, "before_holidays": short},
        {},
    )
    windows = [
        replace(window, **rule)
        for window, rule in zip(_windows(number), cycle(rules), strict=False)
    ]
    days = [date(2026, 12, 24), date(2026, 12, 31)]
    return Timetable(windows, [_closed(day, Repeats.YEARLY) for day in days])


def _ruled(window: Window, rule: dict[str, Any]) -> Window:
    return replace(window, **rule)


def _windows(number: int) -> list[Window]:
    return [
        Window.parse(f"{WEEKDAYS} {8 + place % 4:02}:{number % 60:02}-17:00 Asia/Tokyo")
        for place in range(25)
    ]


def _year(make: Callable[[], Timetable]) -> Callable[[], object]:
    return lambda: make().intervals(AT, AT + YEAR)


if __name__ == "__main__":
    main()
