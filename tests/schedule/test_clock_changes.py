"""Every clock change of many zones and years, against the rule as brute force scans it."""

from datetime import UTC, datetime
from itertools import product
from zoneinfo import ZoneInfo

import pytest

from support.schedule import EVERY_DAY, Timetable, Weekday, Window
from support.schedule.instant import to_seconds
from support.schedule.zone import zone as engine_zone
from tests.schedule.brute_force import DAY, MINUTE, Scan, clock_changes, union, wall_time
from tests.schedule.notation import at

# Minutes from the wall time at which the clock stops, and from the one at which it goes on.
AROUND_THE_CHANGE = [-60, -30, -1, 0, 1, 15, 30, 59, 60, 61]
MIDNIGHT, NOON, END_OF_DAY = 0, 12 * 60, 24 * 60

ZONES = pytest.mark.parametrize(
    ("key", "start", "end"),
    [
        ("Europe/London", "2024-01-01T00:00Z", "2038-01-01T00:00Z"),
        ("America/New_York", "2024-01-01T00:00Z", "2038-01-01T00:00Z"),
        ("Africa/Cairo", "2024-01-01T00:00Z", "2038-01-01T00:00Z"),
        ("Africa/Casablanca", "2024-01-01T00:00Z", "2038-01-01T00:00Z"),
        ("Asia/Beirut", "2024-01-01T00:00Z", "2038-01-01T00:00Z"),
        ("Australia/Lord_Howe", "2024-01-01T00:00Z", "2038-01-01T00:00Z"),
        ("Antarctica/Troll", "2024-01-01T00:00Z", "2038-01-01T00:00Z"),
        ("America/Sao_Paulo", "2018-01-01T00:00Z", "2019-01-01T00:00Z"),
        ("Pacific/Apia", "2011-01-01T00:00Z", "2012-01-01T00:00Z"),
    ],
)
ZONES_THAT_NEVER_CHANGE = pytest.mark.parametrize(
    "key", ["UTC", "Asia/Tokyo", "Asia/Singapore", "Asia/Kolkata"]
)


def minute_of_day(wall: datetime) -> int:
    return wall.hour * 60 + wall.minute


def compare(key: str, night: datetime) -> int:
    """Assert that engine and brute force agree around `night`; how many windows they agree on."""
    zone = ZoneInfo(key)
    stops, goes_on = wall_time(zone, night - MINUTE) + MINUTE, wall_time(zone, night)
    times = {MIDNIGHT, NOON} | {
        minute_of_day(wall + offset * MINUTE)
        for wall in (stops, goes_on)
        for offset in AROUND_THE_CHANGE
    }
    first, last = min(stops, goes_on).date() - DAY, max(stops, goes_on).date() + DAY
    days = [first + n * DAY for n in range((last - first).days + 1)]
    start, end = night - 3 * DAY, night + 4 * DAY
    scan = Scan(zone, start, end)

    compared = 0
    for opens, closes in product(times, times | {END_OF_DAY}):
        expected = []
        for day in days:
            once = Window(frozenset({Weekday(day.weekday())}), opens, closes, key, day, day)
            found = scan.intervals(day, opens, closes)
            assert Timetable([once]).intervals(start, end) == found, once
            expected += found
        daily = Window(EVERY_DAY, opens, closes, key, first, last)
        assert Timetable([daily]).intervals(start, end) == union(expected), daily
        compared += len(days) + 1
    return compared


@ZONES
def test_hours_follow_the_sign_on_the_door_at_every_clock_change(key, start, end):
    nights = clock_changes(ZoneInfo(key), at(start), at(end))
    compared = [compare(key, night) for night in nights]
    assert compared
    assert min(compared) > 500


@ZONES_THAT_NEVER_CHANGE
@pytest.mark.parametrize("night", ["2026-03-29T01:00Z", "2026-10-24T15:00Z"])
def test_hours_follow_the_sign_on_the_door_where_no_clock_changes(key, night):
    assert compare(key, at(night)) > 500


@ZONES
def test_engine_knows_the_same_clock_changes(key, start, end):
    found = engine_zone(key).clock_changes(to_seconds(at(start)), to_seconds(at(end)))
    assert found == [
        to_seconds(change) for change in clock_changes(ZoneInfo(key), at(start), at(end))
    ]


@pytest.mark.parametrize(
    ("key", "year", "changes"),
    [
        ("Europe/London", 2024, ["2024-03-31T01:00Z", "2024-10-27T01:00Z"]),
        ("America/New_York", 2024, ["2024-03-10T07:00Z", "2024-11-03T06:00Z"]),
        ("Africa/Cairo", 2024, ["2024-04-25T22:00Z", "2024-10-31T21:00Z"]),
        ("Africa/Casablanca", 2024, ["2024-03-10T02:00Z", "2024-04-14T02:00Z"]),
        ("Asia/Beirut", 2024, ["2024-03-30T22:00Z", "2024-10-26T21:00Z"]),
        ("Australia/Lord_Howe", 2024, ["2024-04-06T15:00Z", "2024-10-05T15:30Z"]),
        ("Antarctica/Troll", 2024, ["2024-03-31T01:00Z", "2024-10-27T01:00Z"]),
        ("America/Sao_Paulo", 2018, ["2018-02-18T02:00Z", "2018-11-04T03:00Z"]),
        ("Pacific/Apia", 2011, ["2011-04-02T14:00Z", "2011-09-24T14:00Z", "2011-12-30T10:00Z"]),
    ],
)
def test_brute_force_finds_the_clock_changes_on_record(key, year, changes):
    new_year, next_new_year = datetime(year, 1, 1, tzinfo=UTC), datetime(year + 1, 1, 1, tzinfo=UTC)
    found = clock_changes(ZoneInfo(key), new_year, next_new_year)
    assert found == [at(change) for change in changes]


@ZONES_THAT_NEVER_CHANGE
def test_brute_force_finds_no_clock_change_where_there_is_none(key):
    years = at("2024-01-01T00:00Z"), at("2038-01-01T00:00Z")
    assert clock_changes(ZoneInfo(key), *years) == []
