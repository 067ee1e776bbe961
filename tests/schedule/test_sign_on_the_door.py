"""When the clock changes, hours are what the sign on the door says to a clock on the wall.

An edge inside the skipped hour falls on the change itself; hours that begin or end inside the
repeated hour cover both passes.
"""

from datetime import timedelta

import pytest

from tests.schedule.notation import DAILY, at, interval, timetable

HOUR = timedelta(hours=1)

# London: on Sunday 29 March 2026, 01:00 becomes 02:00; on Sunday 25 October, 02:00 becomes 01:00.
# Both happen at 01:00 UTC.
SPRING = (at("2026-03-28T12:00Z"), at("2026-03-29T12:00Z"))
AUTUMN = (at("2026-10-24T12:00Z"), at("2026-10-25T12:00Z"))


@pytest.mark.parametrize(
    ("hours", "opens", "closes"),
    [
        ("SU 01:30-05:00 Europe/London", "2026-03-29T02:00+01:00", "2026-03-29T05:00+01:00"),
        ("SU 01:00-05:00 Europe/London", "2026-03-29T02:00+01:00", "2026-03-29T05:00+01:00"),
        ("SU 02:00-05:00 Europe/London", "2026-03-29T02:00+01:00", "2026-03-29T05:00+01:00"),
        ("SU 01:59-02:01 Europe/London", "2026-03-29T02:00+01:00", "2026-03-29T02:01+01:00"),
    ],
)
def test_opening_in_the_skipped_hour_falls_on_the_change(hours, opens, closes):
    assert timetable(hours).intervals(*SPRING) == [interval(opens, closes)]


@pytest.mark.parametrize(
    ("hours", "opens", "closes"),
    [
        ("SU 00:00-01:30 Europe/London", "2026-03-29T00:00+00:00", "2026-03-29T02:00+01:00"),
        ("SU 00:00-01:00 Europe/London", "2026-03-29T00:00+00:00", "2026-03-29T02:00+01:00"),
        ("SU 00:00-02:00 Europe/London", "2026-03-29T00:00+00:00", "2026-03-29T02:00+01:00"),
        ("SU 00:59-01:01 Europe/London", "2026-03-29T00:59+00:00", "2026-03-29T02:00+01:00"),
        ("SA 22:00-01:30 Europe/London", "2026-03-28T22:00+00:00", "2026-03-29T02:00+01:00"),
    ],
)
def test_closing_in_the_skipped_hour_falls_on_the_change(hours, opens, closes):
    assert timetable(hours).intervals(*SPRING) == [interval(opens, closes)]


@pytest.mark.parametrize(
    "hours",
    [
        "SU 01:00-02:00 Europe/London",
        "SU 01:15-01:45 Europe/London",
        "SU 01:00-01:01 Europe/London",
        "SU 01:59-02:00 Europe/London",
    ],
)
def test_hours_that_lie_in_the_skipped_hour_do_not_happen(hours):
    skipped = timetable(hours)
    assert skipped.intervals(*SPRING) == []
    assert not skipped.is_open(at("2026-03-29T01:00Z"))
    assert skipped.next_change(SPRING[0]) > SPRING[1]


@pytest.mark.parametrize(
    ("hours", "opens", "closes"),
    [
        ("SU 00:00-05:00 Europe/London", "2026-03-29T00:00+00:00", "2026-03-29T05:00+01:00"),
        ("SU 00:30-02:30 Europe/London", "2026-03-29T00:30+00:00", "2026-03-29T02:30+01:00"),
        ("SA 22:00-06:00 Europe/London", "2026-03-28T22:00+00:00", "2026-03-29T06:00+01:00"),
    ],
)
def test_hours_around_the_skipped_hour_are_an_hour_shorter(hours, opens, closes):
    assert timetable(hours).intervals(*SPRING) == [interval(opens, closes)]


def test_24_hours_on_the_short_day_are_23():
    sunday = timetable("SU 00:00-24:00 Europe/London")
    assert sunday.intervals(at("2026-03-29T00:00Z"), at("2026-03-30T12:00Z")) == [
        interval("2026-03-29T00:00+00:00", "2026-03-30T00:00+01:00")
    ]
    assert at("2026-03-30T00:00+01:00") - at("2026-03-29T00:00+00:00") == 23 * HOUR


