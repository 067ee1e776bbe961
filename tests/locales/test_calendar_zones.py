"""By which clock a public holiday is a day."""

from __future__ import annotations

from zoneinfo import ZoneInfo

import pytest

from support.locales.calendar_zones import (
    calendar_zone,
    has_several_zones,
    most_populous_zone,
    zones_of,
)
from support.locales.holiday_calendars import calendar_codes


@pytest.mark.parametrize(
    ("code", "window_zone", "chosen", "zone"),
    [
        ("JP", "UTC", "", "Asia/Tokyo"),
        ("JP", "Asia/Tokyo", "", "Asia/Tokyo"),
        ("US", "America/Chicago", "", "America/Chicago"),
        ("US", "America/Chicago", "America/Los_Angeles", "America/Chicago"),
        ("US", "US/Pacific", "", "US/Pacific"),
        ("US", "UTC", "America/Chicago", "America/Chicago"),
        ("US", "UTC", "", "America/New_York"),
        ("US-CA", "UTC", "", "America/Los_Angeles"),
        ("US-CA", "America/New_York", "", "America/New_York"),
        ("US-GU", "Pacific/Guam", "", "Pacific/Guam"),
        ("IN", "Asia/Calcutta", "", "Asia/Calcutta"),
        ("GB-ENG", "UTC", "", "Europe/London"),
        ("AU-WA", "UTC", "", "Australia/Perth"),
        ("FR-971", "UTC", "", "America/Guadeloupe"),
    ],
)
def test_clock_is_that_of_the_hours_if_it_is_the_country_s_else_the_chosen_else_that_of_most(
    code, window_zone, chosen, zone
):
    assert calendar_zone(code, window_zone, chosen) == zone


@pytest.mark.parametrize(
    ("code", "zone"),
    [
        ("AU", "Australia/Sydney"),
        ("BR", "America/Sao_Paulo"),
        ("CA", "America/Toronto"),
        ("ID", "Asia/Jakarta"),
        ("MX", "America/Mexico_City"),
        ("RU", "Europe/Moscow"),
        ("XK", "Europe/Belgrade"),
    ],
)
def test_clock_of_most_people(code, zone):
    assert most_populous_zone(code) == zone


def test_every_calendar_has_a_clock():
    assert {
        code for code in calendar_codes() if not ZoneInfo(most_populous_zone(code)).key
    } == set()
    assert [code for code in calendar_codes() if most_populous_zone(code) == "UTC"] == []


def test_clocks_to_choose_from_are_those_that_differ():
    assert zones_of("ES") == ("Europe/Madrid", "Atlantic/Canary")
    assert zones_of("PT-20") == ("Atlantic/Azores", "Europe/Lisbon")
    assert zones_of("JP") == ("Asia/Tokyo",)
    assert zones_of("DE") == ("Europe/Berlin",)


@pytest.mark.parametrize(("code", "several"), [("US", True), ("US-CA", True), ("JP", False)])
def test_countries_whose_clocks_differ(code, several):
    assert has_several_zones(code) is several
