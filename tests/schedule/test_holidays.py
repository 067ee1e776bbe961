"""Public holidays: hours that observe them do not begin on them. 2026-12-25 is a Friday."""

from dataclasses import replace
from datetime import date

import pytest

from support.schedule import Holiday, HolidayCalendar, State, Timetable
from support.schedule.instant import day_number
from tests.schedule.notation import (
    DAILY,
    as_usual_on,
    at,
    closed_on,
    holidays,
    hours_on,
    interval,
    window,
)

CHRISTMAS = holidays("2026-12-25 Christmas Day", "2026-12-26 Boxing Day")
OFFICE = window(f"{DAILY} 09:00-17:00 UTC", holidays=CHRISTMAS)


def new_year(year):
    return {date(year, 1, 1): "New Year's Day"}


def test_hours_do_not_begin_on_a_holiday():
    assert Timetable([OFFICE]).intervals(at("2026-12-24T00:00Z"), at("2026-12-28T00:00Z")) == [
        interval("2026-12-24T09:00Z", "2026-12-24T17:00Z"),
        interval("2026-12-27T09:00Z", "2026-12-27T17:00Z"),
    ]


def test_hours_that_observe_no_calendar_hold_on_a_holiday():
    hours = Timetable([OFFICE, window(f"{DAILY} 12:00-13:00 UTC")])
    assert hours.intervals(at("2026-12-25T00:00Z"), at("2026-12-26T00:00Z")) == [
        interval("2026-12-25T12:00Z", "2026-12-25T13:00Z")
    ]


def test_each_window_observes_its_own_calendar():
    japan = holidays("2026-12-24 Eve", code="JP")
    hours = Timetable([OFFICE, window(f"{DAILY} 20:00-21:00 UTC", holidays=japan)])
    assert hours.intervals(at("2026-12-24T00:00Z"), at("2026-12-26T00:00Z")) == [
        interval("2026-12-24T09:00Z", "2026-12-24T17:00Z"),
        interval("2026-12-25T20:00Z", "2026-12-25T21:00Z"),
    ]


def test_shift_of_the_eve_runs_into_a_holiday_and_the_shift_of_the_holiday_is_cancelled_whole():
    nights = Timetable([window(f"{DAILY} 22:00-06:00 UTC", holidays=CHRISTMAS)])
    assert nights.intervals(at("2026-12-24T12:00Z"), at("2026-12-28T12:00Z")) == [
        interval("2026-12-24T22:00Z", "2026-12-25T06:00Z"),
        interval("2026-12-27T22:00Z", "2026-12-28T06:00Z"),
    ]


def test_holiday_is_a_day_of_the_windows_own_clock():
    tokyo = Timetable([window(f"{DAILY} 00:00-24:00 Asia/Tokyo", holidays=CHRISTMAS)])
    now = tokyo.status(at("2026-12-25T12:00+09:00"))
    assert (now.since, now.changes_at) == (
        at("2026-12-25T00:00+09:00"),
        at("2026-12-27T00:00+09:00"),
    )


@pytest.mark.parametrize(
    ("instant", "change"),
    [
        ("2012-06-01T00:00Z", "2013-01-01T00:00Z"),
        ("2199-06-01T00:00Z", "2200-01-01T00:00Z"),
        ("2026-01-01T00:00Z", "2026-01-02T00:00Z"),
        ("2026-01-02T00:00Z", "2027-01-01T00:00Z"),
    ],
)
def test_holidays_of_every_year_are_found(instant, change):
    calendar = HolidayCalendar("XX", new_year)
    always = Timetable([window(f"{DAILY} 00:00-24:00 UTC", holidays=calendar)])
    assert always.next_change(at(instant)) == at(change)


def test_holiday_far_ahead_is_found():
    always = Timetable(
        [window(f"{DAILY} 00:00-24:00 UTC", holidays=holidays("2187-05-05 Centenary"))]
    )
    assert always.next_change(at("2026-01-01T00:00Z")) == at("2187-05-05T00:00Z")
    assert always.status(at("2187-05-05T12:00Z")).changes_at == at("2187-05-06T00:00Z")
    assert always.next_change(at("2187-05-06T00:00Z")) is None


def test_holiday_long_ago_is_found():
    always = Timetable(
        [window(f"{DAILY} 00:00-24:00 UTC", holidays=holidays("1911-05-05 Centenary"))]
    )
    assert always.status(at("2026-01-01T00:00Z")).since == at("1911-05-06T00:00Z")


def test_holidays_that_change_nothing_leave_always_and_never_as_they_are():
    calendar = HolidayCalendar("XX", new_year)
    always = Timetable(
        [window(f"{DAILY} 00:00-24:00 UTC"), window("MO 09:00-17:00 UTC", holidays=calendar)]
    ).status(at("2026-01-01T00:00Z"))
    never = Timetable(
        [window("MO 09:00-17:00 UTC", "2026-01-06", "2026-01-11", holidays=calendar)]
    ).status(at("2026-01-01T00:00Z"))
    assert (always.state, always.since, always.changes_at) == (State.OPEN, None, None)
    assert (never.state, never.since, never.changes_at) == (State.CLOSED, None, None)


