"""Validity: the days, both inclusive and on the zone's own calendar, on which hours may begin."""

import pytest

from support.schedule import State, Timetable
from tests.schedule.notation import DAILY, at, interval, timetable, window

JANUARY = (at("2026-01-01T00:00Z"), at("2026-02-01T00:00Z"))


def test_first_and_last_valid_day_are_both_open():
    hours = window(f"{DAILY} 10:00-18:00 UTC", "2026-01-05", "2026-01-07")
    assert Timetable([hours]).intervals(*JANUARY) == [
        interval("2026-01-05T10:00Z", "2026-01-05T18:00Z"),
        interval("2026-01-06T10:00Z", "2026-01-06T18:00Z"),
        interval("2026-01-07T10:00Z", "2026-01-07T18:00Z"),
    ]


def test_validity_may_be_a_single_day():
    hours = window(f"{DAILY} 10:00-18:00 UTC", "2026-01-05", "2026-01-05")
    assert Timetable([hours]).intervals(*JANUARY) == [
        interval("2026-01-05T10:00Z", "2026-01-05T18:00Z")
    ]


def test_validity_without_the_weekday_never_opens():
    hours = window("MO 10:00-18:00 UTC", "2026-01-06", "2026-01-11")
    assert Timetable([hours]).next_change(at("2026-01-01T00:00Z")) is None


def test_overnight_shift_of_the_last_valid_day_runs_to_its_end():
    hours = window(f"{DAILY} 22:00-06:00 UTC", valid_through="2026-01-05")
    nights = Timetable([hours])
    assert nights.is_open(at("2026-01-06T05:59:59Z"))
    assert nights.next_change(at("2026-01-06T05:59:59Z")) == at("2026-01-06T06:00Z")
    assert nights.next_change(at("2026-01-06T06:00Z")) is None


def test_overnight_shift_of_the_eve_does_not_reach_into_the_first_valid_day():
    hours = window(f"{DAILY} 22:00-06:00 UTC", valid_from="2026-01-05")
    nights = Timetable([hours])
    assert not nights.is_open(at("2026-01-05T00:00Z"))
    assert nights.next_change(at("2026-01-05T00:00Z")) == at("2026-01-05T22:00Z")


@pytest.mark.parametrize(
    ("zone", "opens"),
    [
        ("Pacific/Kiritimati", "2026-01-04T10:00Z"),
        ("Asia/Tokyo", "2026-01-04T15:00Z"),
        ("UTC", "2026-01-05T00:00Z"),
        ("America/New_York", "2026-01-05T05:00Z"),
    ],
)
def test_first_valid_day_begins_at_midnight_of_the_zone(zone, opens):
    hours = window(f"{DAILY} 00:00-24:00 {zone}", valid_from="2026-01-05")
    assert Timetable([hours]).next_change(at("2026-01-01T00:00Z")) == at(opens)


@pytest.mark.parametrize(
    ("valid_from", "opens"),
    [
        ("2027-06-01", "2027-06-07T10:00Z"),
        ("2031-01-01", "2031-01-06T10:00Z"),
        ("2099-12-31", "2100-01-04T10:00Z"),
    ],
)
def test_hours_valid_far_ahead_are_closed_until_then_and_the_opening_is_found(valid_from, opens):
    hours = Timetable([window("MO 10:00-18:00 UTC", valid_from)])
    now = hours.status(at("2026-01-05T12:00Z"))
    assert now.state is State.CLOSED
    assert now.since is None
    assert now.changes_at == at(opens)


def test_hours_valid_long_ago_are_closed_since_then_for_good():
    hours = Timetable([window("MO 10:00-18:00 UTC", valid_through="2003-12-31")])
    now = hours.status(at("2026-01-05T12:00Z"))
    assert now.state is State.CLOSED
    assert now.since == at("2003-12-29T18:00Z")
    assert now.changes_at is None


def test_years_between_two_validities_are_one_closed_stretch():
    hours = Timetable(
        [
            window("MO 10:00-18:00 UTC", valid_through="2015-12-31"),
            window("MO 10:00-18:00 UTC", valid_from="2037-01-01"),
        ]
    )
    now = hours.status(at("2026-01-05T12:00Z"))
    assert now.since == at("2015-12-28T18:00Z")
    assert now.changes_at == at("2037-01-05T10:00Z")


def test_round_the_clock_with_an_end_closes_with_the_last_valid_day():
    hours = Timetable([window(f"{DAILY} 00:00-24:00 UTC", valid_through="2030-12-31")])
    now = hours.status(at("2026-01-05T12:00Z"))
    assert now.state is State.OPEN
    assert now.since is None
    assert now.changes_at == at("2031-01-01T00:00Z")


@pytest.mark.parametrize("first_day", ["1969-12-31", "1970-01-01", "1970-01-02", "2016-02-29"])
def test_round_the_clock_with_a_beginning_is_open_since_the_first_valid_day(first_day):
    hours = Timetable([window(f"{DAILY} 00:00-24:00 UTC", valid_from=first_day)])
    now = hours.status(at("2026-01-05T12:00Z"))
    assert now.state is State.OPEN
    assert now.since == at(f"{first_day}T00:00Z")
    assert now.changes_at is None


def test_opening_on_the_first_day_of_1970_is_found_from_long_before():
    hours = Timetable([window(f"{DAILY} 00:00-24:00 UTC", valid_from="1970-01-01")])
    assert hours.next_change(at("1960-01-01T00:00Z")) == at("1970-01-01T00:00Z")


def test_round_the_clock_handed_over_from_one_validity_to_the_next_never_closes():
    hours = Timetable(
        [
            window(f"{DAILY} 00:00-24:00 Europe/London", valid_through="2026-03-28"),
            window(f"{DAILY} 00:00-24:00 Europe/London", valid_from="2026-03-29"),
        ]
    )
    now = hours.status(at("2026-01-05T12:00Z"))
    assert (now.state, now.since, now.changes_at) == (State.OPEN, None, None)


def test_validity_to_the_last_day_of_the_calendar_means_for_good():
    hours = Timetable([window(f"{DAILY} 00:00-24:00 UTC", valid_through="9999-12-31")])
    assert hours.status(at("2026-01-05T12:00Z")).state is State.OPEN


def test_validity_from_the_first_day_of_the_calendar_means_from_the_beginning():
    hours = Timetable([window(f"{DAILY} 00:00-24:00 UTC", valid_from="0001-01-01")])
    assert hours.status(at("2026-01-05T12:00Z")).state is State.OPEN


def test_validity_of_one_window_leaves_the_others_alone():
    hours = Timetable(
        [
            window("MO 10:00-18:00 UTC", valid_through="2026-01-05"),
            window("MO 12:00-14:00 UTC"),
        ]
    )
    assert hours.intervals(at("2026-01-05T00:00Z"), at("2026-01-13T00:00Z")) == [
        interval("2026-01-05T10:00Z", "2026-01-05T18:00Z"),
        interval("2026-01-12T12:00Z", "2026-01-12T14:00Z"),
    ]


def test_hours_without_validity_hold_in_every_year():
    mondays = timetable("MO 10:00-18:00 UTC")
    assert mondays.is_open(at("1900-01-01T12:00Z"))
    assert mondays.is_open(at("2200-12-29T12:00Z"))
