"""Hours and instants at random, often at the moments at which a mistake would show."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, NamedTuple, TypeVar
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

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
    Timetable,
    Weekday,
    Window,
)
from tests.schedule.brute_force import DAY, MINUTE
from tests.schedule.notation import at
from tests.schedule.stated_hours import Notice, StatedHours

T = TypeVar("T")
U = TypeVar("U")

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
CLOCK_CHANGES = [
    at("2026-02-15T02:00Z"),
    at("2026-03-08T07:00Z"),
    at("2026-03-22T02:00Z"),
    at("2026-03-28T22:00Z"),
    at("2026-03-29T01:00Z"),
    at("2026-04-04T15:00Z"),
    at("2026-10-03T15:30Z"),
    at("2026-10-24T21:00Z"),
    at("2026-10-25T01:00Z"),
    at("2026-11-01T06:00Z"),
]

# Each on days of some of the clock changes, and around the turn of the year.
HOLIDAYS = {
    "AA": frozenset(
        date(year, month, day)
        for year in (2025, 2026, 2027)
        for month, day in [(1, 1), (3, 8), (3, 29), (10, 25), (12, 25), (12, 26)]
    ),
    "BB": frozenset(
        date(year, month, day)
        for year in (2025, 2026, 2027)
        for month, day in [(1, 1), (1, 2), (2, 15), (4, 5), (10, 4), (11, 1)]
    ),
}


def calendar(code: str, zone: str | None = None) -> HolidayCalendar:
    def of_year(year: int) -> dict[date, str]:
        return {day: f"{code} {day}" for day in HOLIDAYS[code] if day.year == year}

    return HolidayCalendar(code, of_year, zone)


CALENDARS = [
    calendar(code, zone)
    for code in HOLIDAYS
    for zone in (None, "Asia/Tokyo", "America/New_York", "Pacific/Kiritimati")
]

half_hours = st.integers(0, 47).map(lambda n: 30 * n)
some_weekdays = st.frozensets(st.sampled_from(Weekday), min_size=1)
day_hours = st.builds(
    DayHours,
    half_hours | st.integers(0, 1439),
    half_hours | st.integers(0, 1440),
)
some_places = st.frozensets(st.sampled_from(sorted(MONTHLY_PLACES)), min_size=1)
month_days = st.dates(date(2024, 1, 1), date(2024, 12, 31)).map(MonthDay.of)
seasons = st.builds(Season, month_days, month_days)


def rarely(values: st.SearchStrategy[T], otherwise: U) -> st.SearchStrategy[T | U]:
    """Most windows, as most that people have, know none of the rarer rules."""
    return st.just(otherwise) | st.just(otherwise) | st.just(otherwise) | values


def _window(every_weeks: int, valid_from: date | None, **fields: Any) -> Window:
    if every_weeks > 1:
        valid_from = valid_from or date(2026, 1, 1)
    return Window(every_weeks=every_weeks, valid_from=valid_from, **fields)


windows = st.builds(
    _window,
    weekdays=some_weekdays,
    opens=half_hours | st.integers(0, 1439),
    closes=half_hours | st.integers(0, 1440),
    zone=st.sampled_from(ZONES),
    valid_from=st.none() | st.dates(date(2026, 1, 1), date(2026, 6, 30)),
    valid_through=st.none() | st.dates(date(2026, 7, 1), date(2026, 12, 31)),
    holidays=st.none() | st.sampled_from(CALENDARS),
    monthly=rarely(some_places, frozenset()),
    every_weeks=rarely(st.integers(2, 6), 1),
    season=rarely(seasons, None),
    on_holidays=st.none() | day_hours,
    before_holidays=rarely(day_hours, None),
)


def has_one_clock(window: Window) -> bool:
    """Whether its public holidays are days on its own clock."""
    return window.holidays is None or window.holidays.zone in (None, window.zone)


window_lists = st.lists(windows, max_size=4)

dates = st.builds(
    lambda change, days: change.date() + days * DAY,
    st.sampled_from([*CLOCK_CHANGES, at("2026-01-01T00:00Z"), at("2026-12-25T00:00Z")]),
    st.integers(-3, 3),
) | st.dates(date(2025, 12, 1), date(2027, 2, 1))


def _special(
    effect: Effect,
    window: Window,
    first: date,
    days: int,
    rank: int,
    repeats: Repeats | None,
    monthly: frozenset[int],
    like: Weekday,
) -> SpecialHours:
    is_monthly = repeats is Repeats.MONTHLY
    return SpecialHours(
        effect,
        Window(
            window.weekdays,
            window.opens,
            window.closes,
            window.zone,
            first,
            None if is_monthly and days == 0 else first + days * DAY,
            monthly=monthly if is_monthly else frozenset(),
        ),
        rank,
        repeats,
        like if effect is Effect.AS_WEEKDAY else None,
    )


special_hours = st.builds(
    _special,
    st.sampled_from(Effect),
    windows,
    dates | dates.map(lambda day: day.replace(year=day.year - 2, day=min(day.day, 28))),
    st.integers(0, 6) | st.integers(0, 40) | st.just(365),
    st.integers(0, 2),
    st.none() | st.sampled_from(Repeats),
    some_places,
    st.sampled_from(Weekday),
)
lengths = half_hours.map(lambda n: n + 30) | st.integers(1, 4000) | st.integers(1, 60 * 24 * 60)
notices = st.builds(
    lambda zone, start, length: Notice(zone, start, length and start + length * MINUTE),
    st.sampled_from(ZONES),
    st.builds(
        lambda day, minutes: datetime.combine(day, datetime.min.time()) + minutes * MINUTE,
        dates,
        half_hours | st.integers(0, 1439),
    ),
    lengths | lengths | lengths | st.none(),
)


def is_ever_seen(notice: Notice) -> bool:
    try:
        notice.closure()
    except InvalidClosure:
        return False
    return True


class Exceptions(NamedTuple):
    special_hours: list[SpecialHours]
    closures: list[Closure]


exceptions = st.builds(
    Exceptions,
    st.lists(special_hours, max_size=4),
    st.lists(notices.filter(is_ever_seen).map(Notice.closure), max_size=2),
)
timetables = st.builds(lambda rows, but: Timetable(rows, *but), window_lists, exceptions)
stated_hours = st.builds(
    StatedHours,
    window_lists,
    st.lists(special_hours, max_size=4),
    st.lists(notices.filter(is_ever_seen), max_size=2),
    st.just(HOLIDAYS),
)

near_a_clock_change = st.builds(
    lambda change, minutes: change + minutes * MINUTE,
    st.sampled_from(CLOCK_CHANGES),
    st.integers(-26 * 60, 26 * 60),
)
instants = near_a_clock_change | st.datetimes(
    at("2025-11-01T00:00"), at("2027-03-01T00:00"), timezones=st.just(UTC)
)
far_instants = st.datetimes(
    at("1900-01-01T00:00"),
    at("2201-01-01T00:00") - timedelta.resolution,
    timezones=st.just(UTC),
)
ranges = st.tuples(instants, instants).map(sorted)


class SeenOnTheWall(NamedTuple):
    """A time inside the hours that `window` has on one day, as its own clock shows it."""

    window: Window
    wall: datetime
    instant: datetime


def _seen_on_the_wall(window: Window, day: date, minutes: int, fold: int) -> SeenOnTheWall:
    wall = datetime.combine(day, time()) + (window.opens + minutes % window.length) * MINUTE
    of_that_day = replace(
        window,
        weekdays=window.weekdays | {Weekday(day.weekday())},
        valid_from=window.valid_from and min(window.valid_from, day),
        valid_through=window.valid_through and max(window.valid_through, day),
        holidays=None,
        monthly=frozenset(),
        every_weeks=1,
        season=None,
        on_holidays=None,
        before_holidays=None,
    )
    instant = wall.replace(tzinfo=ZoneInfo(window.zone), fold=fold).astimezone(UTC)
    return SeenOnTheWall(of_that_day, wall, instant)


seen_on_the_wall = st.builds(
    _seen_on_the_wall, windows, dates, st.integers(0, 1439), st.sampled_from([0, 1])
)


class Moment(NamedTuple):
    timetable: Timetable
    instant: datetime

    @property
    def is_open(self) -> bool:
        return self.timetable.is_open(self.instant)

    @property
    def has_begun(self) -> bool:
        """Whether the state was once another."""
        return self.timetable.status(self.instant).since is not None

    @property
    def will_end(self) -> bool:
        """Whether the state will once be another."""
        return self.timetable.status(self.instant).changes_at is not None


# Nearly all of these are open, change and have changed, so that few examples are thrown away.
moments_inside_hours = st.builds(
    lambda seen, rows, but: Moment(Timetable([seen.window, *rows], *but), seen.instant),
    seen_on_the_wall,
    window_lists,
    exceptions,
)
moments = moments_inside_hours | st.builds(
    lambda moment, instant: Moment(moment.timetable, instant), moments_inside_hours, instants
)
