"""“Always” and “never” are answers like any other: a state with no change, written None."""

import pytest

from support.schedule import State, Timetable
from tests.schedule.notation import DAILY, at, interval, timetable

NOW = at("2026-01-05T12:00Z")

ROUND_THE_CLOCK = [
    (f"{DAILY} 00:00-24:00 UTC",),
    (f"{DAILY} 00:00-00:00 UTC",),
    (f"{DAILY} 09:00-09:00 Asia/Tokyo",),
    (f"{DAILY} 02:30-02:30 Europe/London",),
    (f"{DAILY} 01:30-01:30 America/New_York",),
    (f"{DAILY} 00:00-12:00 Europe/London", f"{DAILY} 12:00-24:00 Europe/London"),
    (f"{DAILY} 06:00-01:30 Europe/London", f"{DAILY} 01:30-06:00 Europe/London"),
    (f"{DAILY} 08:00-20:00 UTC", f"{DAILY} 05:00-17:00 Etc/GMT-9"),
    ("MO,TU,WE,TH,FR 00:00-24:00 UTC", "SA,SU 00:00-24:00 UTC"),
]


@pytest.mark.parametrize("hours", ROUND_THE_CLOCK)
def test_round_the_clock_is_open_always(hours):
    now = timetable(*hours).status(NOW)
    assert (now.state, now.since, now.changes_at) == (State.OPEN, None, None)


@pytest.mark.parametrize("hours", ROUND_THE_CLOCK)
def test_round_the_clock_is_one_interval_however_long_one_looks(hours):
    start, end = "2024-01-01T00:00Z", "2031-01-01T00:00Z"
    assert timetable(*hours).intervals(at(start), at(end)) == [interval(start, end)]


@pytest.mark.parametrize("hours", ROUND_THE_CLOCK)
def test_always_and_never_are_the_answer_however_often_one_asks(hours):
    always, never = timetable(*hours), Timetable([])
    assert always.status(NOW) == always.status(NOW)
    assert never.status(NOW) == never.status(NOW)
    assert always.is_open(at("1950-01-01T00:00Z"))
    assert not never.is_open(at("1950-01-01T00:00Z"))


def test_timetable_without_windows_is_closed_always():
    never = Timetable([])
    now = never.status(NOW)
    assert (now.state, now.since, now.changes_at) == (State.CLOSED, None, None)
    assert never.next_change(NOW) is None
    assert not never.is_open(NOW)
    assert never.intervals(at("2020-01-01T00:00Z"), at("2040-01-01T00:00Z")) == []


@pytest.mark.parametrize(
    "instant", ["1900-01-01T00:00Z", "1970-01-01T00:00Z", "2200-12-31T23:59:59Z"]
)
def test_always_and_never_hold_from_the_first_year_to_the_last(instant):
    always = timetable(f"{DAILY} 00:00-24:00 Europe/London").status(at(instant))
    never = Timetable([]).status(at(instant))
    assert (always.state, always.since, always.changes_at) == (State.OPEN, None, None)
    assert (never.state, never.since, never.changes_at) == (State.CLOSED, None, None)


def test_one_minute_off_a_week_is_not_always():
    hours = timetable("MO,TU,WE,TH,FR,SA 00:00-24:00 UTC", "SU 00:00-23:59 UTC")
    assert hours.next_change(NOW) == at("2026-01-11T23:59Z")
    assert hours.next_change(at("2026-01-11T23:59Z")) == at("2026-01-12T00:00Z")


def test_always_ends_where_a_clock_change_of_long_ago_left_a_gap():
    """Japan had summer time until 1951: Tokyo's 17:00 was then an hour before 08:00 UTC."""
    hours = timetable(f"{DAILY} 08:00-20:00 UTC", f"{DAILY} 05:00-17:00 Asia/Tokyo")

    status = hours.status(NOW)
    assert (status.since, status.changes_at) == (at("1951-09-08T08:00Z"), None)


def test_question_near_the_end_of_what_was_worked_out_before_has_the_same_answer():
    hours = timetable("MO 09:00-17:00 UTC")
    hours.is_open(at("2026-01-05T12:00Z"))

    assert hours.next_change(at("2026-01-13T11:00Z")) == at("2026-01-19T09:00Z")


@pytest.mark.parametrize("instant", ["2026-01-07T12:00Z", "2026-01-08T00:00Z"])
def test_question_near_the_beginning_of_what_was_worked_out_before_has_the_same_answer(instant):
    hours = timetable("MO 09:00-17:00 UTC")
    hours.intervals(at("2026-01-07T12:00Z"), at("2026-02-01T00:00Z"))

    assert hours.status(at(instant)).since == at("2026-01-05T17:00Z")
