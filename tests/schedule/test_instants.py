"""Which questions are answered: aware datetimes of the years 1900 to 2200, in forward ranges."""

import pytest

from support.schedule import (
    BackwardsRange,
    InstantOutOfRange,
    NaiveInstant,
    ScheduleError,
    Timetable,
    Unscheduled,
)
from tests.schedule.notation import DAILY, at, interval, timetable, window

HOURS = timetable("MO 10:00-18:00 Asia/Tokyo")

ALL_KINDS = pytest.mark.parametrize("hours", [HOURS, Unscheduled()], ids=["stated", "unscheduled"])
ALL_QUESTIONS = pytest.mark.parametrize(
    "question", ["is_open", "status", "next_change", "windows_at"]
)


@ALL_KINDS
@ALL_QUESTIONS
def test_naive_datetime_is_no_instant(hours, question):
    with pytest.raises(NaiveInstant, match="2026-01-05T12:00:00 has no time zone"):
        getattr(hours, question)(at("2026-01-05T12:00"))


@ALL_KINDS
@pytest.mark.parametrize(
    ("start", "end"),
    [("2026-01-05T12:00", "2026-01-06T12:00Z"), ("2026-01-05T12:00Z", "2026-01-06T12:00")],
)
def test_naive_datetime_bounds_no_range(hours, start, end):
    with pytest.raises(NaiveInstant, match="has no time zone"):
        hours.intervals(at(start), at(end))


@ALL_KINDS
@ALL_QUESTIONS
@pytest.mark.parametrize(
    "instant",
    [
        "0001-01-01T00:00:00+00:00",
        "1899-12-31T23:59:59+00:00",
        "1900-01-01T08:59:59+09:00",
        "2201-01-01T00:00:00+00:00",
        "2200-12-31T19:00:00-05:00",
        "9999-12-31T23:59:59-05:00",
    ],
)
def test_instant_outside_the_years_is_refused(hours, question, instant):
    with pytest.raises(InstantOutOfRange, match=r"outside the years .* 1900 to 2200"):
        getattr(hours, question)(at(instant))


@ALL_KINDS
@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("1899-12-31T00:00Z", "2026-01-05T00:00Z"),
        ("2026-01-05T00:00Z", "2201-01-01T00:00Z"),
    ],
)
def test_range_that_leaves_the_years_is_refused(hours, start, end):
    with pytest.raises(InstantOutOfRange):
        hours.intervals(at(start), at(end))


@pytest.mark.parametrize(
    ("instant", "is_open", "changes_at"),
    [
        ("1900-01-01T00:00:00Z", False, "1900-01-01T01:00:00Z"),
        ("1900-01-01T01:00:00Z", True, "1900-01-01T09:00:00Z"),
        ("2200-12-29T08:59:59Z", True, "2200-12-29T09:00:00Z"),
        ("2200-12-31T23:59:59Z", False, None),
    ],
)
def test_first_and_last_instants_of_the_years_are_answered(instant, is_open, changes_at):
    assert HOURS.is_open(at(instant)) is is_open
    assert HOURS.next_change(at(instant)) == (changes_at and at(changes_at))


@pytest.mark.parametrize("instant", ["2026-01-05T12:00Z", "2200-12-24T12:00Z", "2200-12-31T12:00Z"])
def test_change_beyond_the_years_is_never_spoken_of(instant):
    later = Timetable([window("MO 10:00-18:00 UTC", valid_from="2201-01-02")])
    assert later.next_change(at(instant)) is None
    earlier = Timetable([window("MO 10:00-18:00 UTC", valid_through="1899-12-31")])
    assert earlier.status(at("1900-01-01T00:00Z")).since is None


def test_hours_that_reach_across_the_first_or_the_last_instant_have_no_edge_there():
    nights = timetable(f"{DAILY} 22:00-06:00 UTC")
    assert nights.status(at("1900-01-01T05:00Z")).since is None
    assert nights.status(at("2200-12-31T23:00Z")).changes_at is None


@ALL_KINDS
def test_backwards_range_is_refused(hours):
    with pytest.raises(BackwardsRange, match=r"ends at 2026-01-05.*before it starts at 2026-01-06"):
        hours.intervals(at("2026-01-06T00:00Z"), at("2026-01-05T00:00Z"))


