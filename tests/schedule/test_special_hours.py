"""Days on which other hours hold than those of the week. 2026-12-25 is a Friday."""

from dataclasses import replace
from datetime import date

import pytest

from support.schedule import (
    EVERY_DAY,
    Effect,
    InvalidSpecialHours,
    ScheduleError,
    SpecialHours,
    Timetable,
    Window,
)
from tests.schedule.notation import (
    DAILY,
    as_usual_on,
    at,
    closed_on,
    hours_on,
    interval,
    window,
)

CHRISTMAS = (at("2026-12-24T00:00Z"), at("2026-12-27T00:00Z"))
OFFICE = window(f"{DAILY} 09:00-17:00 UTC")
NIGHTS = window(f"{DAILY} 22:00-06:00 UTC")


def test_closed_on_a_date_takes_off_the_hours_of_that_date_alone():
    hours = Timetable([OFFICE], [closed_on("2026-12-25")])
    assert hours.intervals(*CHRISTMAS) == [
        interval("2026-12-24T09:00Z", "2026-12-24T17:00Z"),
        interval("2026-12-26T09:00Z", "2026-12-26T17:00Z"),
    ]


def test_other_hours_on_a_date_stand_in_place_of_those_of_the_week():
    hours = Timetable([OFFICE], [hours_on("2026-12-25", "16:00-20:00 UTC")])
    assert hours.intervals(*CHRISTMAS) == [
        interval("2026-12-24T09:00Z", "2026-12-24T17:00Z"),
        interval("2026-12-25T16:00Z", "2026-12-25T20:00Z"),
        interval("2026-12-26T09:00Z", "2026-12-26T17:00Z"),
    ]


def test_several_special_hours_of_one_date_hold_together():
    hours = Timetable(
        [OFFICE],
        [
            hours_on("2026-12-25", "10:00-12:00 UTC"),
            hours_on("2026-12-25", "14:00-15:00 UTC"),
            hours_on("2026-12-25", "15:00-16:00 UTC"),
        ],
    )
    assert hours.intervals(at("2026-12-25T00:00Z"), at("2026-12-26T00:00Z")) == [
        interval("2026-12-25T10:00Z", "2026-12-25T12:00Z"),
        interval("2026-12-25T14:00Z", "2026-12-25T16:00Z"),
    ]


def test_special_hours_open_a_day_that_is_normally_closed():
    hours = Timetable(
        [window("MO,TU,WE,TH,FR 09:00-17:00 UTC")], [hours_on("2026-12-26", "10:00-14:00 UTC")]
    )
    assert hours.intervals(at("2026-12-26T00:00Z"), at("2026-12-28T00:00Z")) == [
        interval("2026-12-26T10:00Z", "2026-12-26T14:00Z")
    ]


def test_special_hours_need_no_weekly_hours():
    hours = Timetable([], [hours_on("2026-12-26", "10:00-14:00 UTC")])
    assert hours.next_change(at("2020-01-01T00:00Z")) == at("2026-12-26T10:00Z")
    assert hours.next_change(at("2026-12-26T10:00Z")) == at("2026-12-26T14:00Z")
    assert hours.next_change(at("2026-12-26T14:00Z")) is None


def test_range_over_new_year_is_one_entry():
    hours = Timetable([OFFICE], [closed_on("2026-12-24/2027-01-03")])
    assert hours.intervals(at("2026-12-23T00:00Z"), at("2027-01-05T00:00Z")) == [
        interval("2026-12-23T09:00Z", "2026-12-23T17:00Z"),
        interval("2027-01-04T09:00Z", "2027-01-04T17:00Z"),
    ]


def test_special_hours_of_a_range_hold_on_its_first_and_its_last_day():
    hours = Timetable([], [hours_on("2026-12-31/2027-01-02", "10:00-14:00 UTC")])
    assert hours.intervals(at("2026-12-01T00:00Z"), at("2027-02-01T00:00Z")) == [
        interval("2026-12-31T10:00Z", "2026-12-31T14:00Z"),
        interval("2027-01-01T10:00Z", "2027-01-01T14:00Z"),
        interval("2027-01-02T10:00Z", "2027-01-02T14:00Z"),
    ]