def test_holiday_outside_the_validity_of_the_window_says_nothing():
    hours = Timetable([replace(OFFICE, valid_from=date(2026, 12, 26))])
    assert hours.next_change(at("2026-12-01T00:00Z")) == at("2026-12-27T09:00Z")


def test_holidays_that_follow_each_other_for_weeks_are_one_closed_stretch():
    golden_month = holidays(*(f"2026-05-{day:02} Rest" for day in range(1, 32)))
    hours = Timetable([window(f"{DAILY} 09:00-17:00 UTC", holidays=golden_month)])
    now = hours.status(at("2026-05-16T12:00Z"))
    assert (now.since, now.changes_at) == (at("2026-04-30T17:00Z"), at("2026-06-01T09:00Z"))


def test_special_hours_observe_no_holiday():
    special = hours_on("2026-12-25", "10:00-14:00 UTC")
    observing = replace(special, window=replace(special.window, holidays=CHRISTMAS))
    hours = Timetable([OFFICE], [observing])
    assert hours.intervals(at("2026-12-25T00:00Z"), at("2026-12-26T00:00Z")) == [
        interval("2026-12-25T10:00Z", "2026-12-25T14:00Z")
    ]


def test_closed_special_hours_on_a_holiday_leave_it_closed():
    hours = Timetable([OFFICE], [closed_on("2026-12-25")])
    assert hours.next_change(at("2026-12-24T17:00Z")) == at("2026-12-27T09:00Z")


def test_each_year_of_a_calendar_is_asked_for_once():
    asked = []

    def of_year(year):
        asked.append(year)
        return new_year(year)

    hours = Timetable([window(f"{DAILY} 09:00-17:00 UTC", holidays=HolidayCalendar("XX", of_year))])
    for instant in ("2026-12-31T23:00Z", "2027-01-01T12:00Z", "2026-06-01T12:00Z"):
        hours.status(at(instant))
    assert sorted(asked) == sorted(set(asked))
    assert {2026, 2027} <= set(asked)


def test_years_that_no_question_touches_are_not_asked_for():
    asked = []

    def of_year(year):
        asked.append(year)
        return new_year(year)

    days = day_number(date(2026, 3, 1)), day_number(date(2027, 3, 1))
    HolidayCalendar("XX", of_year).days(*days)
    assert asked == [2026, 2027]


def test_holidays_from_one_day_through_another_include_both():
    calendar = HolidayCalendar("XX", new_year)
    first, second, third = (day_number(date(year, 1, 1)) for year in (2026, 2027, 2028))
    assert calendar.days(first, third) == [first, second, third]
    assert calendar.days(first + 1, third - 1) == [second]
    assert calendar.days(second, second) == [second]
    assert calendar.days(third, first) == []


def test_calendar_is_written_with_its_code():
    assert repr(HolidayCalendar("GB-ENG", new_year)) == "HolidayCalendar('GB-ENG')"


JAPAN = holidays("2026-12-23 Birthday", "2026-12-25 Rest", code="JP")
TOKYO_OFFICE = window(f"{DAILY} 09:00-17:00 Asia/Tokyo", holidays=JAPAN)
CHRISTMAS_DAY = Holiday("XX", date(2026, 12, 25), "Christmas Day")
BOXING_DAY = Holiday("XX", date(2026, 12, 26), "Boxing Day")
BIRTHDAY = Holiday("JP", date(2026, 12, 23), "Birthday")
REST = Holiday("JP", date(2026, 12, 25), "Rest")


@pytest.mark.parametrize(
    ("first", "last", "found"),
    [
        (date(2026, 12, 1), date(2026, 12, 22), ()),
        (date(2026, 12, 1), date(2026, 12, 23), (BIRTHDAY,)),
        (date(2026, 12, 23), date(2026, 12, 25), (BIRTHDAY, REST, CHRISTMAS_DAY)),
        (date(2026, 12, 26), date(2026, 12, 31), (BOXING_DAY,)),
        (date(2026, 12, 27), date(2026, 12, 31), ()),
    ],
)
def test_holidays_that_cancel_hours_are_told_by_date_and_calendar(first, last, found):
    hours = Timetable([OFFICE, TOKYO_OFFICE, window(f"{DAILY} 20:00-21:00 UTC")])
    assert hours.holidays(first, last) == found


def test_holiday_that_two_windows_observe_is_told_once():
    evening = window(f"{DAILY} 20:00-21:00 UTC", holidays=CHRISTMAS)
    hours = Timetable([OFFICE, evening])
    assert hours.holidays(date(2026, 12, 1), date(2026, 12, 31)) == (CHRISTMAS_DAY, BOXING_DAY)


def test_holiday_on_which_no_hours_would_begin_or_special_hours_decide_is_not_told():
    fridays = Timetable([window("FR 09:00-17:00 UTC", holidays=CHRISTMAS)])
    assert fridays.holidays(date(2026, 12, 1), date(2026, 12, 31)) == (CHRISTMAS_DAY,)
    working = Timetable([OFFICE], [as_usual_on("2026-12-25")])
    assert working.holidays(date(2026, 12, 1), date(2026, 12, 31)) == (BOXING_DAY,)
