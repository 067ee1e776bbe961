"""Entries that lose against others, and entries that contradict each other."""

from datetime import date

import pytest

from support.schedule import (
    Contradiction,
    DateRange,
    DayHours,
    Holiday,
    HolidayChange,
    Loss,
    Reason,
    Rule,
    State,
    Timetable,
    contradiction,
    contradictions,
    holidays_of,
)
from tests.schedule.notation import (
    also_on,
    as_usual_on,
    at,
    closed_on,
    holidays,
    hours_on,
    interval,
    window,
)

OFFICE = window("MO-FR 10:00-18:00 Asia/Tokyo")
DECEMBER = hours_on("2026-12-01/2026-12-31", "11:00-19:00 Asia/Tokyo", rank=3)
ALL_CLOSED = closed_on("2026-12-24/2026-12-26")
SALES = Timetable([OFFICE], [DECEMBER, ALL_CLOSED])


def test_explain_lists_the_entry_that_lost_last():
    assert SALES.explain(at("2026-12-24T03:00Z")) == (
        Reason(Rule.SPECIAL_HOURS, State.OPEN, (DECEMBER.window,), (DECEMBER,)),
        Reason(Rule.SPECIAL_HOURS, State.CLOSED, (OFFICE,), (DECEMBER,)),
        Reason(Rule.OUTSIDE_HOURS, State.CLOSED),
        Reason(
            Rule.SPECIAL_HOURS, State.CLOSED, (OFFICE, DECEMBER.window), (ALL_CLOSED,), lost=True
        ),
    )


def test_entry_that_lost_speaks_for_the_state_that_it_would_bring():
    morning = hours_on("2026-12-24", "09:00-12:00 UTC")
    hours = Timetable([window("TH 09:00-17:00 UTC")], [morning, closed_on("2026-12-24", rank=1)])
    lost = [reason for reason in hours.explain(at("2026-12-24T10:00Z")) if reason.lost]
    assert lost == [
        Reason(Rule.SPECIAL_HOURS, State.OPEN, (morning.window,), (morning,), lost=True)
    ]


def test_holiday_that_is_worked_is_listed_as_lost():
    calendar = holidays("2026-12-25 Christmas Day", code="GB-ENG")
    office = window("FR 09:00-17:00 UTC", holidays=calendar)
    hours = Timetable([office], [as_usual_on("2026-12-25")])
    assert hours.explain(at("2026-12-25T10:00Z"))[-1] == Reason(
        Rule.PUBLIC_HOLIDAY,
        State.CLOSED,
        (office,),
        holidays=(Holiday("GB-ENG", date(2026, 12, 25), "Christmas Day"),),
        lost=True,
    )


def test_closed_days_lose_to_the_hours_that_stay():
    losses = SALES.losses(ALL_CLOSED, date(2026, 12, 1), date(2026, 12, 24))
    assert losses == (
        Loss(
            date(2026, 12, 24),
            (DECEMBER,),
            (
                (
                    date(2026, 12, 24),
                    DECEMBER.window,
                    interval("2026-12-24T02:00Z", "2026-12-24T10:00Z"),
                ),
            ),
        ),
    )
    assert [loss.day.day for loss in SALES.losses(ALL_CLOSED, *YEAR)] == [24, 25, 26]
    assert SALES.losses(DECEMBER, *YEAR) == ()


YEAR = date(2026, 1, 1), date(2026, 12, 31)


def test_closed_day_does_not_close_hours_that_are_added():
    closed, also = closed_on("2026-12-01"), also_on("2026-12-01", "19:00-21:00 UTC")
    hours = Timetable([], [closed, also])
    (loss,) = hours.losses(closed, *YEAR)
    assert (loss.to, len(loss.shifts)) == ((also,), 1)


@pytest.mark.parametrize(
    ("closed", "is_open"),
    [
        (closed_on("2026-12-24"), True),
        (closed_on("2026-12-24", rank=1), False),
        (closed_on("2026-12-23/2026-12-25"), True),
    ],
)
def test_added_hours_stay_unless_a_higher_rank_closes(closed, is_open):
    also = also_on("2026-12-24", "19:00-21:00 UTC")
    assert Timetable([], [also, closed]).is_open(at("2026-12-24T20:00Z")) is is_open


def test_added_hours_of_a_month_are_lost_on_a_day_of_it_that_is_closed():
    also = also_on("2026-12-01/2026-12-31", "19:00-21:00 UTC")
    hours = Timetable([], [also, closed_on("2026-12-24")])
    assert not hours.is_open(at("2026-12-24T20:00Z"))
    assert hours.is_open(at("2026-12-23T20:00Z"))


CLOSED_BREAK = closed_on("2026-12-24/2027-01-03")
OVERLAPPING = hours_on("2027-01-02/2027-01-08", "10:00-12:00 UTC")


def test_entries_that_overlap_in_part_contradict_each_other_and_can_be_split():
    found = contradiction(CLOSED_BREAK, OVERLAPPING)
    assert found == Contradiction(
        CLOSED_BREAK, OVERLAPPING, DateRange(date(2027, 1, 2), date(2027, 1, 3))
    )
    assert found.split == (DateRange(date(2026, 12, 24), date(2027, 1, 1)),)
    assert list(contradictions([CLOSED_BREAK, OVERLAPPING])) == [found]