def test_only_the_named_weekdays_of_a_range_are_special():
    hours = Timetable([OFFICE], [closed_on("2026-12-21/2027-01-03", weekdays="TU,WE,TH,FR,SA,SU")])
    assert hours.intervals(at("2026-12-21T00:00Z"), at("2027-01-04T00:00Z")) == [
        interval("2026-12-21T09:00Z", "2026-12-21T17:00Z"),
        interval("2026-12-28T09:00Z", "2026-12-28T17:00Z"),
    ]


def test_weekdays_of_a_range_may_have_hours_of_their_own():
    hours = Timetable(
        [OFFICE],
        [
            closed_on("2026-12-26/2026-12-29", weekdays="SA,SU"),
            hours_on("2026-12-26/2026-12-29", "12:00-13:00 UTC", weekdays="MO"),
        ],
    )
    assert hours.intervals(at("2026-12-26T00:00Z"), at("2026-12-30T00:00Z")) == [
        interval("2026-12-28T12:00Z", "2026-12-28T13:00Z"),
        interval("2026-12-29T09:00Z", "2026-12-29T17:00Z"),
    ]


def test_range_without_one_of_its_weekdays_changes_nothing():
    hours = Timetable([OFFICE], [closed_on("2026-12-25", weekdays="MO")])
    assert hours.is_open(at("2026-12-25T12:00Z"))


def test_shift_of_the_eve_runs_on_and_the_shift_of_the_closed_day_is_cancelled_whole():
    hours = Timetable([NIGHTS], [closed_on("2026-12-25")])
    assert hours.intervals(at("2026-12-24T12:00Z"), at("2026-12-27T12:00Z")) == [
        interval("2026-12-24T22:00Z", "2026-12-25T06:00Z"),
        interval("2026-12-26T22:00Z", "2026-12-27T06:00Z"),
    ]


def test_shift_of_the_eve_and_special_hours_of_the_day_may_overlap():
    hours = Timetable([NIGHTS], [hours_on("2026-12-25", "04:00-10:00 UTC")])
    assert hours.intervals(at("2026-12-24T12:00Z"), at("2026-12-26T12:00Z")) == [
        interval("2026-12-24T22:00Z", "2026-12-25T10:00Z")
    ]


def test_special_hours_past_midnight_run_into_a_day_that_is_closed():
    hours = Timetable(
        [OFFICE], [hours_on("2026-12-24", "20:00-02:00 UTC"), closed_on("2026-12-25")]
    )
    assert hours.intervals(*CHRISTMAS) == [
        interval("2026-12-24T20:00Z", "2026-12-25T02:00Z"),
        interval("2026-12-26T09:00Z", "2026-12-26T17:00Z"),
    ]


def test_round_the_clock_is_closed_from_midnight_to_midnight_of_a_closed_date():
    hours = Timetable([window(f"{DAILY} 00:00-24:00 Asia/Tokyo")], [closed_on("2026-12-25")])
    assert hours.next_change(at("2026-12-01T00:00Z")) == at("2026-12-25T00:00+09:00")
    assert hours.next_change(at("2026-12-25T00:00+09:00")) == at("2026-12-26T00:00+09:00")


def test_each_window_counts_the_days_on_its_own_clock():
    tokyo = window(f"{DAILY} 09:00-17:00 Asia/Tokyo")
    new_york = window(f"{DAILY} 09:00-17:00 America/New_York")
    hours = Timetable([tokyo, new_york], [closed_on("2026-12-25")])
    assert hours.intervals(at("2026-12-24T00:00Z"), at("2026-12-27T00:00Z")) == [
        interval("2026-12-24T09:00+09:00", "2026-12-24T17:00+09:00"),
        interval("2026-12-24T09:00-05:00", "2026-12-24T17:00-05:00"),
        interval("2026-12-26T09:00+09:00", "2026-12-26T17:00+09:00"),
        interval("2026-12-26T09:00-05:00", "2026-12-26T17:00-05:00"),
    ]


