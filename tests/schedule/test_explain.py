"""Every answer names the rule that decided it, and every rule that had a say.

2026-12-25 is a Friday.
"""

from dataclasses import replace
from datetime import date

import pytest

from support.schedule import (
    Holiday,
    NaiveInstant,
    Reason,
    Rule,
    State,
    Timetable,
    Unscheduled,
)
from tests.schedule.notation import (
    DAILY,
    as_usual_on,
    at,
    closed_on,
    closure,
    holidays,
    hours_on,
    timetable,
    window,
)

CHRISTMAS = holidays("2026-12-25 Christmas Day", code="GB-ENG")
CHRISTMAS_DAY = Holiday("GB-ENG", date(2026, 12, 25), "Christmas Day")
OFFICE = window(f"{DAILY} 09:00-17:00 UTC", holidays=CHRISTMAS)
NIGHTS = window(f"{DAILY} 22:00-06:00 UTC", holidays=CHRISTMAS)
ORDINARY = window(f"{DAILY} 09:00-17:00 UTC")
OUTSIDE_HOURS = Reason(Rule.OUTSIDE_HOURS, State.CLOSED)
HOLIDAY = Reason(Rule.PUBLIC_HOLIDAY, State.CLOSED, (OFFICE,), holidays=(CHRISTMAS_DAY,))


@pytest.mark.parametrize(
    ("instant", "reason"),
    [
        ("2026-12-24T08:59:59Z", OUTSIDE_HOURS),
        ("2026-12-24T09:00Z", Reason(Rule.WINDOW, State.OPEN, (OFFICE,))),
        ("2026-12-24T16:59:59Z", Reason(Rule.WINDOW, State.OPEN, (OFFICE,))),
        ("2026-12-24T23:59:59Z", OUTSIDE_HOURS),
        ("2026-12-25T00:00Z", HOLIDAY),
        ("2026-12-25T08:00Z", HOLIDAY),
        ("2026-12-25T12:00Z", HOLIDAY),
        ("2026-12-25T23:59:59Z", HOLIDAY),
        ("2026-12-26T00:00Z", OUTSIDE_HOURS),
    ],
)
def test_holiday_is_the_reason_all_day_and_neither_the_evening_before_nor_the_day_after(
    instant, reason
):
    assert Timetable([OFFICE]).status(at(instant)).reason == reason


def test_day_of_the_holiday_is_the_windows_own():
    tokyo = window(f"{DAILY} 09:00-17:00 Asia/Tokyo", holidays=CHRISTMAS)
    hours = Timetable([tokyo])
    eve, day = at("2026-12-24T23:59:59+09:00"), at("2026-12-25T00:00+09:00")
    assert hours.status(eve).reason.rule is Rule.OUTSIDE_HOURS
    assert hours.status(day).reason.rule is Rule.PUBLIC_HOLIDAY


@pytest.mark.parametrize(
    ("instant", "rule"),
    [
        ("2026-12-25T05:59:59Z", Rule.WINDOW),
        ("2026-12-25T06:00Z", Rule.PUBLIC_HOLIDAY),
        ("2026-12-25T23:00Z", Rule.PUBLIC_HOLIDAY),
        ("2026-12-26T05:59:59Z", Rule.PUBLIC_HOLIDAY),
        ("2026-12-26T06:00Z", Rule.OUTSIDE_HOURS),
    ],
)
def test_cancelled_shift_is_the_reason_for_as_long_as_it_would_have_held(instant, rule):
    assert Timetable([NIGHTS]).status(at(instant)).reason.rule is rule


def test_window_of_another_weekday_is_not_kept_by_a_holiday():
    mondays = Timetable([window("MO 09:00-17:00 UTC", holidays=CHRISTMAS)])
    assert mondays.explain(at("2026-12-25T12:00Z")) == (OUTSIDE_HOURS,)


def test_closed_special_hours_are_the_reason_and_name_what_they_cancel():
    closed = closed_on("2026-12-25")
    now = Timetable([OFFICE], [closed]).status(at("2026-12-25T08:00Z"))
    assert now.reason == Reason(Rule.SPECIAL_HOURS, State.CLOSED, (OFFICE,), (closed,))


def test_special_hours_are_the_reason_while_they_hold_and_while_they_keep_others_from_it():
    special = hours_on("2026-12-25", "10:00-14:00 UTC")
    hours = Timetable([OFFICE], [special])
    keeps = Reason(Rule.SPECIAL_HOURS, State.CLOSED, (OFFICE,), (special,))
    holds = Reason(Rule.SPECIAL_HOURS, State.OPEN, (special.window,), (special,))
    assert hours.status(at("2026-12-25T09:59:59Z")).reason == keeps
    assert hours.status(at("2026-12-25T10:00Z")).reason == holds
    assert hours.status(at("2026-12-25T14:00Z")).reason == keeps


