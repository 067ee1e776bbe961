"""A public holiday is a day in its country, whatever clock the hours are stated on."""

from __future__ import annotations

from datetime import datetime

import pytest

from support.models.holiday_rules import unknown_holidays
from support.schedule import Timetable
from tests import factories

pytestmark = pytest.mark.django_db

JAPAN_IN_UTC = "SU,MO,TU,WE,TH 23:00-07:00 UTC"
LOS_ANGELES_IN_UTC = "TU,WE,TH,FR,SA 00:00-08:00 UTC"
TUESDAY_NIGHT_IN_JAPAN = "TU 12:00-20:00 UTC"


@pytest.mark.parametrize(
    ("hours", "holidays", "at", "is_open"),
    [
        (JAPAN_IN_UTC, "JP", "2027-01-11T01:00Z", False),
        (JAPAN_IN_UTC, "JP", "2027-01-11T23:00Z", True),
        (JAPAN_IN_UTC, "JP", "2027-01-12T01:00Z", True),
        (LOS_ANGELES_IN_UTC, "US-CA", "2026-11-27T02:00Z", False),
        (LOS_ANGELES_IN_UTC, "US-CA", "2026-11-26T02:00Z", True),
        (LOS_ANGELES_IN_UTC, "US", "2026-11-27T02:00Z", False),
        (LOS_ANGELES_IN_UTC, "US", "2026-11-26T02:00Z", True),
        (TUESDAY_NIGHT_IN_JAPAN, "JP", "2027-11-23T13:00Z", False),
        ("MO,TU,WE,TH,FR 09:00-17:00 Australia/Sydney", "AU", "2026-12-28T01:00Z", False),
        ("SU 09:00-17:00 Europe/Rome", "IT", "2026-11-01T10:00Z", False),
    ],
)
def test_holiday_takes_the_shifts_that_begin_on_its_day_in_its_country(
    hours, holidays, at, is_open
):
    window = factories.window(factories.department(), hours, holidays=holidays)

    assert Timetable([window.window]).is_open(datetime.fromisoformat(at)) is is_open


def test_next_opening_after_a_holiday_is_the_next_day_in_the_country():
    window = factories.window(factories.department(), JAPAN_IN_UTC, holidays="JP")

    assert Timetable([window.window]).next_change(
        datetime.fromisoformat("2027-01-11T01:00Z")
    ) == datetime.fromisoformat("2027-01-11T23:00Z")


@pytest.mark.parametrize(
    ("code", "name", "near"),
    [
        ("JP", "文化の日", "“Culture Day”"),
        ("KR", "추석", "“Chuseok”"),
        ("US", "Thanksgiving", "“Thanksgiving Day”"),
        ("SE", "Midsommarafton", "“Midsummer Eve”"),
        ("AU", "Boxing Day (observed)", "“Boxing Day”"),
    ],
)
def test_holiday_is_found_by_the_name_that_its_own_country_has(code, name, near):
    (mistake,) = unknown_holidays(code, [name])

    (message,) = mistake.messages
    assert f"Did you mean {near}" in message
