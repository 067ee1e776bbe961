"""Several windows are one timetable: overlapping and touching hours merge, in any mix of zones."""

import pytest

from tests.schedule.notation import DAILY, at, interval, timetable

MONDAY = (at("2026-01-05T00:00Z"), at("2026-01-06T00:00Z"))


@pytest.mark.parametrize(
    ("first", "second", "opens", "closes"),
    [
        ("MO 09:00-12:00 UTC", "MO 12:00-17:00 UTC", "09:00", "17:00"),
        ("MO 09:00-13:00 UTC", "MO 12:00-17:00 UTC", "09:00", "17:00"),
        ("MO 09:00-17:00 UTC", "MO 10:00-12:00 UTC", "09:00", "17:00"),
        ("MO 09:00-17:00 UTC", "MO 09:00-17:00 UTC", "09:00", "17:00"),
        ("MO 09:00-17:00 UTC", "MO 09:00-12:00 UTC", "09:00", "17:00"),
        ("MO 18:00-21:00 Asia/Tokyo", "MO 12:00-17:00 UTC", "09:00", "17:00"),
        ("SU 22:00-09:00 UTC", "MO 09:00-17:00 UTC", "00:00", "17:00"),
    ],
)
def test_windows_that_overlap_or_touch_are_one_interval(first, second, opens, closes):
    merged = [interval(f"2026-01-05T{opens}Z", f"2026-01-05T{closes}Z")]
    assert timetable(first, second).intervals(*MONDAY) == merged
    assert timetable(second, first).intervals(*MONDAY) == merged


def test_windows_a_minute_apart_stay_two_intervals():
    hours = timetable("MO 09:00-12:00 UTC", "MO 12:01-17:00 UTC")
    assert hours.intervals(*MONDAY) == [
        interval("2026-01-05T09:00Z", "2026-01-05T12:00Z"),
        interval("2026-01-05T12:01Z", "2026-01-05T17:00Z"),
    ]


def test_next_change_looks_through_a_touching_window():
    hours = timetable("MO 09:00-12:00 UTC", "MO 12:00-17:00 UTC")
    assert hours.next_change(at("2026-01-05T10:00Z")) == at("2026-01-05T17:00Z")


def test_midnight_does_not_interrupt_hours_that_go_on():
    hours = timetable("MO 18:00-24:00 UTC", "TU 00:00-06:00 UTC")
    assert hours.intervals(at("2026-01-05T00:00Z"), at("2026-01-07T00:00Z")) == [
        interval("2026-01-05T18:00Z", "2026-01-06T06:00Z")
    ]


def test_teams_in_several_zones_follow_the_sun():
    hours = timetable(
        "MO 09:00-17:00 Asia/Tokyo",
        "MO 09:00-17:00 Europe/London",
        "MO 09:00-17:00 America/New_York",
    )
    assert hours.intervals(*MONDAY) == [
        interval("2026-01-05T00:00Z", "2026-01-05T08:00Z"),
        interval("2026-01-05T09:00Z", "2026-01-05T22:00Z"),
    ]


def test_zones_drift_apart_in_the_weeks_when_only_one_has_changed_its_clock():
    hours = timetable("FR 09:00-17:00 Europe/London", "FR 12:00-20:00 America/New_York")
    assert hours.intervals(at("2026-03-06T00:00Z"), at("2026-04-04T00:00Z")) == [
        interval("2026-03-06T09:00Z", "2026-03-07T01:00Z"),
        interval("2026-03-13T09:00Z", "2026-03-14T00:00Z"),
        interval("2026-03-20T09:00Z", "2026-03-21T00:00Z"),
        interval("2026-03-27T09:00Z", "2026-03-28T00:00Z"),
        interval("2026-04-03T08:00Z", "2026-04-04T00:00Z"),
    ]


WINTER_TILES = (f"{DAILY} 00:00-12:00 UTC", f"{DAILY} 12:00-24:00 Europe/London")


def test_zones_that_meet_in_winter_leave_a_gap_in_summer():
    hours = timetable(*WINTER_TILES)
    assert hours.intervals(at("2026-03-28T00:00Z"), at("2026-03-31T00:00Z")) == [
        interval("2026-03-28T00:00Z", "2026-03-29T23:00Z"),
        interval("2026-03-30T00:00Z", "2026-03-30T23:00Z"),
    ]


@pytest.mark.parametrize(
    ("instant", "since", "changes_at"),
    [
        ("2025-10-26T00:00Z", "2025-10-26T00:00Z", "2026-03-29T23:00Z"),
        ("2026-01-05T12:00Z", "2025-10-26T00:00Z", "2026-03-29T23:00Z"),
        ("2026-03-29T22:59:59Z", "2025-10-26T00:00Z", "2026-03-29T23:00Z"),
        ("2026-03-29T23:00Z", "2026-03-29T23:00Z", "2026-03-30T00:00Z"),
        ("2026-10-25T00:00Z", "2026-10-25T00:00Z", "2027-03-28T23:00Z"),
    ],
)
def test_gap_that_the_next_clock_change_opens_is_found(instant, since, changes_at):
    now = timetable(*WINTER_TILES).status(at(instant))
    assert (now.since, now.changes_at) == (at(since), at(changes_at))


# Almaty went from UTC+6 to UTC+5 on 1 March 2024, for good.
ONCE_TILES = (f"{DAILY} 00:00-12:00 UTC", f"{DAILY} 18:00-06:00 Asia/Almaty")
NOW_TILES = (f"{DAILY} 00:00-12:00 UTC", f"{DAILY} 17:00-05:00 Asia/Almaty")


@pytest.mark.parametrize("instant", ["2023-12-01T00:00Z", "2021-11-17T00:00Z", "2012-01-01T00:00Z"])
def test_gap_that_a_single_change_of_the_law_opens_is_found_years_ahead(instant):
    assert timetable(*ONCE_TILES).next_change(at(instant)) == at("2024-03-01T12:00Z")


@pytest.mark.parametrize("instant", ["2024-06-01T00:00Z", "2026-06-01T00:00Z", "2040-01-01T00:00Z"])
def test_gap_that_a_single_change_of_the_law_closed_is_found_years_back(instant):
    assert timetable(*NOW_TILES).status(at(instant)).since == at("2024-02-29T00:00Z")


def test_change_years_ahead_is_found_whatever_was_asked_before():
    fresh, used = timetable(*ONCE_TILES), timetable(*ONCE_TILES)
    used.next_change(at("2021-06-20T00:00Z"))
    instant = at("2021-11-17T00:00Z")
    assert used.next_change(instant) == fresh.next_change(instant)
