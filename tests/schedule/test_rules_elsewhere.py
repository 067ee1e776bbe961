"""The rules of a configuration file in other countries, hemispheres and at the ends of years.

Each right answer was worked out by hand from the sentences of the rules.
"""

import pytest

from support.schedule import Timetable
from tests.schedule.notation import (
    also_on,
    at,
    closed_on,
    closure,
    holidays,
    hours_on,
    interval,
    like_on,
    window,
)

WAITANGI = holidays(
    "2027-02-08 Waitangi Day", "2026-12-25 Christmas", code="NZ", zone="Pacific/Auckland"
)
CHATHAM = holidays("2026-12-25 Christmas", code="NZ")
SAMOA = holidays("2027-06-01 Independence Day", code="WS", zone="Pacific/Apia")
CHRISTMAS = holidays("2026-12-25 Christmas", "2026-12-26 Boxing Day", "2027-01-01 New Year")

AUCKLAND_OFFICE = [window("SU,MO,TU,WE,TH 20:00-04:00 UTC", holidays=WAITANGI)]
CHATHAM_OFFICE = [window("MO,TU,WE,TH,FR 09:00-17:00 Pacific/Chatham", holidays=CHATHAM)]
APIA_OFFICE = [window("SU,MO,TU,WE,TH 20:00-04:00 UTC", holidays=SAMOA)]
EVES = [
    window(
        "MO,TU,WE,TH,FR,SA,SU 09:00-17:00 UTC", holidays=CHRISTMAS, before_holidays="09:00-12:00"
    )
]
OFFICE = [window("MO,TU,WE,TH,FR 09:00-17:00 UTC")]
KATHMANDU = [window("MO 10:00-17:00 Asia/Kathmandu")]
RAMADAN = [window("MO,TU,WE,TH,FR 09:00-17:00 Africa/Casablanca")]
SOUTHERN_SUMMER = [window("MO,TU,WE,TH,FR 09:00-18:00 America/Santiago", season="12-21..03-20")]
LEAP_SEASON = [window("MO,TU,WE,TH,FR,SA,SU 09:00-17:00 UTC", season="02-29..03-02")]
EVERY_THIRD = [window("WE,TH 09:00-17:00 UTC", "2026-12-30", every_weeks=3)]
FIFTH_SUNDAY = [window("SU 10:00-14:00 UTC", monthly="5")]
NEW_YEAR = [closed_on("2026-12-28/2027-01-02", repeats="yearly")]
LEAP_DAY = [closed_on("2024-02-29", repeats="yearly")]
LAST_FRIDAY = [
    hours_on("2026-12-01/", "09:00-12:00 UTC", weekdays="FR", repeats="monthly", monthly="-1")
]