@pytest.mark.parametrize(
    ("hours", "opens", "closes"),
    [
        ("SU 01:30-05:00 Europe/London", "2026-10-25T01:30+01:00", "2026-10-25T05:00+00:00"),
        ("SU 01:00-05:00 Europe/London", "2026-10-25T01:00+01:00", "2026-10-25T05:00+00:00"),
        ("SU 01:59-05:00 Europe/London", "2026-10-25T01:59+01:00", "2026-10-25T05:00+00:00"),
    ],
)
def test_opening_in_the_repeated_hour_is_at_its_first_pass(hours, opens, closes):
    assert timetable(hours).intervals(*AUTUMN) == [interval(opens, closes)]


@pytest.mark.parametrize(
    ("hours", "opens", "closes"),
    [
        ("SU 00:00-01:30 Europe/London", "2026-10-25T00:00+01:00", "2026-10-25T01:30+00:00"),
        ("SU 00:00-01:01 Europe/London", "2026-10-25T00:00+01:00", "2026-10-25T01:01+00:00"),
        ("SU 00:00-02:00 Europe/London", "2026-10-25T00:00+01:00", "2026-10-25T02:00+00:00"),
        ("SA 22:00-01:30 Europe/London", "2026-10-24T22:00+01:00", "2026-10-25T01:30+00:00"),
    ],
)
def test_closing_in_the_repeated_hour_is_at_its_second_pass(hours, opens, closes):
    assert timetable(hours).intervals(*AUTUMN) == [interval(opens, closes)]


def test_closing_where_the_repeated_hour_begins_is_before_its_first_pass():
    until_one = timetable("SU 00:00-01:00 Europe/London")
    assert until_one.intervals(*AUTUMN) == [
        interval("2026-10-25T00:00+01:00", "2026-10-25T01:00+01:00")
    ]


def test_opening_where_the_repeated_hour_ends_is_after_its_second_pass():
    from_two = timetable("SU 02:00-05:00 Europe/London")
    assert from_two.intervals(*AUTUMN) == [
        interval("2026-10-25T02:00+00:00", "2026-10-25T05:00+00:00")
    ]


@pytest.mark.parametrize(
    ("hours", "opens", "closes"),
    [
        ("SU 01:00-02:00 Europe/London", "2026-10-25T01:00+01:00", "2026-10-25T02:00+00:00"),
        ("SU 01:15-01:45 Europe/London", "2026-10-25T01:15+01:00", "2026-10-25T01:45+00:00"),
        ("SU 01:30-01:31 Europe/London", "2026-10-25T01:30+01:00", "2026-10-25T01:31+00:00"),
    ],
)
def test_hours_that_lie_in_the_repeated_hour_cover_both_passes_without_a_break(
    hours, opens, closes
):
    assert timetable(hours).intervals(*AUTUMN) == [interval(opens, closes)]


@pytest.mark.parametrize(
    ("hours", "opens", "closes"),
    [
        ("SU 00:00-05:00 Europe/London", "2026-10-25T00:00+01:00", "2026-10-25T05:00+00:00"),
        ("SU 00:30-02:30 Europe/London", "2026-10-25T00:30+01:00", "2026-10-25T02:30+00:00"),
        ("SA 22:00-06:00 Europe/London", "2026-10-24T22:00+01:00", "2026-10-25T06:00+00:00"),
    ],
)
def test_hours_around_the_repeated_hour_are_an_hour_longer(hours, opens, closes):
    assert timetable(hours).intervals(*AUTUMN) == [interval(opens, closes)]


def test_24_hours_on_the_long_day_are_25():
    sunday = timetable("SU 00:00-24:00 Europe/London")
    assert sunday.intervals(at("2026-10-24T12:00Z"), at("2026-10-26T12:00Z")) == [
        interval("2026-10-25T00:00+01:00", "2026-10-26T00:00+00:00")
    ]
    assert at("2026-10-26T00:00+00:00") - at("2026-10-25T00:00+01:00") == 25 * HOUR


@pytest.mark.parametrize("edge", ["01:00", "01:15", "01:59", "02:00"])
def test_hours_that_hand_over_in_the_changing_hour_leave_no_gap(edge):
    hours = timetable(f"{DAILY} 20:00-{edge} Europe/London", f"{DAILY} {edge}-08:00 Europe/London")
    assert hours.intervals(at("2026-03-28T12:00Z"), at("2026-03-29T12:00Z")) == [
        interval("2026-03-28T20:00+00:00", "2026-03-29T08:00+01:00")
    ]
    assert hours.intervals(at("2026-10-24T12:00Z"), at("2026-10-25T12:00Z")) == [
        interval("2026-10-24T20:00+01:00", "2026-10-25T08:00+00:00")
    ]


