from __future__ import annotations

from datetime import timedelta

import pytest

from support.schedule import ClockChange, UnknownZone, clock_changes
from tests.schedule.notation import at

FORWARD = ClockChange(
    at("2026-03-29T01:00Z"), "Europe/London", timedelta(hours=0), timedelta(hours=1)
)
BACK = ClockChange(at("2026-10-25T01:00Z"), "Europe/London", timedelta(hours=1), timedelta(hours=0))


def test_clock_changes_of_a_year_come_in_order_with_the_offset_on_either_side():
    assert clock_changes("Europe/London", at("2026-01-01T00:00Z"), at("2027-01-01T00:00Z")) == [
        FORWARD,
        BACK,
    ]


def test_change_at_the_start_is_in_and_one_at_the_end_is_not():
    assert clock_changes("Europe/London", FORWARD.at, BACK.at) == [FORWARD]


def test_start_and_end_may_be_told_on_any_clock():
    start, end = at("2026-03-29T06:30+05:30"), at("2026-03-28T20:00:01-05:00")
    assert clock_changes("Europe/London", start, end) == [FORWARD]


def test_half_an_hour_is_a_change_too():
    start, end = at("2026-04-01T00:00Z"), at("2026-05-01T00:00Z")
    assert clock_changes("Australia/Lord_Howe", start, end) == [
        ClockChange(
            at("2026-04-04T15:00Z"),
            "Australia/Lord_Howe",
            timedelta(hours=11),
            timedelta(hours=10, minutes=30),
        )
    ]


def test_zone_without_summer_time_has_no_clock_change():
    assert clock_changes("Asia/Tokyo", at("2026-01-01T00:00Z"), at("2027-01-01T00:00Z")) == []


def test_unknown_zone_is_told():
    with pytest.raises(UnknownZone):
        clock_changes("Mars/Olympus", at("2026-01-01T00:00Z"), at("2027-01-01T00:00Z"))


@pytest.mark.parametrize(
    ("change", "before", "after"),
    [
        (FORWARD, at("2026-03-29T01:00"), at("2026-03-29T02:00")),
        (BACK, at("2026-10-25T02:00"), at("2026-10-25T01:00")),
    ],
)
def test_clock_shows_two_times_at_its_change(change, before, after):
    assert change.shown_before == before
    assert change.shown_after == after