def test_special_hours_of_a_day_without_others_are_no_reason_outside_them():
    hours = Timetable([], [hours_on("2026-12-25", "10:00-14:00 UTC")])
    assert hours.explain(at("2026-12-25T09:00Z")) == (OUTSIDE_HOURS,)


def test_as_usual_is_the_reason_while_usual_hours_hold():
    usual = as_usual_on("2026-12-25")
    hours = Timetable([OFFICE], [usual])
    assert hours.status(at("2026-12-25T12:00Z")).reason == Reason(
        Rule.SPECIAL_HOURS, State.OPEN, (OFFICE,), (usual,)
    )
    assert hours.status(at("2026-12-25T08:00Z")).reason == OUTSIDE_HOURS


def test_reason_for_being_open_names_none_that_speaks_for_closed():
    closed, usual = closed_on("2026-12-25"), as_usual_on("2026-12-25")
    assert Timetable([OFFICE], [closed, usual]).status(
        at("2026-12-25T12:00Z")
    ).reason.special_hours == (usual,)


def test_reason_for_being_open_names_those_special_hours_alone_that_hold():
    closed = closed_on("2026-12-25")
    morning = hours_on("2026-12-25", "08:00-12:00 UTC")
    late = hours_on("2026-12-25", "11:00-15:00 UTC")
    hours = Timetable([OFFICE], [closed, morning, late])
    assert hours.status(at("2026-12-25T10:00Z")).reason.special_hours == (morning,)
    assert hours.status(at("2026-12-25T11:30Z")).reason.special_hours == (morning, late)
    assert hours.status(at("2026-12-25T12:00Z")).reason.special_hours == (late,)


def test_reason_for_being_closed_names_all_that_decided_together():
    morning = hours_on("2026-12-25", "08:00-10:00 UTC")
    evening = hours_on("2026-12-25", "18:00-20:00 UTC")
    now = Timetable([OFFICE], [morning, evening]).status(at("2026-12-25T12:00Z"))
    assert now.reason.special_hours == (morning, evening)


def test_overruled_special_hours_are_named_as_kept_and_not_as_deciding():
    low = hours_on("2026-12-25", "10:00-14:00 UTC")
    high = closed_on("2026-12-25", rank=1)
    now = Timetable([OFFICE], [low, high]).status(at("2026-12-25T12:00Z"))
    assert now.reason == Reason(Rule.SPECIAL_HOURS, State.CLOSED, (OFFICE, low.window), (high,))


def test_closures_are_the_reason_even_where_nothing_would_hold():
    off = closure("2026-12-24T12:00", "2026-12-25T12:00")
    hours = Timetable([OFFICE], closures=[off])
    reason = Reason(Rule.CLOSURE, State.CLOSED, closures=(off,))
    assert hours.status(at("2026-12-24T12:00Z")).reason == reason
    assert hours.status(at("2026-12-24T20:00Z")).reason == reason
    assert hours.status(at("2026-12-25T11:59:59Z")).reason == reason
    assert hours.status(at("2026-12-24T11:59:59Z")).reason.rule is Rule.WINDOW
    assert hours.status(at("2026-12-25T12:00Z")).reason.rule is Rule.PUBLIC_HOLIDAY


def test_all_closures_that_cover_an_instant_are_named():
    one = closure("2026-12-24T12:00", "2026-12-24T15:00")
    other = closure("2026-12-24T14:00", "2026-12-24T16:00")
    hours = Timetable([ORDINARY], closures=[one, other])
    assert hours.status(at("2026-12-24T13:00Z")).reason.closures == (one,)
    assert hours.status(at("2026-12-24T14:00Z")).reason.closures == (one, other)
    assert hours.status(at("2026-12-24T15:00Z")).reason.closures == (other,)


def test_every_rule_with_a_say_is_explained_in_order_of_precedence():
    off = closure("2026-12-25T12:00", "2026-12-25T13:00")
    special = hours_on("2026-12-25", "10:00-14:00 UTC")
    hours = Timetable([OFFICE, ORDINARY], [special], [off])
    assert hours.explain(at("2026-12-25T12:30Z")) == (
        Reason(Rule.CLOSURE, State.CLOSED, closures=(off,)),
        Reason(Rule.SPECIAL_HOURS, State.OPEN, (special.window,), (special,)),
        Reason(Rule.SPECIAL_HOURS, State.CLOSED, (OFFICE, ORDINARY), (special,)),
        OUTSIDE_HOURS,
        replace(HOLIDAY, lost=True),
    )


def test_holiday_and_window_that_does_not_observe_it_both_have_a_say():
    assert Timetable([ORDINARY, OFFICE]).explain(at("2026-12-25T12:00Z")) == (
        HOLIDAY,
        Reason(Rule.WINDOW, State.OPEN, (ORDINARY,)),
        OUTSIDE_HOURS,
    )


