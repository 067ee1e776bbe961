"""What search engines are told of hours that do not come every week: pure."""

from __future__ import annotations

from dataclasses import replace

import pytest

from support.structured_data.hours_available import hours_available
from tests import factories
from tests.schedule.notation import (
    also_on,
    at,
    closed_on,
    closure,
    holidays,
    like_on,
    window,
)


def told(*windows, moment, **exceptions):
    served = factories.served("en", *windows, **exceptions)
    return [
        " ".join(
            [
                ",".join(day.rpartition("/")[2][:2] for day in entry.get("dayOfWeek", [])),
                f"{entry['opens'][:5]}-{entry['closes'][:5]}",
                f"{entry.get('validFrom', '')}..{entry.get('validThrough', '')}",
            ]
        ).strip()
        for entry in hours_available(served, at(moment))
    ]


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        ("2026-11-23T12:00Z", ["Mo 09:00-18:00 2027-04-01..2027-10-31"]),
        ("2027-05-01T12:00Z", ["Mo 09:00-18:00 2027-04-01..2027-10-31"]),
        ("2027-11-01T12:00Z", ["Mo 09:00-18:00 2028-04-01..2028-10-31"]),
    ],
)
def test_season_is_valid_from_its_first_day_through_its_last(moment, expected):
    assert told(window("MO 09:00-18:00 UTC", season="04-01..10-31"), moment=moment) == expected


def test_season_ends_with_the_validity():
    summer = window("MO 09:00-18:00 UTC", valid_through="2027-06-30", season="04-01..10-31")

    assert told(summer, moment="2027-05-01T12:00Z") == ["Mo 09:00-18:00 2027-04-01..2027-06-30"]
    assert told(summer, moment="2027-07-01T12:00Z") == []


def test_weekdays_of_a_month_are_dates():
    assert told(window("SU 10:00-14:00 UTC", monthly="1,-1"), moment="2027-02-01T12:00Z") == [
        "10:00-14:00 2027-02-07..2027-02-07",
        "10:00-14:00 2027-02-28..2027-02-28",
    ]


def test_every_second_week_is_dates():
    every_second = window("MO 09:00-17:00 UTC", valid_from="2026-11-30", every_weeks=2)

    assert told(every_second, moment="2026-12-01T12:00Z") == [
        "09:00-17:00 2026-12-14..2026-12-14",
        "09:00-17:00 2026-12-28..2026-12-28",
    ]


def test_hours_of_holidays_and_of_the_day_before_are_dates():
    christmas = replace(
        window("TH,FR 09:00-17:00 UTC", on_holidays="12:00-15:00", before_holidays="09:00-12:00"),
        holidays=holidays("2026-12-25 Christmas"),
    )

    assert told(christmas, moment="2026-12-20T12:00Z") == [
        "Th,Fr 09:00-17:00 ..",
        "09:00-12:00 2026-12-24..2026-12-24",
        "12:00-15:00 2026-12-25..2026-12-25",
    ]


def test_dates_tell_all_their_hours_and_days_like_another_weekday_theirs():
    special = [also_on("2026-12-24", "19:00-21:00 UTC"), like_on("2026-12-26", "TH")]

    assert told("TH 09:00-17:00 UTC", moment="2026-12-20T12:00Z", special_hours=special) == [
        "Th 09:00-17:00 ..",
        "09:00-17:00 2026-12-24..2026-12-24",
        "19:00-21:00 2026-12-24..2026-12-24",
        "09:00-17:00 2026-12-26..2026-12-26",
    ]


def test_day_of_every_year_is_its_coming_date():
    special = [closed_on("2020-12-24", repeats="yearly")]

    assert told("TH 09:00-17:00 UTC", moment="2026-12-20T12:00Z", special_hours=special) == [
        "Th 09:00-17:00 ..",
        "00:00-00:00 2026-12-24..2026-12-24",
    ]


def test_closure_until_further_notice_closes_the_dates_ahead():
    notice = [closure("2026-12-21T12:00", None)]

    assert told("TH 09:00-17:00 UTC", moment="2026-12-20T12:00Z", closures=notice) == [
        "Th 09:00-17:00 ..",
        "00:00-00:00 2026-12-24..2026-12-24",
        "00:00-00:00 2026-12-31..2026-12-31",
        "00:00-00:00 2027-01-07..2027-01-07",
        "00:00-00:00 2027-01-14..2027-01-14",
    ]