def test_special_hours_are_wall_time_of_a_zone_of_their_own():
    hours = Timetable([OFFICE], [hours_on("2026-12-25", "09:00-17:00 Asia/Tokyo")])
    assert hours.intervals(at("2026-12-24T20:00Z"), at("2026-12-26T00:00Z")) == [
        interval("2026-12-25T00:00Z", "2026-12-25T08:00Z")
    ]


@pytest.mark.parametrize(
    ("hours", "opens", "closes"),
    [
        ("01:30-05:00 Europe/London", "2026-10-25T01:30+01:00", "2026-10-25T05:00+00:00"),
        ("00:00-01:30 Europe/London", "2026-10-25T00:00+01:00", "2026-10-25T01:30+00:00"),
        ("00:00-24:00 Europe/London", "2026-10-25T00:00+01:00", "2026-10-26T00:00+00:00"),
    ],
)
def test_special_hours_follow_the_sign_on_the_door_where_the_clock_changes(hours, opens, closes):
    special = Timetable([], [hours_on("2026-10-25", hours)])
    assert special.intervals(at("2026-10-24T00:00Z"), at("2026-10-27T00:00Z")) == [
        interval(opens, closes)
    ]


def test_special_hours_in_the_skipped_hour_do_not_happen():
    hours = Timetable([OFFICE], [hours_on("2026-03-29", "01:15-01:45 Europe/London")])
    assert hours.intervals(at("2026-03-29T00:00Z"), at("2026-03-30T00:00Z")) == []


def test_weekly_hours_keep_their_validity_beside_special_hours():
    hours = Timetable(
        [window(f"{DAILY} 09:00-17:00 UTC", valid_through="2026-12-25")], [closed_on("2026-12-24")]
    )
    assert hours.intervals(*CHRISTMAS) == [interval("2026-12-25T09:00Z", "2026-12-25T17:00Z")]


def test_a_month_of_closed_days_is_one_closed_stretch():
    hours = Timetable([OFFICE], [closed_on("2026-08-01/2026-08-31")])
    now = hours.status(at("2026-08-16T12:00Z"))
    assert (now.since, now.changes_at) == (at("2026-07-31T17:00Z"), at("2026-09-01T09:00Z"))


def test_a_month_of_longer_hours_is_one_open_stretch():
    hours = Timetable([OFFICE], [hours_on("2026-08-01/2026-08-31", "00:00-24:00 UTC")])
    now = hours.status(at("2026-08-16T12:00Z"))
    assert (now.since, now.changes_at) == (at("2026-08-01T00:00Z"), at("2026-09-01T00:00Z"))


@pytest.mark.parametrize("instant", ["2020-02-29T00:00Z", "2026-05-05T00:00Z", "2026-12-24T00:00Z"])
def test_closed_date_that_interrupts_round_the_clock_is_found_years_ahead(instant):
    hours = Timetable([window(f"{DAILY} 00:00-24:00 UTC")], [closed_on("2026-12-25")])
    assert hours.next_change(at(instant)) == at("2026-12-25T00:00Z")


@pytest.mark.parametrize("instant", ["2026-12-26T00:00Z", "2027-05-05T00:00Z", "2040-02-29T00:00Z"])
def test_round_the_clock_is_open_since_the_last_closed_date(instant):
    hours = Timetable([window(f"{DAILY} 00:00-24:00 UTC")], [closed_on("2026-12-25")])
    now = hours.status(at(instant))
    assert (now.since, now.changes_at) == (at("2026-12-26T00:00Z"), None)


@pytest.mark.parametrize(
    "instant",
    ["2021-12-29T23:59:58Z", "2021-12-29T23:59:59Z", "2021-12-30T00:00:00Z"],
)
def test_closed_date_where_one_part_of_the_search_ends_and_the_next_begins_is_found(instant):
    # Five years of 365 days at a time, from four days before the question.
    hours = Timetable([window(f"{DAILY} 00:00-24:00 UTC")], [closed_on("2026-12-25")])
    assert hours.next_change(at(instant)) == at("2026-12-25T00:00Z")


