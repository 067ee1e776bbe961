"""Clock changes of many zones, against the rule as brute force scans it.

A sample; `make prove` compares every zone.
"""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from support.schedule.instant import to_seconds
from support.schedule.zone import zone as engine_zone
from tests.proof.clock_changes import Night, compare
from tests.proof.every_zone import CALM_NIGHTS, Clock, clock_of, files, nights
from tests.schedule.brute_force import clock_changes
from tests.schedule.notation import at

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


@pytest.mark.parametrize(
    ("key", "changes"),
    [
        ("Europe/London", ["2026-03-29T01:00Z", "2037-10-25T01:00Z"]),
        ("America/New_York", ["2026-03-08T07:00Z", "2026-11-01T06:00Z"]),
        ("Africa/Cairo", ["2026-04-23T22:00Z", "2026-10-29T21:00Z"]),
        ("Africa/Casablanca", ["2026-02-15T02:00Z", "2026-03-22T02:00Z"]),
        ("Asia/Beirut", ["2026-03-28T22:00Z", "2026-10-24T21:00Z"]),
        ("Australia/Lord_Howe", ["2026-04-04T15:00Z", "2026-10-03T15:30Z"]),
        ("Antarctica/Troll", ["2026-03-29T01:00Z", "2026-10-25T01:00Z"]),
        ("America/Sao_Paulo", ["2018-02-18T02:00Z", "2018-11-04T03:00Z"]),
        ("America/St_Johns", ["2010-03-14T03:31Z", "2010-11-07T02:31Z"]),
        ("Pacific/Apia", ["2011-12-30T10:00Z"]),
    ],
)
def test_hours_follow_the_sign_on_the_door_at_a_clock_change(key, changes):
    for change in changes:
        tally = compare(Night((key,), at(change)))
        assert tally.differences == []
        assert tally.counts["windows"] > 300


@ZONES_THAT_NEVER_CHANGE
def test_hours_follow_the_sign_on_the_door_where_no_clock_changes(key):
    tally = compare(Night((key,), CALM_NIGHTS[0]))
    assert tally.differences == []
    assert tally.counts["windows"] > 300


def test_comparison_tells_a_difference():
    # What the clock on the Faroes shows is what London's does, and not what Berlin's does.
    change = at("2026-03-29T01:00Z")
    assert compare(Night(("Europe/London", "Atlantic/Faroe"), change)).differences == []
    assert compare(Night(("Europe/London", "Europe/Berlin"), change)).differences


def test_every_zone_of_tzdata_is_proven_once_for_each_of_its_changes():
    zones = [key for keys in files() for key in keys]
    assert len(zones) == len(set(zones)) > 590
    london, tokyo = clock_of(("Europe/London", "GB")), clock_of(("Asia/Tokyo",))
    faroes = clock_of(("Atlantic/Faroe",))
    assert len(london.changes) == 28
    assert sorted(nights([london, tokyo, faroes])) == sorted(
        [
            *(Night(("Europe/London", "GB", "Atlantic/Faroe"), each) for each in london.changes),
            *(Night(("Asia/Tokyo",), each) for each in CALM_NIGHTS),
        ]
    )


def test_zones_with_many_names_are_shared_out():
    names = tuple(f"Etc/Name-{number}" for number in range(20))
    midnight = at("2024-01-01T00:00Z"), at("2024-01-01T00:00")
    pieces = list(nights([Clock(names, (midnight,))]))
    assert sum(len(piece.zones) for piece in pieces) == 20 * len(CALM_NIGHTS)
    assert {zone for piece in pieces for zone in piece.zones} == set(names)


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
