"""The rules that a configuration file can state, each at the instants that tell it from others."""

import pytest

from support.schedule import Timetable
from tests.schedule.notation import (
    also_on,
    at,
    closed_on,
    closure,
    holidays,
    hours_on,
    like_on,
    window,
)

COMING_OF_AGE = "2027-01-11 Coming of Age Day"
LABOUR = "2027-11-23 Labour Thanksgiving Day"
JAPAN = holidays(COMING_OF_AGE, LABOUR, "2027-11-03 Culture Day", code="JP", zone="Asia/Tokyo")
THANKSGIVING = "2026-11-26 Thanksgiving"
US_WEST = holidays(THANKSGIVING, code="US", zone="America/Los_Angeles")
US = holidays(THANKSGIVING, code="US", zone="America/Chicago")
CHRISTMAS_EVE = [closed_on("2026-12-24", repeats="yearly")]
THIRD_AND_LAST = [closed_on("2026-12-01/", weekdays="TH", repeats="monthly", monthly="3,-1")]

TOKYO_OFFICE = [window("SU-TH 23:00-07:00 UTC", holidays=JAPAN)]
LOS_ANGELES_EVENINGS = [window("TU-SA 00:00-08:00 UTC", holidays=US_WEST)]
TOKYO_NIGHT = [window("TU 12:00-20:00 UTC", holidays=JAPAN)]
BERLIN = [window("MO-FR 09:00-17:00 Europe/Berlin")]
FIRST_SUNDAY = [window("SU 10:00-14:00 Europe/Berlin", monthly="1")]
SECOND_WEEKS = [window("MO 09:00-17:00 UTC", "2026-11-30", every_weeks=2)]
SUMMER = [window("MO-FR 09:00-18:00 UTC", season="04-01..10-31")]
SHORT_HOLIDAYS = [
    window("MO-FR 09:00-17:00 America/Chicago", holidays=US, on_holidays="12:00-15:00")
]
SHORT_EVES = [
    window("MO-FR 09:00-17:00 America/Chicago", holidays=US, before_holidays="09:00-16:00")
]
THURSDAYS = [window("TH 10:00-14:00 UTC")]
OFFICE = [window("MO-FR 09:00-17:00 UTC")]
MAKE_UP = [like_on("2027-02-20", "MO")]
BREAK = [
    closed_on("2026-12-24/2027-01-03"),
    hours_on("2026-12-29", "10:00-12:00 UTC"),
]


@pytest.mark.parametrize(
    ("windows", "special", "instant", "is_open"),
    [
        (TOKYO_OFFICE, [], "2027-01-11T01:00Z", False),
        (TOKYO_OFFICE, [], "2027-01-12T01:00Z", True),
        (LOS_ANGELES_EVENINGS, [], "2026-11-27T02:00Z", False),
        (LOS_ANGELES_EVENINGS, [], "2026-11-26T02:00Z", True),
        (TOKYO_NIGHT, [], "2027-11-23T13:00Z", False),
        (TOKYO_NIGHT, [], "2027-11-23T19:00Z", False),
        (TOKYO_NIGHT, [], "2027-11-02T19:00Z", True),
        (BERLIN, CHRISTMAS_EVE, "2031-12-24T10:00Z", False),
        (BERLIN, CHRISTMAS_EVE, "2031-12-23T10:00Z", True),
        (FIRST_SUNDAY, [], "2027-02-07T10:00Z", True),
        (FIRST_SUNDAY, [], "2027-02-14T10:00Z", False),
        (SECOND_WEEKS, [], "2026-12-07T10:00Z", False),
        (SECOND_WEEKS, [], "2026-12-14T10:00Z", True),
        (SUMMER, [], "2027-11-01T10:00Z", False),
        (SHORT_HOLIDAYS, [], "2026-11-26T16:00Z", False),
        (SHORT_HOLIDAYS, [], "2026-11-26T19:00Z", True),
        (SHORT_EVES, [], "2026-11-25T21:59Z", True),
        (SHORT_EVES, [], "2026-11-25T22:00Z", False),
        (SHORT_EVES, [], "2026-11-24T22:00Z", True),
        (THURSDAYS, THIRD_AND_LAST, "2027-02-18T11:00Z", False),
        (THURSDAYS, THIRD_AND_LAST, "2027-02-25T11:00Z", False),
        (THURSDAYS, THIRD_AND_LAST, "2027-02-11T11:00Z", True),
        (OFFICE, MAKE_UP, "2027-02-20T10:00Z", True),
        (OFFICE, MAKE_UP, "2027-02-21T10:00Z", False),
        (OFFICE, BREAK, "2026-12-29T11:00Z", True),
        (OFFICE, BREAK, "2026-12-30T11:00Z", False),
        (OFFICE, [also_on("2026-12-01", "19:00-21:00 UTC")], "2026-12-01T10:00Z", True),
        (OFFICE, [also_on("2026-12-01", "19:00-21:00 UTC")], "2026-12-01T20:00Z", True),
        (OFFICE, [also_on("2026-12-01", "19:00-21:00 UTC")], "2026-12-02T20:00Z", False),
    ],
)
def test_state(windows, special, instant, is_open):
    assert Timetable(windows, special).is_open(at(instant)) is is_open


@pytest.mark.parametrize(
    ("windows", "special", "instant", "change"),
    [
        (TOKYO_OFFICE, [], "2027-01-11T01:00Z", "2027-01-11T23:00Z"),
        (TOKYO_OFFICE, [], "2027-01-12T01:00Z", "2027-01-12T07:00Z"),
        (SUMMER, [], "2027-11-01T10:00Z", "2028-04-03T09:00Z"),
        (SHORT_HOLIDAYS, [], "2026-11-26T19:00Z", "2026-11-26T21:00Z"),
        (OFFICE, MAKE_UP, "2027-02-20T10:00Z", "2027-02-20T17:00Z"),
        (OFFICE, BREAK, "2026-12-29T11:00Z", "2026-12-29T12:00Z"),
    ],
)
def test_next_change(windows, special, instant, change):
    assert Timetable(windows, special).next_change(at(instant)) == at(change)


def test_closure_without_an_end_never_opens_again():
    hours = Timetable(OFFICE, closures=[closure("2026-12-01T12:00", None)])
    assert hours.next_change(at("2026-12-01T11:00Z")) == at("2026-12-01T12:00Z")
    assert hours.next_change(at("2026-12-01T12:00Z")) is None
    assert not hours.is_open(at("2200-12-30T10:00Z"))
    assert hours.status(at("2027-01-04T10:00Z")).since == at("2026-12-01T12:00Z")
