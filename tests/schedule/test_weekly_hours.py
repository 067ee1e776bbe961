"""Wall time plus zone: what a single window of weekly hours means. 2026-01-05 is a Monday."""

from dataclasses import replace
from datetime import timedelta

import pytest

from support.schedule import Timetable
from tests.schedule.notation import DAILY, at, interval, timetable, window

WEEK = (at("2026-01-05T00:00Z"), at("2026-01-12T00:00Z"))


@pytest.mark.parametrize(
    ("instant", "is_open"),
    [
        ("2026-01-05T09:59:59+09:00", False),
        ("2026-01-05T10:00:00+09:00", True),
        ("2026-01-05T17:59:59+09:00", True),
        ("2026-01-05T17:59:59.999999+09:00", True),
        ("2026-01-05T18:00:00+09:00", False),
        ("2026-01-06T12:00:00+09:00", False),
        ("2026-01-12T12:00:00+09:00", True),
    ],
)
def test_hours_begin_with_the_opening_second_and_end_before_the_closing_second(instant, is_open):
    assert timetable("MO 10:00-18:00 Asia/Tokyo").is_open(at(instant)) is is_open


@pytest.mark.parametrize(
    ("hours", "opens", "closes"),
    [
        ("MO 10:00-18:00 Asia/Tokyo", "2026-01-05T01:00Z", "2026-01-05T09:00Z"),
        ("MO 10:00-18:00 Asia/Kolkata", "2026-01-05T04:30Z", "2026-01-05T12:30Z"),
        ("MO 10:00-18:00 UTC", "2026-01-05T10:00Z", "2026-01-05T18:00Z"),
        ("MO 10:00-18:00 Europe/London", "2026-01-05T10:00Z", "2026-01-05T18:00Z"),
        ("MO 10:00-18:00 America/New_York", "2026-01-05T15:00Z", "2026-01-05T23:00Z"),
        ("MO 10:00-18:00 Pacific/Kiritimati", "2026-01-04T20:00Z", "2026-01-05T04:00Z"),
        ("MO 10:00-18:00 Pacific/Pago_Pago", "2026-01-05T21:00Z", "2026-01-06T05:00Z"),
    ],
)
def test_hours_are_wall_time_of_their_zone(hours, opens, closes):
    days_around = at("2026-01-04T00:00Z"), at("2026-01-07T00:00Z")
    assert timetable(hours).intervals(*days_around) == [interval(opens, closes)]


@pytest.mark.parametrize(
    ("hours", "last_second"),
    [
        ("SU 23:59-23:59 Pacific/Pago_Pago", "2026-01-06T10:58:59Z"),
        ("MO 00:00-00:00 Pacific/Kiritimati", "2026-01-05T09:59:59Z"),
    ],
)
def test_longest_hours_hold_to_their_last_second_at_either_end_of_the_world(hours, last_second):
    longest = timetable(hours)
    assert longest.is_open(at(last_second))
    assert longest.windows_at(at(last_second)) == (window(hours),)
    assert longest.next_change(at(last_second)) - at(last_second) == timedelta(seconds=1)


def test_hours_follow_the_clock_and_not_a_fixed_offset():
    london = timetable("MO 10:00-18:00 Europe/London")
    assert london.next_change(at("2026-01-05T00:00Z")) == at("2026-01-05T10:00Z")
    assert london.next_change(at("2026-07-06T00:00Z")) == at("2026-07-06T09:00Z")


def test_hours_repeat_on_each_of_their_weekdays():
    assert timetable("SU,MO,WE 10:00-18:00 UTC").intervals(*WEEK) == [
        interval("2026-01-05T10:00Z", "2026-01-05T18:00Z"),
        interval("2026-01-07T10:00Z", "2026-01-07T18:00Z"),
        interval("2026-01-11T10:00Z", "2026-01-11T18:00Z"),
    ]


@pytest.mark.parametrize(
    ("instant", "is_open"),
    [
        ("2026-01-05T05:59:59+09:00", False),
        ("2026-01-05T21:59:59+09:00", False),
        ("2026-01-05T22:00:00+09:00", True),
        ("2026-01-06T00:00:00+09:00", True),
        ("2026-01-06T05:59:59+09:00", True),
        ("2026-01-06T06:00:00+09:00", False),
        ("2026-01-06T22:00:00+09:00", False),
    ],
)
def test_overnight_window_is_open_after_midnight(instant, is_open):
    assert timetable("MO 22:00-06:00 Asia/Tokyo").is_open(at(instant)) is is_open


def test_overnight_window_is_one_interval():
    assert timetable("MO 22:00-06:00 UTC").intervals(*WEEK) == [
        interval("2026-01-05T22:00Z", "2026-01-06T06:00Z")
    ]


