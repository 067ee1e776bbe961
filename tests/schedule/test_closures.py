"""A closure is a sign too: who sees a time between its two wall times finds us closed."""

from datetime import date

import pytest

from support.schedule import Closure, InvalidClosure, ScheduleError, Timetable, UnknownZone
from tests.schedule.notation import DAILY, at, closed_on, closure, interval, timetable, window

ALWAYS = window(f"{DAILY} 00:00-24:00 UTC")
OFFICE = window(f"{DAILY} 09:00-17:00 UTC")


def closed_hours(*closures):
    """What the closures leave of two days in December."""
    two_days = at("2026-12-10T00:00Z"), at("2026-12-12T00:00Z")
    return Timetable([OFFICE], closures=closures).intervals(*two_days)


TOMORROW = interval("2026-12-11T09:00Z", "2026-12-11T17:00Z")


@pytest.mark.parametrize(
    ("starts", "ends", "left"),
    [
        ("12:00", "13:00", [("09:00", "12:00"), ("13:00", "17:00")]),
        ("09:00", "13:00", [("13:00", "17:00")]),
        ("12:00", "17:00", [("09:00", "12:00")]),
        ("08:00", "12:00", [("12:00", "17:00")]),
        ("12:00", "18:00", [("09:00", "12:00")]),
        ("09:00", "17:00", []),
        ("08:00", "18:00", []),
        ("07:00", "09:00", [("09:00", "17:00")]),
        ("17:00", "18:00", [("09:00", "17:00")]),
        ("09:00", "09:01", [("09:01", "17:00")]),
        ("16:59", "17:00", [("09:00", "16:59")]),
    ],
)
def test_closure_is_taken_off_the_hours_that_hold(starts, ends, left):
    off = closure(f"2026-12-10T{starts}", f"2026-12-10T{ends}")
    assert closed_hours(off) == [
        *(interval(f"2026-12-10T{opens}Z", f"2026-12-10T{closes}Z") for opens, closes in left),
        TOMORROW,
    ]


def test_closure_across_midnight_takes_off_the_end_of_one_day_and_the_beginning_of_the_next():
    assert closed_hours(closure("2026-12-10T16:00", "2026-12-11T10:00")) == [
        interval("2026-12-10T09:00Z", "2026-12-10T16:00Z"),
        interval("2026-12-11T10:00Z", "2026-12-11T17:00Z"),
    ]


def test_closure_is_not_of_a_day_so_it_takes_off_a_shift_of_the_eve_too():
    nights = Timetable(
        [window(f"{DAILY} 22:00-06:00 UTC")],
        closures=[closure("2026-12-11T00:00", "2026-12-12T00:00")],
    )
    assert nights.intervals(at("2026-12-10T12:00Z"), at("2026-12-12T12:00Z")) == [
        interval("2026-12-10T22:00Z", "2026-12-11T00:00Z"),
        interval("2026-12-12T00:00Z", "2026-12-12T06:00Z"),
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("10:00", "11:00"), ("11:00", "12:00")),
        (("10:00", "11:30"), ("10:30", "12:00")),
        (("10:00", "12:00"), ("10:30", "11:00")),
        (("10:00", "12:00"), ("10:00", "12:00")),
    ],
)
def test_closures_that_touch_or_overlap_are_one(one, other):
    pair = [closure(*(f"2026-12-10T{edge}" for edge in edges)) for edges in (one, other)]
    left = [
        interval("2026-12-10T09:00Z", "2026-12-10T10:00Z"),
        interval("2026-12-10T12:00Z", "2026-12-10T17:00Z"),
        TOMORROW,
    ]
    assert closed_hours(*pair) == left
    assert closed_hours(*reversed(pair)) == left