def test_split_of_yearly_days_is_told_in_the_year_that_they_state():
    yearly = closed_on("2025-12-20/2025-12-31", repeats="yearly")
    found = contradiction(yearly, as_usual_on("2026-12-22/2027-01-05"))
    assert found.split == (DateRange(date(2025, 12, 20), date(2025, 12, 21)),)


@pytest.mark.parametrize(
    "other",
    [
        hours_on("2026-12-29", "10:00-12:00 UTC"),
        hours_on("2027-01-02/2027-01-08", "10:00-12:00 UTC", rank=1),
        also_on("2027-01-02/2027-01-08", "10:00-12:00 UTC"),
        closed_on("2027-01-04/2027-01-08"),
        closed_on("2020-12-31", repeats="yearly"),
    ],
)
def test_entries_that_go_together(other):
    assert contradiction(CLOSED_BREAK, other) is None
    assert contradiction(other, CLOSED_BREAK) is None


@pytest.mark.parametrize(
    ("one", "other", "contradict"),
    [
        ("10:00-12:00 UTC", "12:00-14:00 UTC", False),
        ("10:00-12:00 UTC", "11:00-14:00 UTC", True),
        ("10:00-12:00 UTC", "11:00-14:00 Asia/Tokyo", False),
    ],
)
def test_other_hours_contradict_where_they_share_time(one, other, contradict):
    found = contradiction(hours_on("2026-12-24", one), hours_on("2026-12-24", other))
    assert (found is not None) is contradict


CHRISTMAS = Holiday("XX", date(2026, 12, 25), "Christmas")
LONDON = window(
    "MO-FR 09:00-17:00 Europe/London",
    holidays=holidays("2026-12-25 Christmas", "2026-12-26 Boxing Day"),
    on_holidays="12:00-15:00",
    before_holidays="09:00-16:00",
)


def test_changes_by_holidays_are_listed_with_the_day_before():
    changes = Timetable([LONDON]).holiday_changes(date(2026, 12, 24), date(2026, 12, 26))
    eve, short = DayHours.parse("09:00-16:00"), DayHours.parse("12:00-15:00")
    assert changes == (
        HolidayChange(date(2026, 12, 24), Rule.BEFORE_HOLIDAY, CHRISTMAS, LONDON, eve),
        HolidayChange(date(2026, 12, 25), Rule.PUBLIC_HOLIDAY, CHRISTMAS, LONDON, short),
    )
    assert Timetable([LONDON]).holidays(*YEAR) == (CHRISTMAS,)
    assert holidays_of(LONDON, *YEAR) == [CHRISTMAS]


@pytest.mark.parametrize(
    ("instant", "rule", "state"),
    [
        ("2026-12-24T10:00Z", Rule.BEFORE_HOLIDAY, State.OPEN),
        ("2026-12-24T16:30Z", Rule.BEFORE_HOLIDAY, State.CLOSED),
        ("2026-12-25T10:00Z", Rule.PUBLIC_HOLIDAY, State.CLOSED),
        ("2026-12-25T13:00Z", Rule.PUBLIC_HOLIDAY, State.OPEN),
        ("2026-12-23T16:30Z", Rule.WINDOW, State.OPEN),
    ],
)
def test_holiday_is_the_reason_for_its_own_hours(instant, rule, state):
    now = Timetable([LONDON]).status(at(instant))
    assert (now.reason.rule, now.state) == (rule, state)


def test_hours_of_a_holiday_hold_on_the_holiday_by_the_clock_of_its_calendar():
    japan = holidays("2027-01-11 Coming of Age Day", zone="Asia/Tokyo")
    office = window("SU-TH 23:00-07:00 UTC", holidays=japan, on_holidays="03:00-08:00")
    hours = Timetable([office])
    assert hours.intervals(at("2027-01-10T12:00Z"), at("2027-01-11T12:00Z")) == [
        interval("2027-01-11T03:00Z", "2027-01-11T08:00Z")
    ]


def test_special_hours_go_before_the_hours_of_a_holiday():
    closed = Timetable([LONDON], [closed_on("2026-12-24/2026-12-25")])
    usual = Timetable([LONDON], [as_usual_on("2026-12-24/2026-12-25")])
    assert not closed.is_open(at("2026-12-25T13:00Z"))
    assert usual.is_open(at("2026-12-24T16:30Z"))
    assert usual.is_open(at("2026-12-25T10:00Z"))


def test_holiday_takes_the_shift_of_a_clock_that_is_two_days_ahead():
    samoa = holidays("2026-07-04 Independence Day", zone="Pacific/Pago_Pago")
    kiritimati = window("MO-SU 00:00-08:00 Pacific/Kiritimati", holidays=samoa)
    hours = Timetable([kiritimati])
    assert hours.is_open(at("2026-07-05T01:00+14:00"))
    assert not hours.is_open(at("2026-07-06T01:00+14:00"))
    assert hours.is_open(at("2026-07-07T01:00+14:00"))
