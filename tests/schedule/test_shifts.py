"""The hours that begin on a day, as the week's table shows them. 2026-12-25 is a Friday."""

from datetime import date

import pytest

from support.schedule import Shift, Timetable
from tests.schedule.notation import (
    DAILY,
    closed_on,
    closure,
    holidays,
    hours_on,
    interval,
    window,
)

EVE, CHRISTMAS, BOXING_DAY = date(2026, 12, 24), date(2026, 12, 25), date(2026, 12, 26)
OFFICE = window(f"{DAILY} 09:00-17:00 UTC")
NIGHTS = window(f"{DAILY} 22:00-06:00 UTC")


def test_shifts_of_a_day_are_those_that_begin_on_it_whole():
    assert Timetable([NIGHTS]).shifts(EVE, EVE) == [
        Shift(EVE, NIGHTS, interval("2026-12-24T22:00Z", "2026-12-25T06:00Z"))
    ]


def test_shifts_of_several_days_go_window_by_window():
    assert Timetable([OFFICE, NIGHTS]).shifts(EVE, CHRISTMAS) == [
        Shift(EVE, OFFICE, interval("2026-12-24T09:00Z", "2026-12-24T17:00Z")),
        Shift(CHRISTMAS, OFFICE, interval("2026-12-25T09:00Z", "2026-12-25T17:00Z")),
        Shift(EVE, NIGHTS, interval("2026-12-24T22:00Z", "2026-12-25T06:00Z")),
        Shift(CHRISTMAS, NIGHTS, interval("2026-12-25T22:00Z", "2026-12-26T06:00Z")),
    ]


def test_cancelled_shifts_are_left_out_and_special_ones_are_there():
    special = hours_on("2026-12-25", "10:00-14:00 UTC")
    closed = closed_on("2026-12-26")
    assert Timetable([OFFICE], [special, closed]).shifts(EVE, BOXING_DAY) == [
        Shift(EVE, OFFICE, interval("2026-12-24T09:00Z", "2026-12-24T17:00Z")),
        Shift(CHRISTMAS, special.window, interval("2026-12-25T10:00Z", "2026-12-25T14:00Z")),
    ]


def test_shifts_on_a_holiday_are_left_out():
    observing = window(f"{DAILY} 09:00-17:00 UTC", holidays=holidays("2026-12-25 Christmas"))
    assert [shift.day for shift in Timetable([observing]).shifts(EVE, BOXING_DAY)] == [
        EVE,
        BOXING_DAY,
    ]


@pytest.mark.parametrize(
    ("starts", "ends", "left"),
    [
        ("12:00", "13:00", [("09:00", "12:00"), ("13:00", "17:00")]),
        ("08:00", "13:00", [("13:00", "17:00")]),
        ("12:00", "18:00", [("09:00", "12:00")]),
        ("09:00", "17:00", []),
    ],
)
def test_closures_are_taken_off_shifts(starts, ends, left):
    hours = Timetable([OFFICE], closures=[closure(f"2026-12-24T{starts}", f"2026-12-24T{ends}")])
    assert hours.shifts(EVE, EVE) == [
        Shift(EVE, OFFICE, interval(f"2026-12-24T{opens}Z", f"2026-12-24T{closes}Z"))
        for opens, closes in left
    ]


def test_each_window_counts_the_days_by_its_own_clock():
    tokyo = window(f"{DAILY} 09:00-17:00 Asia/Tokyo")
    new_york = window(f"{DAILY} 09:00-17:00 America/New_York")
    assert Timetable([tokyo, new_york]).shifts(EVE, EVE) == [
        Shift(EVE, tokyo, interval("2026-12-24T00:00Z", "2026-12-24T08:00Z")),
        Shift(EVE, new_york, interval("2026-12-24T14:00Z", "2026-12-24T22:00Z")),
    ]


def test_shift_in_the_skipped_hour_is_left_out():
    skipped = Timetable([window("SU 01:15-01:45 Europe/London")])
    assert skipped.shifts(date(2026, 3, 29), date(2026, 3, 29)) == []


def test_shifts_of_windows_that_overlap_are_not_merged():
    both = Timetable([OFFICE, window(f"{DAILY} 12:00-20:00 UTC")]).shifts(EVE, EVE)
    assert [shift.interval for shift in both] == [
        interval("2026-12-24T09:00Z", "2026-12-24T17:00Z"),
        interval("2026-12-24T12:00Z", "2026-12-24T20:00Z"),
    ]


def test_no_shift_begins_in_a_range_of_days_that_ends_before_it_starts():
    assert Timetable([OFFICE]).shifts(CHRISTMAS, EVE) == []