@pytest.mark.parametrize(
    ("hours", "opens", "closes"),
    [
        # New York, 8 March 2026: 02:00 becomes 03:00; 1 November: 02:00 becomes 01:00.
        ("SU 02:30-09:00 America/New_York", "2026-03-08T03:00-04:00", "2026-03-08T09:00-04:00"),
        ("SU 01:30-09:00 America/New_York", "2026-11-01T01:30-04:00", "2026-11-01T09:00-05:00"),
        # Lord Howe, by half an hour, 4 October: 02:00 becomes 02:30; 5 April: 02:00 becomes 01:30.
        ("SU 02:15-09:00 Australia/Lord_Howe", "2026-10-04T02:30+11:00", "2026-10-04T09:00+11:00"),
        ("SU 00:00-01:45 Australia/Lord_Howe", "2026-04-05T00:00+11:00", "2026-04-05T01:45+10:30"),
        # Troll, by two hours, 29 March: 01:00 becomes 03:00; 25 October: 03:00 becomes 01:00.
        ("SU 02:59-09:00 Antarctica/Troll", "2026-03-29T03:00+02:00", "2026-03-29T09:00+02:00"),
        ("SU 00:00-01:01 Antarctica/Troll", "2026-10-25T00:00+02:00", "2026-10-25T01:01+00:00"),
        # Beirut, 29 March: midnight becomes 01:00.
        ("SA 20:00-24:00 Asia/Beirut", "2026-03-28T20:00+02:00", "2026-03-29T01:00+03:00"),
        ("SU 00:00-09:00 Asia/Beirut", "2026-03-29T01:00+03:00", "2026-03-29T09:00+03:00"),
        # Beirut, 24 October: midnight becomes 23:00 of the same day.
        ("SA 20:00-24:00 Asia/Beirut", "2026-10-24T20:00+03:00", "2026-10-25T00:00+02:00"),
        ("SA 20:00-23:30 Asia/Beirut", "2026-10-24T20:00+03:00", "2026-10-24T23:30+02:00"),
        ("SU 00:00-09:00 Asia/Beirut", "2026-10-25T00:00+02:00", "2026-10-25T09:00+02:00"),
    ],
)
def test_rule_is_the_same_wherever_the_clock_changes(hours, opens, closes):
    just_around = at(opens) - HOUR, at(closes) + HOUR
    assert timetable(hours).intervals(*just_around) == [interval(opens, closes)]


# Apia had no Friday 30 December 2011: Thursday's last midnight was Saturday's first.
NEW_YEAR_IN_APIA = (at("2011-12-29T12:00-10:00"), at("2012-01-01T00:00+14:00"))


@pytest.mark.parametrize("hours", ["FR 09:00-17:00 Pacific/Apia", "FR 00:00-24:00 Pacific/Apia"])
def test_hours_of_a_day_that_was_skipped_do_not_happen(hours):
    assert timetable(hours).intervals(*NEW_YEAR_IN_APIA) == []


@pytest.mark.parametrize(
    ("hours", "opens", "closes"),
    [
        ("TH 18:00-24:00 Pacific/Apia", "2011-12-29T18:00-10:00", "2011-12-31T00:00+14:00"),
        ("TH 22:00-06:00 Pacific/Apia", "2011-12-29T22:00-10:00", "2011-12-31T00:00+14:00"),
        ("FR 22:00-06:00 Pacific/Apia", "2011-12-31T00:00+14:00", "2011-12-31T06:00+14:00"),
        ("SA 00:00-06:00 Pacific/Apia", "2011-12-31T00:00+14:00", "2011-12-31T06:00+14:00"),
    ],
)
def test_shift_into_or_out_of_a_day_that_was_skipped_ends_or_begins_there(hours, opens, closes):
    assert timetable(hours).intervals(*NEW_YEAR_IN_APIA) == [interval(opens, closes)]


def test_hours_of_a_day_that_came_twice_cover_both():
    # At the end of Tuesday 30 September 1969, Kwajalein's clock went back 23 hours.
    hours = timetable("TU 09:00-17:00 Pacific/Kwajalein")
    assert hours.intervals(at("1969-09-29T00:00Z"), at("1969-10-02T00:00Z")) == [
        interval("1969-09-30T09:00+11:00", "1969-09-30T17:00-12:00")
    ]