def test_overnight_window_of_sunday_runs_into_monday():
    assert timetable("SU 22:00-06:00 UTC").intervals(*WEEK) == [
        interval("2026-01-05T00:00Z", "2026-01-05T06:00Z"),
        interval("2026-01-11T22:00Z", "2026-01-12T00:00Z"),
    ]


def test_overnight_window_runs_over_new_year():
    assert timetable("TH 22:00-06:00 UTC").is_open(at("2027-01-01T05:59:59Z"))


@pytest.mark.parametrize("hours", ["FR 18:00-24:00 UTC", "FR 18:00-00:00 UTC"])
def test_midnight_at_the_end_of_a_day_may_be_written_24_00_or_00_00(hours):
    assert timetable(hours).intervals(*WEEK) == [interval("2026-01-09T18:00Z", "2026-01-10T00:00Z")]


@pytest.mark.parametrize("hours", ["MO 00:00-24:00 UTC", "MO 00:00-00:00 UTC"])
def test_midnight_to_midnight_is_the_whole_day(hours):
    assert timetable(hours).intervals(*WEEK) == [interval("2026-01-05T00:00Z", "2026-01-06T00:00Z")]


def test_equal_times_are_24_hours():
    assert timetable("MO 09:00-09:00 UTC").intervals(*WEEK) == [
        interval("2026-01-05T09:00Z", "2026-01-06T09:00Z")
    ]


@pytest.mark.parametrize(
    ("hours", "opens", "closes"),
    [
        ("MO 23:59-24:00 UTC", "2026-01-05T23:59Z", "2026-01-06T00:00Z"),
        ("MO 00:00-00:01 UTC", "2026-01-05T00:00Z", "2026-01-05T00:01Z"),
        ("MO 00:01-00:00 UTC", "2026-01-05T00:01Z", "2026-01-06T00:00Z"),
        ("MO 12:00-11:59 UTC", "2026-01-05T12:00Z", "2026-01-06T11:59Z"),
    ],
)
def test_shortest_and_longest_windows_keep_their_minute(hours, opens, closes):
    assert timetable(hours).intervals(*WEEK) == [interval(opens, closes)]


@pytest.mark.parametrize(
    ("hours", "minutes"),
    [
        ("MO 10:00-18:00 UTC", 480),
        ("MO 22:00-06:00 UTC", 480),
        ("MO 23:59-24:00 UTC", 1),
        ("MO 23:59-00:00 UTC", 1),
        ("MO 00:00-24:00 UTC", 1440),
        ("MO 00:00-00:00 UTC", 1440),
        ("MO 09:00-09:00 UTC", 1440),
        ("MO 09:00-08:59 UTC", 1439),
    ],
)
def test_length_of_a_window_in_minutes_of_wall_time(hours, minutes):
    assert window(hours).length == minutes


@pytest.mark.parametrize(
    ("hours", "is_round_the_clock", "ends_next_day"),
    [
        ("MO 00:00-24:00 UTC", True, False),
        ("MO 00:00-00:00 UTC", True, False),
        ("MO 00:00-23:59 UTC", False, False),
        ("MO 00:01-00:00 UTC", False, False),
        ("MO 00:01-24:00 UTC", False, False),
        ("MO 09:00-09:00 UTC", False, True),
        ("MO 23:59-00:01 UTC", False, True),
        ("MO 22:00-06:00 UTC", False, True),
        ("MO 10:00-18:00 UTC", False, False),
    ],
)
def test_midnight_at_the_end_is_not_past_midnight(hours, is_round_the_clock, ends_next_day):
    assert window(hours).is_round_the_clock is is_round_the_clock
    assert window(hours).ends_next_day is ends_next_day


def test_last_minute_of_the_day_is_open_all_the_way_to_midnight():
    all_day = timetable("MO 00:00-24:00 Asia/Tokyo")
    assert all_day.is_open(at("2026-01-05T23:59:59.999999+09:00"))
    assert not all_day.is_open(at("2026-01-06T00:00:00+09:00"))


def test_windows_are_values():
    assert window("MO,TU 10:00-18:00 UTC") == window("TU,MO 10:00-18:00 UTC")
    assert len({window("MO 10:00-18:00 UTC"), window("MO 10:00-18:00 UTC")}) == 1


def test_key_of_a_window_is_handed_back_untouched():
    keyed = replace(window(f"{DAILY} 00:00-24:00 UTC"), key=("row", 7))
    (held,) = Timetable([keyed]).windows_at(at("2026-01-05T12:00Z"))
    assert held.key == ("row", 7)
