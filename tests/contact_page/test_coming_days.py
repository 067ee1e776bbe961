"""The hours of the coming seven days: what really holds, on the clock of the page, once."""

from __future__ import annotations

import pytest
from django.utils import translation

from support.contact_page import Viewpoint, contact_page
from tests import factories
from tests.schedule.notation import at, closed_on, closure, holidays, hours_on, window

BERLIN = "MO,TU,WE,TH,FR 08:00-17:30 Europe/Berlin"


def coming(served, moment, zone=None, language="en"):
    directory = factories.directory(factories.department_entry("desk", served))
    with translation.override(language):
        page = contact_page(directory, Viewpoint(language, at(moment), zone))
    found = page.departments[0].languages[0].coming
    weekly, days = (
        [f"{line.weekdays} {line.hours}" for line in lines] for lines in (found.weekly, found.days)
    )
    return {"weekly": weekly} if weekly else {"days": days, "zone": found.zone} if days else {}


def test_weekly_hours_are_told_again_as_such_on_another_clock():
    assert coming(factories.served("de", BERLIN), "2026-11-23T12:00Z", "Asia/Tokyo") == {
        "weekly": ["Mon–Fri 16:00–01:30 the next day"]
    }


@pytest.mark.parametrize("zone", [None, "Europe/Berlin", "Europe/Paris"])
def test_nothing_is_told_again_where_both_clocks_agree(zone):
    assert coming(factories.served("de", BERLIN), "2026-11-23T12:00Z", zone) == {}


def test_round_the_clock_is_not_told_again():
    served = factories.served("en", "MO,TU,WE,TH,FR,SA,SU 00:00-24:00 UTC")

    assert coming(served, "2026-11-23T12:00Z", "Asia/Tokyo") == {}


def test_day_off_is_told_where_it_falls_on_the_clock_of_the_page():
    served = factories.served("de", BERLIN, special_hours=[closed_on("2026-12-25")])

    assert coming(served, "2026-12-23T12:00Z", "America/Los_Angeles") == {
        "days": ["Mon–Wed and Sun 23:00–08:30 the next day", "Thu closed"],
        "zone": "",
    }
    assert coming(served, "2026-12-23T12:00Z") == {
        "days": ["Mon–Thu 08:00–17:30", "Fri closed"],
        "zone": "Central European Time",
    }


def test_days_that_are_past_are_told_no_more():
    served = factories.served("de", BERLIN, special_hours=[closed_on("2026-12-22")])

    assert coming(served, "2026-12-22T12:00Z")["days"] == [
        "Mon and Wed–Fri 08:00–17:30",
        "Tue closed",
    ]
    assert coming(served, "2026-12-23T12:00Z") == {}


def test_hours_of_another_clock_that_replace_a_part_are_told_once_as_they_really_are():
    special = hours_on("2026-11-26/2026-11-30", "10:00-18:00 America/Sao_Paulo")
    served = factories.served("pt", "MO,TU,WE,TH,FR 09:00-10:00 UTC", special_hours=[special])

    assert coming(served, "2026-11-26T09:30Z") == {
        "days": ["Mon and Thu–Sun 13:00–21:00", "Tue and Wed 09:00–10:00"],
        "zone": "UTC",
    }
    assert coming(served, "2026-11-26T09:30Z", language="pt") == {
        "days": [
            "segunda e quinta a domingo 13:00\u2009–\u200921:00",
            "terça e quarta 09:00\u2009–\u200910:00",
        ],
        "zone": "UTC",
    }


def test_one_special_saturday_is_no_weekly_hour():
    special = hours_on("2026-11-28", "10:00-12:00 Europe/Berlin")
    served = factories.served("de", BERLIN, special_hours=[special])

    assert coming(served, "2026-11-23T12:00Z", "Asia/Tokyo") == {
        "days": ["Mon–Fri 16:00–01:30 the next day", "Sat 18:00–20:00"],
        "zone": "",
    }


def test_week_of_a_clock_change_is_told_day_by_day():
    assert coming(factories.served("de", BERLIN), "2027-03-25T12:00Z", "Asia/Tokyo") == {
        "days": [
            "Mon–Wed 15:00–00:30 the next day",
            "Thu and Fri 16:00–01:30 the next day",
        ],
        "zone": "",
    }


def test_week_before_a_clock_change_is_not_that_of_every_week():
    assert coming(factories.served("de", BERLIN), "2027-03-19T12:00Z", "Asia/Tokyo") == {
        "days": ["Mon–Fri 16:00–01:30 the next day"],
        "zone": "",
    }


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        ("2027-02-04T12:00Z", {"days": ["Sun 10:00–14:00"], "zone": "Central European Time"}),
        ("2027-02-10T12:00Z", {}),
    ],
)
def test_day_of_a_month_is_told_in_its_week(moment, expected):
    served = factories.served("de", window("SU 10:00-14:00 Europe/Berlin", monthly="1"))

    assert coming(served, moment) == expected


def test_season_that_begins_is_told():
    served = factories.served(
        "de",
        window("MO 09:00-18:00 UTC", season="04-01..10-31"),
        window("MO 10:00-16:00 UTC", season="11-01..03-31"),
    )

    assert coming(served, "2027-03-20T12:00Z") == {}
    assert coming(served, "2027-03-31T12:00Z") == {"days": ["Mon 09:00–18:00"], "zone": "UTC"}


def test_holiday_and_closure_are_told():
    served = factories.served(
        "de",
        window(BERLIN, holidays=holidays("2026-12-25 Weihnachten", code="DE")),
        closures=[closure("2026-12-24T12:00", "2026-12-24T23:00", "Europe/Berlin")],
    )

    assert coming(served, "2026-12-23T12:00Z", language="de") == {
        "days": ["Mo–Mi 08:00–17:30 Uhr", "Do 08:00–12:00 Uhr", "Fr geschlossen"],
        "zone": "mitteleuropäische Zeit",
    }
