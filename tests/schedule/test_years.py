"""Hours of months and years: the same as those of their days, one after the other."""

from datetime import timedelta
from itertools import pairwise

from support.schedule import Timetable
from tests.schedule.notation import (
    at,
    closed_on,
    closure,
    holidays,
    hours_on,
    interval,
    timetable,
    window,
)

YEAR = at("2026-01-01T00:00Z"), at("2027-01-01T00:00Z")


def test_every_week_of_a_year_has_its_hours():
    hours = timetable("TH 10:00-18:00 Asia/Tokyo").intervals(*YEAR)
    assert len(hours) == 53
    assert {each.end - each.start for each in hours} == {timedelta(hours=8)}
    assert {later.start - each.start for each, later in pairwise(hours)} == {timedelta(days=7)}
    assert hours[0] == interval("2026-01-01T01:00Z", "2026-01-01T09:00Z")
    assert hours[-1] == interval("2026-12-31T01:00Z", "2026-12-31T09:00Z")


def test_several_hours_of_a_week_keep_their_distances_in_every_week():
    hours = timetable("MO,TU,FR 10:00-18:00 UTC").intervals(*YEAR)
    assert len(hours) == 156
    assert hours[-4:] == [
        interval("2026-12-22T10:00Z", "2026-12-22T18:00Z"),
        interval("2026-12-25T10:00Z", "2026-12-25T18:00Z"),
        interval("2026-12-28T10:00Z", "2026-12-28T18:00Z"),
        interval("2026-12-29T10:00Z", "2026-12-29T18:00Z"),
    ]


def test_year_may_begin_in_the_instant_in_which_hours_do():
    hours = timetable("TH 00:00-06:00 UTC").intervals(*YEAR)
    assert [each.start for each in hours[:2]] == [at("2026-01-01T00:00Z"), at("2026-01-08T00:00Z")]
    assert len(hours) == 53


def test_year_may_begin_in_the_instant_in_which_hours_end():
    hours = timetable("WE 18:00-24:00 UTC").intervals(*YEAR)
    assert hours[:2] == [
        interval("2026-01-07T18:00Z", "2026-01-08T00:00Z"),
        interval("2026-01-14T18:00Z", "2026-01-15T00:00Z"),
    ]
    assert len(hours) == 52


def test_clock_changes_of_a_year_shift_its_hours():
    hours = timetable("SU 01:30-03:30 Europe/London").intervals(*YEAR)
    assert [each for each in hours if each.start.month in (3, 10)][3:6] == [
        interval("2026-03-22T01:30Z", "2026-03-22T03:30Z"),
        interval("2026-03-29T01:00Z", "2026-03-29T02:30Z"),
        interval("2026-10-04T00:30Z", "2026-10-04T02:30Z"),
    ]
    assert interval("2026-10-25T00:30Z", "2026-10-25T03:30Z") in hours
    assert len(hours) == 52


def test_exceptions_of_a_year_are_those_days_alone():
    usual = timetable("WE 09:00-17:00 UTC").intervals(*YEAR)
    hours = Timetable(
        [window("WE 09:00-17:00 UTC", holidays=holidays("2026-05-13 Feast"))],
        [closed_on("2026-08-12")],
        [closure("2026-11-25T00:00", "2026-11-26T00:00")],
    ).intervals(*YEAR)
    assert [each for each in usual if each not in hours] == [
        interval("2026-05-13T09:00Z", "2026-05-13T17:00Z"),
        interval("2026-08-12T09:00Z", "2026-08-12T17:00Z"),
        interval("2026-11-25T09:00Z", "2026-11-25T17:00Z"),
    ]
    assert len(hours) == 49


def test_hours_of_a_year_begin_and_end_with_their_validity():
    hours = Timetable([window("SU 22:00-06:00 UTC", "2026-03-01", "2026-08-30")]).intervals(*YEAR)
    assert hours[0] == interval("2026-03-01T22:00Z", "2026-03-02T06:00Z")
    assert hours[-1] == interval("2026-08-30T22:00Z", "2026-08-31T06:00Z")
    assert len(hours) == 27


def test_exception_in_the_first_days_of_a_long_time_is_not_repeated():
    hours = Timetable([window("TU,FR 09:00-17:00 UTC")], [closed_on("2026-01-06")])
    assert hours.intervals(at("2026-01-05T00:00Z"), at("2026-03-16T00:00Z"))[:3] == [
        interval("2026-01-09T09:00Z", "2026-01-09T17:00Z"),
        interval("2026-01-13T09:00Z", "2026-01-13T17:00Z"),
        interval("2026-01-16T09:00Z", "2026-01-16T17:00Z"),
    ]


def test_exception_of_the_eve_of_a_long_time_is_not_repeated():
    hours = Timetable([window("WE 09:00-17:00 UTC")], [hours_on("2026-01-04", "22:00-06:00 UTC")])
    assert hours.intervals(at("2026-01-05T00:00Z"), at("2026-03-16T00:00Z"))[:3] == [
        interval("2026-01-05T00:00Z", "2026-01-05T06:00Z"),
        interval("2026-01-07T09:00Z", "2026-01-07T17:00Z"),
        interval("2026-01-14T09:00Z", "2026-01-14T17:00Z"),
    ]


def test_closure_on_the_last_day_of_a_long_time_is_no_day_like_the_others():
    hours = Timetable(
        [window("SU 09:00-17:00 UTC")], [], [closure("2026-03-15T12:00", "2026-03-15T13:00")]
    )
    assert hours.intervals(at("2026-01-05T00:00Z"), at("2026-03-16T00:00Z"))[-2:] == [
        interval("2026-03-15T09:00Z", "2026-03-15T12:00Z"),
        interval("2026-03-15T13:00Z", "2026-03-15T17:00Z"),
    ]


def test_exception_of_the_day_after_a_long_time_that_begins_within_it_on_its_own_clock():
    hours = Timetable([window("MO 00:00-24:00 Asia/Tokyo")], [closed_on("2026-03-16")])
    assert hours.intervals(at("2026-01-05T00:00Z"), at("2026-03-16T00:00Z"))[-1] == (
        interval("2026-03-08T15:00Z", "2026-03-09T15:00Z")
    )
