"""All rules at once, at random, against the rules as brute force scans them minute by minute."""

from __future__ import annotations

from bisect import bisect_right
from datetime import UTC, date, datetime, timedelta
from random import Random
from typing import TypeVar

from support.schedule import (
    MONTHLY_PLACES,
    Closure,
    DayHours,
    Effect,
    HolidayCalendar,
    InvalidClosure,
    MonthDay,
    Repeats,
    Season,
    SpecialHours,
    Weekday,
    Window,
)
from tests.proof.tally import Tally
from tests.schedule.brute_force import MINUTE, open_intervals
from tests.schedule.stated_hours import Notice, StatedHours

T = TypeVar("T")

ZONES = [
    "UTC",
    "Asia/Tokyo",
    "Asia/Kolkata",
    "Europe/London",
    "America/New_York",
    "Africa/Casablanca",
    "Asia/Beirut",
    "Australia/Lord_Howe",
    "Antarctica/Troll",
    "Pacific/Kiritimati",
    "Pacific/Pago_Pago",
]

# Around changes of some of the clocks, the turn of a year and the end of a February, and calm.
STARTS = [
    datetime(2026, 2, 12, tzinfo=UTC),
    datetime(2026, 3, 4, tzinfo=UTC),
    datetime(2026, 3, 25, tzinfo=UTC),
    datetime(2026, 7, 1, tzinfo=UTC),
    datetime(2026, 10, 22, tzinfo=UTC),
    datetime(2026, 12, 23, tzinfo=UTC),
    datetime(2028, 2, 22, tzinfo=UTC),
]
DAYS = 12

INSTANTS, CHANGES = 500, 20


def compare(seed: int) -> Tally:
    """One random timetable at random instants: its state, and its next change where one is near."""
    random = Random(seed)
    start = random.choice(STARTS)
    end = start + timedelta(days=DAYS)
    hours = random_hours(random, start.date())
    ours = hours.timetable()
    edges = [edge for each in open_intervals(hours, start, end) for edge in each]

    tally = Tally.empty()
    for number in range(INSTANTS):
        instant = start + MINUTE * random.randrange(DAYS * 24 * 60)
        place = bisect_right(edges, instant)
        tally.check(ours.is_open(instant) == bool(place % 2), f"state at {instant}: {hours}")
        if number < CHANGES and place < len(edges) and edges[place] < end:
            change = ours.next_change(instant)
            tally.check(change == edges[place], f"next change after {instant}: {hours}")
            tally.counts["next changes"] += 1
    tally.counts["instants"] = INSTANTS
    tally.counts["timetables"] = 1
    return tally


def random_hours(random: Random, first: date) -> StatedHours:
    holidays = {
        code: frozenset(
            first + timedelta(days=random.randrange(-3, DAYS + 3))
            for _ in range(random.randrange(5))
        )
        for code in ("A", "B")
    }
    calendars = [_calendar(random, code, days) for code, days in holidays.items()]
    return StatedHours(
        [_window(random, first, calendars) for _ in range(random.randint(0, 4))],
        [_special(random, first) for _ in range(random.choice([0, 1, 2, 3, 4, 6]))],
        [_notice(random, first) for _ in range(random.choice([0, 0, 0, 1, 2]))],
        holidays,
    )


def _window(random: Random, first: date, calendars: list[HolidayCalendar]) -> Window:
    every_weeks = _rarely(random, random.randint(2, 5), 1)
    valid_from = first + timedelta(days=random.randint(-200, 5))
    return Window(
        _weekdays(random),
        *_times(random),
        random.choice(ZONES),
        valid_from if every_weeks > 1 else _rarely(random, valid_from, None),
        _rarely(random, first + timedelta(days=random.randint(5, 20)), None),
        holidays=random.choice([None, *calendars]),
        monthly=_rarely(random, _places(random), frozenset()),
        every_weeks=every_weeks,
        season=_rarely(random, Season(_month_day(random), _month_day(random)), None),
        on_holidays=random.choice([None, DayHours(*_times(random))]),
        before_holidays=_rarely(random, DayHours(*_times(random)), None),
    )


def _special(random: Random, first: date) -> SpecialHours:
    repeats = random.choice([None, None, *Repeats])
    effect = random.choice(list(Effect))
    begins = first + timedelta(days=random.randint(-10, DAYS))
    if repeats and random.random() < 0.7:
        begins = begins.replace(year=begins.year - random.randint(1, 3), day=min(begins.day, 28))
    last = begins + timedelta(days=random.choice([0, 0, 1, 3, random.randint(1, 60)]))
    is_monthly = repeats is Repeats.MONTHLY
    window = Window(
        random.choice([frozenset(Weekday), _weekdays(random)]),
        *_times(random),
        random.choice(ZONES),
        begins,
        None if is_monthly else last,
        monthly=_places(random) if is_monthly else frozenset(),
    )
    like = random.choice(list(Weekday)) if effect is Effect.AS_WEEKDAY else None
    return SpecialHours(effect, window, random.randint(0, 2), repeats, like)


def _notice(random: Random, first: date) -> Notice:
    day = datetime.combine(first, datetime.min.time()) + timedelta(days=random.randint(-2, DAYS))
    while True:
        starts = day + MINUTE * random.randrange(24 * 60)
        ends = starts + MINUTE * random.choice([random.randint(1, 200), random.randint(1, 9000)])
        notice = Notice(random.choice(ZONES), starts, _rarely(random, None, ends))
        if _is_ever_seen(notice):
            return notice


def _is_ever_seen(notice: Notice) -> bool:
    try:
        return isinstance(notice.closure(), Closure)
    except InvalidClosure:
        return False


def _days(random: Random, first: date) -> frozenset[date]:
    offsets = [random.randrange(-3, DAYS + 3) for _ in range(random.randrange(5))]
    return frozenset(first + timedelta(days=offset) for offset in offsets)


def _calendar(random: Random, code: str, days: frozenset[date]) -> HolidayCalendar:
    return HolidayCalendar(
        code,
        lambda year: {day: f"Holiday {code}" for day in days if day.year == year},
        random.choice([None, *ZONES]),
    )


def _times(random: Random) -> tuple[int, int]:
    step = random.choice([1, 15, 60])
    return random.randrange(0, 1440, step), random.randrange(0, 1441, step)


def _weekdays(random: Random) -> frozenset[Weekday]:
    return frozenset(random.sample(list(Weekday), random.randint(1, 7)))


def _places(random: Random) -> frozenset[int]:
    return frozenset(random.sample(sorted(MONTHLY_PLACES), random.randint(1, 3)))


def _month_day(random: Random) -> MonthDay:
    return MonthDay.of(date(2024, 1, 1) + timedelta(days=random.randrange(366)))


def _rarely(random: Random, value: T, otherwise: T) -> T:
    return value if random.random() < 0.2 else otherwise