def test_two_closures_apart_leave_what_is_between_them():
    lunch = closure("2026-12-10T10:00", "2026-12-10T11:00")
    tea = closure("2026-12-10T15:00", "2026-12-10T16:00")
    assert closed_hours(tea, lunch) == [
        interval("2026-12-10T09:00Z", "2026-12-10T10:00Z"),
        interval("2026-12-10T11:00Z", "2026-12-10T15:00Z"),
        interval("2026-12-10T16:00Z", "2026-12-10T17:00Z"),
        TOMORROW,
    ]


def test_next_change_looks_through_closures_that_touch():
    hours = Timetable(
        [ALWAYS],
        closures=[
            closure("2026-12-10T10:00", "2026-12-10T11:00"),
            closure("2026-12-10T11:00", "2026-12-10T12:00"),
        ],
    )
    assert hours.next_change(at("2026-12-10T10:30Z")) == at("2026-12-10T12:00Z")


def test_closure_counts_on_the_clock_it_is_stated_on():
    off = closure("2026-12-10T09:00", "2026-12-10T17:00", "Asia/Tokyo")
    assert off.interval == interval("2026-12-10T00:00Z", "2026-12-10T08:00Z")


def test_closure_may_end_with_the_end_of_a_day():
    ten, midnight = 10 * 60, 24 * 60
    day = date(2026, 12, 10)
    off = Closure.on_the_clock_of("UTC", day, ten, day, midnight)
    assert off.interval == interval("2026-12-10T10:00Z", "2026-12-11T00:00Z")


# London: on 29 March 2026, 01:00 becomes 02:00; on 25 October, 02:00 becomes 01:00.
@pytest.mark.parametrize(
    ("starts", "ends", "first", "end"),
    [
        ("2026-03-29T00:30", "2026-03-29T02:30", "2026-03-29T00:30Z", "2026-03-29T01:30Z"),
        ("2026-03-29T01:30", "2026-03-29T03:00", "2026-03-29T01:00Z", "2026-03-29T02:00Z"),
        ("2026-03-29T00:00", "2026-03-29T01:30", "2026-03-29T00:00Z", "2026-03-29T01:00Z"),
        ("2026-10-25T00:30", "2026-10-25T02:30", "2026-10-24T23:30Z", "2026-10-25T02:30Z"),
        ("2026-10-25T01:30", "2026-10-25T03:00", "2026-10-25T00:30Z", "2026-10-25T03:00Z"),
        ("2026-10-25T00:00", "2026-10-25T01:30", "2026-10-24T23:00Z", "2026-10-25T01:30Z"),
        ("2026-10-25T01:15", "2026-10-25T01:45", "2026-10-25T00:15Z", "2026-10-25T01:45Z"),
        ("2026-03-28T12:00", "2026-03-30T12:00", "2026-03-28T12:00Z", "2026-03-30T11:00Z"),
    ],
)
def test_closure_edges_follow_the_sign_on_the_door_where_the_clock_changes(
    starts, ends, first, end
):
    assert closure(starts, ends, "Europe/London").interval == interval(first, end)


@pytest.mark.parametrize(
    ("starts", "ends"),
    [
        ("2026-12-10T12:00", "2026-12-10T12:00"),
        ("2026-12-10T12:00", "2026-12-10T11:59"),
        ("2026-12-10T12:00", "2026-12-09T13:00"),
        ("2026-10-25T01:45", "2026-10-25T01:15"),
        ("2026-10-25T01:30", "2026-10-25T01:30"),
    ],
)
def test_closure_that_does_not_end_after_its_start_is_refused(starts, ends):
    with pytest.raises(InvalidClosure, match=f"ends at {ends}.*not after its start at {starts}"):
        closure(starts, ends, "Europe/London")


def test_closure_that_lies_in_the_skipped_hour_is_refused_since_nobody_sees_its_times():
    with pytest.raises(InvalidClosure):
        closure("2026-03-29T01:15", "2026-03-29T01:45", "Europe/London")


@pytest.mark.parametrize(("start", "end"), [(0, 0), (1, 0)])
def test_closure_of_instants_must_end_after_its_start(start, end):
    with pytest.raises(InvalidClosure, match="not after its start at 1970-01-01T00:00:0"):
        Closure(start, end)