@pytest.mark.parametrize(
    "asked_before", ["2026-12-16T23:59:58Z", "2026-12-16T23:59:59Z", "2026-12-17T00:00:00Z"]
)
def test_closed_date_at_the_very_end_of_what_was_known_is_not_forgotten(asked_before):
    hours = Timetable([window(f"{DAILY} 00:00-24:00 UTC")], [closed_on("2026-12-25")])
    assert hours.next_change(at(asked_before)) == at("2026-12-25T00:00Z")
    assert hours.next_change(at("2026-12-20T00:00Z")) == at("2026-12-25T00:00Z")
    assert not hours.is_open(at("2026-12-25T12:00Z"))


def test_one_year_closed_between_two_special_openings_is_looked_across():
    hours = Timetable(
        [], [hours_on(day, "10:00-14:00 UTC") for day in ("2026-12-25", "2027-12-25")]
    )
    now = hours.status(at("2027-07-01T00:00Z"))
    assert (now.since, now.changes_at) == (at("2026-12-25T14:00Z"), at("2027-12-25T10:00Z"))


def test_hours_of_a_closed_or_as_usual_entry_mean_nothing():
    ten_to_two = window(f"{DAILY} 10:00-14:00 Asia/Tokyo", "2026-12-25", "2026-12-25")
    closed = SpecialHours(Effect.CLOSED, ten_to_two)
    as_usual = SpecialHours(Effect.AS_USUAL, replace(ten_to_two, valid_from=date(2026, 12, 25)))
    whole_day = at("2026-12-25T00:00Z"), at("2026-12-26T00:00Z")
    assert Timetable([OFFICE], [closed]).intervals(*whole_day) == []
    assert Timetable([OFFICE], [as_usual]).intervals(*whole_day) == [
        interval("2026-12-25T09:00Z", "2026-12-25T17:00Z")
    ]


def test_windows_at_an_instant_include_special_ones_and_leave_out_cancelled_ones():
    special = hours_on("2026-12-25", "16:00-20:00 UTC")
    hours = Timetable([OFFICE], [special])
    assert hours.windows_at(at("2026-12-24T16:30Z")) == (OFFICE,)
    assert hours.windows_at(at("2026-12-25T12:00Z")) == ()
    assert hours.windows_at(at("2026-12-25T16:30Z")) == (special.window,)


def test_timetable_keeps_its_special_hours_in_the_order_given():
    rows = closed_on("2026-12-26"), closed_on("2026-12-25")
    assert Timetable([], iter(rows)).special_hours == rows


def test_effects_are_written_as_the_api_writes_them():
    assert list(Effect) == ["closed", "hours", "also", "as-usual", "as-weekday"]


@pytest.mark.parametrize(
    ("valid_from", "valid_through"),
    [(None, None), (date(2026, 12, 25), None), (None, date(2026, 12, 25))],
)
def test_special_hours_without_a_first_and_a_last_day_are_refused(valid_from, valid_through):
    endless = Window(EVERY_DAY, 600, 840, "UTC", valid_from, valid_through)
    with pytest.raises(InvalidSpecialHours, match="need a first and a last day"):
        SpecialHours(Effect.CLOSED, endless)


@pytest.mark.parametrize("kind", [closed_on, as_usual_on])
def test_special_hours_of_366_days_are_the_longest(kind):
    assert kind("2027-01-01/2028-01-01").days()[-1] - kind("2027-01-01").days()[0] == 365
    with pytest.raises(
        InvalidSpecialHours, match="2027-01-01 through 2028-01-02 are longer than 366"
    ):
        kind("2027-01-01/2028-01-02")


def test_refused_special_hours_are_a_schedule_error():
    assert issubclass(InvalidSpecialHours, ScheduleError)
