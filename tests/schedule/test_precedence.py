"""Closure before special hours before public holiday before weekly windows.

2026-12-25 is a Friday.
"""

from datetime import date

import pytest

from support.schedule import Rule, Timetable
from tests.schedule.notation import (
    DAILY,
    as_usual_on,
    at,
    closed_on,
    closure,
    holidays,
    hours_on,
    interval,
    window,
)

DAY = (at("2026-12-25T00:00Z"), at("2026-12-26T00:00Z"))
CHRISTMAS = holidays("2026-12-25 Christmas Day")
OFFICE = window(f"{DAILY} 09:00-17:00 UTC", holidays=CHRISTMAS)
WHOLE_OFFICE_DAY = [interval("2026-12-25T09:00Z", "2026-12-25T17:00Z")]
TEN_TO_TWO = [interval("2026-12-25T10:00Z", "2026-12-25T14:00Z")]


def hours(*special, closures=()):
    return Timetable([OFFICE], special, closures).intervals(*DAY)


def test_as_usual_overrules_a_holiday():
    assert hours() == []
    assert hours(as_usual_on("2026-12-25")) == WHOLE_OFFICE_DAY


def test_special_hours_overrule_a_holiday():
    assert hours(hours_on("2026-12-25", "10:00-14:00 UTC")) == TEN_TO_TWO


def test_closure_overrules_special_hours_on_a_holiday():
    noon = closure("2026-12-25T12:00", "2026-12-25T13:00")
    assert hours(hours_on("2026-12-25", "10:00-14:00 UTC"), closures=[noon]) == [
        interval("2026-12-25T10:00Z", "2026-12-25T12:00Z"),
        interval("2026-12-25T13:00Z", "2026-12-25T14:00Z"),
    ]


def test_closure_overrules_as_usual():
    whole_day = closure("2026-12-25T00:00", "2026-12-26T00:00")
    assert hours(as_usual_on("2026-12-25"), closures=[whole_day]) == []


def test_as_usual_on_an_ordinary_day_is_as_usual():
    ordinary = Timetable([OFFICE], [as_usual_on("2026-12-24")])
    assert ordinary.is_open(at("2026-12-24T12:00Z"))


def test_as_usual_opens_no_day_that_is_normally_closed():
    mondays = Timetable([window("MO 09:00-17:00 UTC")], [as_usual_on("2026-12-25")])
    assert mondays.intervals(*DAY) == []


LOW = "2026-12-21/2026-12-27"


@pytest.mark.parametrize(
    ("special", "found"),
    [
        ([closed_on(LOW), hours_on("2026-12-25", "10:00-14:00 UTC", rank=1)], TEN_TO_TWO),
        ([hours_on(LOW, "10:00-14:00 UTC"), closed_on("2026-12-25", rank=1)], []),
        ([hours_on(LOW, "10:00-14:00 UTC"), as_usual_on("2026-12-25", rank=1)], WHOLE_OFFICE_DAY),
        ([closed_on(LOW), as_usual_on("2026-12-25", rank=1)], WHOLE_OFFICE_DAY),
        ([as_usual_on(LOW), closed_on("2026-12-25", rank=1)], []),
        ([closed_on("2026-12-25", rank=1), hours_on(LOW, "10:00-14:00 UTC", rank=2)], TEN_TO_TWO),
        ([closed_on(LOW, rank=-1), hours_on(LOW, "10:00-14:00 UTC", rank=-2)], []),
        (
            [closed_on(LOW), closed_on(LOW, rank=1), hours_on(LOW, "10:00-14:00 UTC", rank=2)],
            TEN_TO_TWO,
        ),
    ],
)
def test_highest_rank_decides_whatever_the_order(special, found):
    assert hours(*special) == found
    assert hours(*reversed(special)) == found


@pytest.mark.parametrize(
    ("special", "found"),
    [
        ([closed_on(LOW), hours_on("2026-12-25", "10:00-14:00 UTC")], TEN_TO_TWO),
        ([closed_on("2026-12-25"), as_usual_on("2026-12-25")], WHOLE_OFFICE_DAY),
        (
            [as_usual_on("2026-12-25"), hours_on("2026-12-25", "17:00-20:00 UTC")],
            [interval("2026-12-25T09:00Z", "2026-12-25T20:00Z")],
        ),
        (
            [
                hours_on("2026-12-25", "10:00-14:00 UTC"),
                hours_on("2026-12-25", "16:00-17:00 UTC"),
            ],
            [*TEN_TO_TWO, interval("2026-12-25T16:00Z", "2026-12-25T17:00Z")],
        ),
    ],
)
def test_equal_ranks_decide_together_whatever_the_order(special, found):
    assert hours(*special) == found
    assert hours(*reversed(special)) == found


def test_rank_counts_day_by_day():
    week = Timetable(
        [OFFICE], [closed_on("2026-12-21/2026-12-25"), as_usual_on("2026-12-23", rank=1)]
    )
    assert week.intervals(at("2026-12-21T00:00Z"), at("2026-12-26T00:00Z")) == [
        interval("2026-12-23T09:00Z", "2026-12-23T17:00Z")
    ]


@pytest.mark.parametrize(
    ("first", "last", "decides"),
    [
        (date(2026, 12, 1), date(2026, 12, 20), False),
        (date(2026, 12, 1), date(2026, 12, 21), True),
        (date(2026, 12, 21), date(2026, 12, 21), True),
        (date(2026, 12, 22), date(2026, 12, 24), False),
        (date(2026, 12, 25), date(2026, 12, 31), True),
        (date(2026, 12, 26), date(2026, 12, 31), False),
    ],
)
def test_special_hours_have_their_way_on_the_days_that_no_higher_rank_decides(first, last, decides):
    week = closed_on("2026-12-21/2026-12-25")
    overruling = as_usual_on("2026-12-22/2026-12-24", rank=1)
    assert Timetable([OFFICE], [week, overruling]).decides(week, first, last) is decides


def test_overruled_special_hours_of_the_eve_do_not_reach_into_the_day():
    night = hours_on("2026-12-24", "20:00-04:00 UTC")
    assert hours(night) == [interval("2026-12-25T00:00Z", "2026-12-25T04:00Z")]
    assert hours(night, closed_on("2026-12-24", rank=1)) == []


def test_rules_are_listed_in_order_of_precedence():
    assert list(Rule) == [
        "closure",
        "special-hours",
        "public-holiday",
        "before-holiday",
        "window",
        "outside-hours",
        "no-stated-hours",
    ]