def test_shortest_closure_is_a_second():
    hours = Timetable([ALWAYS], closures=[Closure(0, 1)])
    assert not hours.is_open(at("1970-01-01T00:00:00.999999Z"))
    assert hours.next_change(at("1970-01-01T00:00Z")) == at("1970-01-01T00:00:01Z")


def test_refused_closure_is_a_schedule_error():
    assert issubclass(InvalidClosure, ScheduleError)


def test_closure_of_an_unknown_zone_is_refused():
    with pytest.raises(UnknownZone):
        closure("2026-12-10T12:00", "2026-12-10T13:00", "Mars/Olympus_Mons")


def test_key_of_a_closure_is_handed_back_untouched():
    keyed = Closure(0, 60, key=("row", 7))
    assert Timetable([], closures=iter([keyed])).closures == (keyed,)
    day = date(2026, 12, 10)
    assert Closure.on_the_clock_of("UTC", day, 0, day, 60, key="fire drill").key == "fire drill"


def test_closure_is_found_years_ahead_and_years_back():
    always = Timetable([ALWAYS], closures=[closure("2026-12-10T12:00", "2026-12-10T13:00")])
    assert always.next_change(at("2012-02-29T00:00Z")) == at("2026-12-10T12:00Z")
    later = always.status(at("2040-02-29T00:00Z"))
    assert (later.since, later.changes_at) == (at("2026-12-10T13:00Z"), None)


def test_two_weeks_closed_are_one_stretch_from_the_last_hours_to_the_next():
    office = window("MO,TU,WE,TH,FR 09:00-17:00 Europe/London")
    hours = Timetable(
        [office], closures=[closure("2026-12-19T00:00", "2027-01-03T00:00", "Europe/London")]
    )
    now = hours.status(at("2026-12-25T12:00Z"))
    assert (now.since, now.changes_at) == (at("2026-12-18T17:00Z"), at("2027-01-04T09:00Z"))


def test_years_closed_are_one_stretch():
    hours = Timetable([OFFICE], closures=[closure("2020-03-01T12:00", "2049-03-01T12:00")])
    now = hours.status(at("2031-07-01T12:00Z"))
    assert (now.since, now.changes_at) == (at("2020-03-01T12:00Z"), at("2049-03-01T12:00Z"))


def test_closure_of_all_years_is_closed_always():
    hours = Timetable([ALWAYS], closures=[closure("1800-01-01T00:00", "2300-01-01T00:00")])
    now = hours.status(at("2026-12-10T12:00Z"))
    assert (now.since, now.changes_at) == (None, None)


def test_closure_outside_hours_changes_nothing():
    off = closure("2026-12-10T18:00", "2026-12-11T08:00")
    hours = Timetable([OFFICE], closures=[off])
    now = hours.status(at("2026-12-10T20:00Z"))
    assert (now.since, now.changes_at) == (at("2026-12-10T17:00Z"), at("2026-12-11T09:00Z"))


def test_closure_on_a_closed_date_ends_within_the_closed_stretch():
    hours = Timetable(
        [OFFICE], [closed_on("2026-12-11")], [closure("2026-12-10T12:00", "2026-12-11T12:00")]
    )
    assert hours.next_change(at("2026-12-10T12:00Z")) == at("2026-12-12T09:00Z")


def test_no_window_holds_while_closed():
    hours = Timetable([ALWAYS], closures=[closure("2026-12-10T12:00", "2026-12-10T13:00")])
    assert hours.windows_at(at("2026-12-10T11:59:59Z")) == (ALWAYS,)
    assert hours.windows_at(at("2026-12-10T12:00Z")) == ()
    assert hours.windows_at(at("2026-12-10T13:00Z")) == (ALWAYS,)


def test_timetable_without_exceptions_has_none():
    hours = timetable("MO 10:00-18:00 UTC")
    assert (hours.special_hours, hours.closures) == ((), ())