def test_backwards_is_judged_by_the_instant_and_not_by_the_figures():
    with pytest.raises(BackwardsRange):
        HOURS.intervals(at("2026-01-05T12:00-05:00"), at("2026-01-05T12:00+09:00"))


def test_empty_range_holds_no_interval_even_while_open():
    open_instant = at("2026-01-05T02:00Z")
    assert HOURS.is_open(open_instant)
    assert HOURS.intervals(open_instant, open_instant) == []


@pytest.mark.parametrize(
    ("start", "end", "found"),
    [
        (
            "2026-01-05T01:00Z",
            "2026-01-05T09:00Z",
            [interval("2026-01-05T01:00Z", "2026-01-05T09:00Z")],
        ),
        (
            "2026-01-05T02:00Z",
            "2026-01-05T03:00Z",
            [interval("2026-01-05T02:00Z", "2026-01-05T03:00Z")],
        ),
        (
            "2026-01-05T00:00Z",
            "2026-01-05T02:00Z",
            [interval("2026-01-05T01:00Z", "2026-01-05T02:00Z")],
        ),
        (
            "2026-01-05T08:00Z",
            "2026-01-05T10:00Z",
            [interval("2026-01-05T08:00Z", "2026-01-05T09:00Z")],
        ),
        ("2026-01-05T00:00Z", "2026-01-05T01:00Z", []),
        ("2026-01-05T09:00Z", "2026-01-05T10:00Z", []),
    ],
)
def test_intervals_are_cut_at_both_ends_of_the_range(start, end, found):
    assert HOURS.intervals(at(start), at(end)) == found


def test_interval_that_starts_a_second_after_the_range_is_not_stretched_to_it():
    hours = timetable("MO 10:00-18:00 Asia/Tokyo")
    assert hours.intervals(at("2026-01-05T00:59:59Z"), at("2026-01-05T09:00:01Z")) == [
        interval("2026-01-05T01:00Z", "2026-01-05T09:00Z")
    ]


def test_intervals_are_cut_the_same_within_a_range_that_was_asked_for_before():
    hours = timetable("MO,TU 10:00-18:00 Asia/Tokyo")
    hours.intervals(at("2026-01-01T00:00Z"), at("2026-02-01T00:00Z"))

    assert hours.intervals(at("2026-01-05T02:00Z"), at("2026-01-06T08:00Z")) == [
        interval("2026-01-05T02:00Z", "2026-01-05T09:00Z"),
        interval("2026-01-06T01:00Z", "2026-01-06T08:00Z"),
    ]
    assert hours.intervals(at("2026-01-05T02:00Z"), at("2026-01-05T03:00Z")) == [
        interval("2026-01-05T02:00Z", "2026-01-05T03:00Z")
    ]
    assert hours.intervals(at("2026-01-13T00:00Z"), at("2026-01-14T00:00Z")) == [
        interval("2026-01-13T01:00Z", "2026-01-13T09:00Z")
    ]
    assert hours.intervals(at("2026-01-01T00:00Z"), at("2026-02-01T00:00Z"))[0] == (
        interval("2026-01-05T01:00Z", "2026-01-05T09:00Z")
    )


@pytest.mark.parametrize(
    "instant",
    ["2026-01-05T02:00Z", "2026-01-05T11:00+09:00", "2026-01-04T21:00-05:00"],
)
def test_the_same_instant_in_any_zone_gets_the_same_answer(instant):
    assert HOURS.is_open(at(instant))
    assert HOURS.next_change(at(instant)) == at("2026-01-05T09:00Z")


@pytest.mark.parametrize("instant", ["2026-01-05T00:59:59.000001Z", "2026-01-05T00:59:59.999999Z"])
def test_fraction_of_a_second_before_an_opening_is_still_closed(instant):
    assert not HOURS.is_open(at(instant))
    assert HOURS.next_change(at(instant)) == at("2026-01-05T01:00Z")


def test_fraction_of_a_second_before_1970_is_no_different():
    hours = timetable("WE 23:00-24:00 UTC")
    assert hours.is_open(at("1969-12-31T23:59:59.999999Z"))
    assert not hours.is_open(at("1969-12-31T22:59:59.999999Z"))


@pytest.mark.parametrize("error", [BackwardsRange, InstantOutOfRange, NaiveInstant])
def test_every_refusal_is_a_schedule_error(error):
    assert issubclass(error, ScheduleError)
