"""Another engine on the same hours: opening-hours-py, in Rust, away from clock-change nights.

It speaks of one zone per timetable and has no window of 24 hours that starts within the day. Where
a day is cancelled, the shift of the night before ends there at midnight, while ours runs to its
end; so hours past midnight are compared without special hours and holidays, and those without
hours past midnight.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from functools import partial
from random import Random
from zoneinfo import ZoneInfo

from opening_hours import OpeningHours

from support.schedule import EVERY_DAY, Effect, HolidayCalendar, SpecialHours, Weekday, Window
from tests.proof.osm_text import osm_text
from tests.proof.tally import Tally
from tests.schedule.stated_hours import Notice, StatedHours

ZONES = [
    "UTC",
    "Asia/Tokyo",
    "Asia/Kolkata",
    "Europe/London",
    "America/New_York",
    "Africa/Cairo",
    "Australia/Sydney",
    "Pacific/Kiritimati",
    "America/Sao_Paulo",
]

# In these seasons, a week's end included, none of the clocks changes. Exceptions end early enough
# for the next change of state to lie within.
SEASONS = [datetime(2026, 5, 4, tzinfo=UTC), datetime(2026, 11, 9, tzinfo=UTC)]
SEASON_DAYS, EXCEPTIONS_BEGIN_WITHIN, LONGEST_EXCEPTION = 100, 70, 14

INSTANTS = 40


def compare(seed: int) -> Tally:
    """One random timetable at forty random instants: its state and its next change."""
    random = Random(seed)
    zone, season = random.choice(ZONES), random.choice(SEASONS)
    hours = random_hours(random, zone, season)
    ours, text = hours.timetable(), osm_text(hours)
    theirs = OpeningHours(text, timezone=ZoneInfo(zone), max_interval_days=366)

    tally = Tally.empty()
    for _ in range(INSTANTS):
        instant = season + timedelta(minutes=random.randrange(SEASON_DAYS * 24 * 60))
        local = instant.astimezone(ZoneInfo(zone))
        case = f"“{text}” at {local.isoformat()} in {zone}"
        tally.check(ours.is_open(instant) == theirs.is_open(local), f"state of {case}")
        tally.check(
            ours.next_change(instant) == theirs.next_change(local), f"next change of {case}"
        )
    tally.counts["instants"] = INSTANTS
    tally.counts["timetables"] = 1
    tally.counts["timetables with exceptions"] = any(hours[1:])
    return tally


def random_hours(random: Random, zone: str, season: datetime) -> StatedHours:
    if random.random() < 0.4:
        windows = [_window(random, zone) for _ in range(random.randint(1, 4))]
        return StatedHours(windows)
    day = partial(_day, random, season)
    holidays = {code: frozenset(day() for _ in range(random.randint(0, 3))) for code in ("A", "B")}
    calendars = [None, *(_calendar(code, days) for code, days in holidays.items())]
    return StatedHours(
        [_day_window(random, zone, random.choice(calendars)) for _ in range(random.randint(1, 4))],
        [_special_hours(random, zone, day(), rank) for rank in _ranks(random)],
        [_notice(random, zone, day()) for _ in range(random.choice([0, 0, 1, 2]))],
        holidays,
    )


def _window(random: Random, zone: str) -> Window:
    opens, closes = random.sample(range(0, 1440, random.choice([1, 15, 60])), 2)
    whole_day, until_midnight = random.random() < 0.1, random.random() < 0.1
    if whole_day:
        opens, closes = 0, 1440
    return Window(_weekdays(random), opens, 1440 if until_midnight else closes, zone)


def _day_window(random: Random, zone: str, holidays: HolidayCalendar | None = None) -> Window:
    """One that ends on the day on which it begins."""
    window = _window(random, zone)
    opens, closes = sorted([window.opens, window.closes])
    return Window(window.weekdays, opens, closes, zone, holidays=holidays)


def _ranks(random: Random) -> list[int]:
    """No two alike: of one rank, the narrower range decides, which it cannot say."""
    return random.sample(range(4), random.randint(0, 4))


def _special_hours(random: Random, zone: str, first: date, rank: int) -> SpecialHours:
    last = first + timedelta(days=random.choice([0, 0, random.randint(1, LONGEST_EXCEPTION)]))
    window = _day_window(random, zone)
    weekdays = random.choice([EVERY_DAY, window.weekdays])
    return SpecialHours(
        random.choice([Effect.CLOSED, Effect.HOURS, Effect.AS_USUAL]),
        Window(weekdays, window.opens, window.closes, zone, first, last),
        rank,
    )


def _notice(random: Random, zone: str, first: date) -> Notice:
    starts = datetime.combine(first, datetime.min.time()) + timedelta(
        minutes=random.randrange(0, 1440, 15)
    )
    longest = random.choice([24, 24 * LONGEST_EXCEPTION]) * 4
    return Notice(zone, starts, starts + random.randint(1, longest) * timedelta(minutes=15))


def _calendar(code: str, days: frozenset[date]) -> HolidayCalendar:
    return HolidayCalendar(
        code, lambda year: {day: f"Holiday {code}" for day in days if day.year == year}
    )


def _day(random: Random, season: datetime) -> date:
    return season.date() + timedelta(days=random.randrange(EXCEPTIONS_BEGIN_WITHIN))


def _weekdays(random: Random) -> frozenset[Weekday]:
    return frozenset(random.sample(list(Weekday), random.randint(1, 7)))