@pytest.mark.parametrize(
    ("windows", "special", "instant", "is_open"),
    [
        (AUCKLAND_OFFICE, [], "2027-02-07T21:00Z", False),
        (AUCKLAND_OFFICE, [], "2027-02-08T21:00Z", True),
        (AUCKLAND_OFFICE, [], "2026-12-24T21:00Z", False),
        (CHATHAM_OFFICE, [], "2026-12-24T20:00Z", False),
        (CHATHAM_OFFICE, [], "2026-12-23T20:00Z", True),
        (APIA_OFFICE, [], "2027-05-31T21:00Z", False),
        (APIA_OFFICE, [], "2027-06-01T21:00Z", True),
        (EVES, [], "2026-12-24T13:00Z", False),
        (EVES, [], "2026-12-24T11:00Z", True),
        (EVES, [], "2026-12-25T10:00Z", False),
        (EVES, [], "2026-12-31T13:00Z", False),
        (KATHMANDU, [], "2026-11-30T04:14Z", False),
        (KATHMANDU, [], "2026-11-30T04:15Z", True),
        (KATHMANDU, [], "2026-11-30T11:15Z", False),
        (RAMADAN, [], "2026-01-19T08:30Z", True),
        (RAMADAN, [], "2026-03-02T08:30Z", False),
        (RAMADAN, [], "2026-03-02T16:30Z", True),
        (SOUTHERN_SUMMER, [], "2026-12-21T12:00Z", True),
        (SOUTHERN_SUMMER, [], "2026-12-18T13:00Z", False),
        (SOUTHERN_SUMMER, [], "2027-03-19T13:00Z", True),
        (SOUTHERN_SUMMER, [], "2027-03-22T13:00Z", False),
        (LEAP_SEASON, [], "2028-02-29T10:00Z", True),
        (LEAP_SEASON, [], "2027-02-28T10:00Z", False),
        (LEAP_SEASON, [], "2027-03-01T10:00Z", True),
        (EVERY_THIRD, [], "2026-12-31T10:00Z", True),
        (EVERY_THIRD, [], "2027-01-06T10:00Z", False),
        (EVERY_THIRD, [], "2027-01-20T10:00Z", True),
        (FIFTH_SUNDAY, [], "2027-01-31T11:00Z", True),
        (FIFTH_SUNDAY, [], "2027-02-28T11:00Z", False),
        (OFFICE, NEW_YEAR, "2026-01-01T10:00Z", True),
        (OFFICE, NEW_YEAR, "2030-01-01T10:00Z", False),
        (OFFICE, NEW_YEAR, "2030-01-03T10:00Z", True),
        (OFFICE, LEAP_DAY, "2028-02-29T10:00Z", False),
        (OFFICE, LEAP_DAY, "2029-02-28T10:00Z", True),
        (OFFICE, LEAP_DAY, "2029-03-01T10:00Z", True),
        (OFFICE, LAST_FRIDAY, "2027-01-29T13:00Z", False),
        (OFFICE, LAST_FRIDAY, "2027-01-22T13:00Z", True),
    ],
)
def test_state(windows, special, instant, is_open):
    assert Timetable(windows, special).is_open(at(instant)) is is_open


@pytest.mark.parametrize(
    ("hours", "day", "expected"),
    [
        ("01:45-02:15", "2027-10-02", interval("2027-10-02T15:15Z", "2027-10-02T15:30Z")),
        ("01:45-02:15", "2027-04-03", interval("2027-04-03T14:45Z", "2027-04-03T15:45Z")),
    ],
)
def test_half_hour_by_which_lord_howe_moves_its_clocks(hours, day, expected):
    table = Timetable([window(f"MO,TU,WE,TH,FR,SA,SU {hours} Australia/Lord_Howe")])

    assert table.intervals(at(f"{day}T12:00Z"), at(f"{day}T20:00Z")) == [expected]


def test_make_up_day_is_no_holiday_of_the_weekday_that_it_is_like():
    new_year = holidays("2027-01-01 New Year", code="CN")
    hours = Timetable(
        [window("MO,TU,WE,TH,FR 09:00-17:00 Asia/Shanghai", holidays=new_year)],
        [like_on("2027-01-03", "FR")],
    )

    assert not hours.is_open(at("2027-01-01T03:00Z"))
    assert hours.is_open(at("2027-01-03T03:00Z"))


def test_added_hours_of_fewer_people_stay_on_a_day_closed_for_more():
    closed, added = closed_on("2026-12-24"), also_on("2026-12-24", "19:00-21:00 UTC", rank=2)
    hours = Timetable(OFFICE, [closed, added])

    assert not hours.is_open(at("2026-12-24T10:00Z"))
    assert hours.is_open(at("2026-12-24T20:00Z"))


def test_of_two_entries_that_lose_both_are_named():
    everybody = closed_on("2026-12-24")
    department = hours_on("2026-12-24", "10:00-12:00 UTC", rank=2)
    japanese = hours_on("2026-12-24", "13:00-15:00 UTC", rank=3)
    reasons = Timetable(OFFICE, [everybody, department, japanese]).explain(at("2026-12-24T11:00Z"))

    lost = [special for reason in reasons if reason.lost for special in reason.special_hours]
    assert lost == [everybody, department]


def test_closure_over_the_skipped_half_hour_of_lord_howe_holds_where_there_is_time():
    hours = Timetable(
        [window("MO,TU,WE,TH,FR,SA,SU 00:00-24:00 UTC")],
        closures=[closure("2027-10-03T01:50", "2027-10-03T02:10", "Australia/Lord_Howe")],
    )

    assert hours.next_change(at("2027-10-02T15:00Z")) == at("2027-10-02T15:20Z")
    assert hours.next_change(at("2027-10-02T15:20Z")) == at("2027-10-02T15:30Z")