def test_open_on_a_holiday_names_the_window_and_not_the_holiday():
    now = Timetable([OFFICE, ORDINARY]).status(at("2026-12-25T12:00Z"))
    assert now.reason == Reason(Rule.WINDOW, State.OPEN, (ORDINARY,))


def test_holidays_of_two_calendars_are_both_named():
    germany = holidays("2026-12-25 Weihnachten", code="DE")
    hours = Timetable([OFFICE, window(f"{DAILY} 08:00-16:00 UTC", holidays=germany)])
    assert hours.status(at("2026-12-25T12:00Z")).reason.holidays == (
        CHRISTMAS_DAY,
        Holiday("DE", date(2026, 12, 25), "Weihnachten"),
    )


def test_rows_are_named_once_however_many_hours_they_cancel():
    closed = closed_on("2026-12-24/2026-12-25")
    long = window(f"{DAILY} 12:00-11:59 UTC")
    now = Timetable([long, ORDINARY], [closed]).status(at("2026-12-25T10:00Z"))
    assert now.reason == Reason(Rule.SPECIAL_HOURS, State.CLOSED, (long, ORDINARY), (closed,))


def test_shift_of_the_eve_is_the_reason_on_a_closed_day():
    nights = Timetable([NIGHTS], [closed_on("2026-12-25")])
    assert nights.status(at("2026-12-25T05:00Z")).reason == Reason(
        Rule.WINDOW, State.OPEN, (NIGHTS,)
    )


# St. John's put its clock back at 00:01, to 23:01 of the day before, until 2011.
@pytest.mark.parametrize("instant", ["2010-11-07T02:30Z", "2010-11-07T03:00Z", "2010-11-07T03:31Z"])
def test_hours_that_began_before_the_clock_went_back_to_the_day_before_are_named(instant):
    sunday = window("SU 00:00-08:00 America/St_Johns")
    now = Timetable([sunday]).status(at(instant))
    assert now.reason == Reason(Rule.WINDOW, State.OPEN, (sunday,))
    assert Timetable([sunday]).windows_at(at(instant)) == (sunday,)


@pytest.mark.parametrize("instant", ["2010-11-07T02:30:30Z", "2010-11-07T03:28:59Z"])
def test_hours_of_24_that_end_after_the_clock_went_back_are_named(instant):
    friday = window("FR 23:59-23:59 America/St_Johns")
    now = Timetable([friday]).status(at(instant))
    assert now.reason == Reason(Rule.WINDOW, State.OPEN, (friday,))
    assert now.changes_at == at("2010-11-07T03:29Z")


def test_hours_that_the_clock_skips_have_no_say():
    skipped = timetable("SU 01:15-01:45 Europe/London")
    assert skipped.explain(at("2026-03-29T01:00Z")) == (OUTSIDE_HOURS,)


def test_unscheduled_explains_that_no_hours_are_stated():
    assert Unscheduled().explain(at("2026-12-25T12:00Z")) == (
        Reason(Rule.NO_STATED_HOURS, State.UNSCHEDULED),
    )


@pytest.mark.parametrize("hours", [Timetable([OFFICE]), Unscheduled()])
def test_naive_datetime_is_not_explained(hours):
    with pytest.raises(NaiveInstant):
        hours.explain(at("2026-12-25T12:00"))


@pytest.mark.parametrize(
    ("instant", "until"),
    [
        ("2026-12-25T12:00Z", "2026-12-25T14:00Z"),
        ("2026-12-25T14:00Z", "2026-12-25T17:00Z"),
        ("2026-12-25T17:00Z", "2026-12-25T20:00Z"),
        ("2026-12-25T20:00Z", "2026-12-26T09:00Z"),
    ],
)
def test_explanation_holds_until_hours_begin_or_end_though_the_state_stays(instant, until):
    hours = timetable(f"{DAILY} 09:00-17:00 UTC", f"{DAILY} 14:00-20:00 UTC")
    assert hours.explained_until(at(instant)) == at(until)


def test_explanation_holds_until_cancelled_hours_would_have_ended():
    assert Timetable([NIGHTS]).explained_until(at("2026-12-26T01:00Z")) == at("2026-12-26T06:00Z")


def test_explanation_holds_through_a_week_to_the_next_hours():
    hours = timetable("MO 09:00-17:00 Asia/Tokyo")
    assert hours.explained_until(at("2026-12-21T08:00Z")) == at("2026-12-28T00:00Z")


def test_explanation_that_nothing_near_can_change_holds_without_end():
    past = Timetable([window(f"{DAILY} 09:00-17:00 UTC", valid_through="2026-12-01")])
    assert past.explained_until(at("2026-12-25T12:00Z")) is None
    assert Unscheduled().explained_until(at("2026-12-25T12:00Z")) is None
