"""Windows and special hours are named with every rule that they have, as histories tell them."""

from __future__ import annotations

from datetime import date

import pytest
from django.utils.translation import override

from support.schedule import Weekday
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("rules", "words"),
    [
        ({}, "English: Mon 09:00–17:00 UTC"),
        (
            {"every_weeks": 2, "valid_from": date(2026, 11, 30)},
            "English: Mon 09:00–17:00 UTC · every second week · from 30 November 2026",
        ),
        (
            {"every_weeks": 3, "valid_from": date(2026, 11, 30)},
            "English: Mon 09:00–17:00 UTC · every 3 weeks · from 30 November 2026",
        ),
        ({"monthly": "1,-1"}, "English: first and last Monday of the month 09:00–17:00 UTC"),
        (
            {"season": "11-01..03-31"},
            "English: Mon 09:00–17:00 UTC · 1 November – 31 March, every year",
        ),
        (
            {"valid_from": date(2027, 1, 1), "valid_through": date(2027, 6, 30)},
            "English: Mon 09:00–17:00 UTC · from 1 January 2027 to 30 June 2027",
        ),
        ({"valid_through": date(2027, 6, 30)}, "English: Mon 09:00–17:00 UTC · until 30 June 2027"),
        (
            {"holidays": "JP", "holidays_zone": "Asia/Tokyo"},
            "English: Mon 09:00–17:00 UTC · except public holidays (Japan)",
        ),
        (
            {
                "holidays": "JP",
                "holidays_zone": "Asia/Tokyo",
                "on_holidays": "12:00-15:00",
                "before_holidays": "09:00-00:00",
                "holidays_except": "Showa Day",
            },
            "English: Mon 09:00–17:00 UTC · 12:00–15:00 on public holidays (Japan)"
            " · as usual on Showa Day · 09:00–24:00 on the day before a public holiday",
        ),
    ],
)
def test_window_is_named_with_its_rules(rules, words):
    assert str(factories.window(factories.department(), "MO 09:00-17:00 UTC", **rules)) == words


def test_window_is_named_with_its_rules_in_japanese():
    row = factories.window(
        factories.department(),
        "MO 09:00-17:00 UTC",
        language="ja",
        every_weeks=2,
        valid_from=date(2026, 11, 30),
    )
    with override("ja"):
        assert str(row) == "日本語：月 9:00～17:00 UTC · 隔週 · 2026年11月30日から"


def test_holidays_that_do_not_count_are_named_in_japanese():
    row = factories.window(
        factories.department(),
        "MO 09:00-17:00 Asia/Tokyo",
        language="ja",
        holidays="JP",
        holidays_except=("Culture Day", "Labor Thanksgiving Day"),
    )
    with override("ja"):
        assert str(row) == (
            "日本語：月 9:00～17:00 Asia/Tokyo · 祝日を除く（日本）"
            " · 次の祝日は通常どおり：文化の日、勤労感謝の日"
        )


def test_special_hours_are_named_with_what_happens():
    days = "2026-12-01/2026-12-31"
    assert str(factories.closed_on(days)) == "1–31 Dec 2026 · Closed all day"


def test_special_hours_on_some_weekdays_are_named_with_them():
    row = factories.closed_on("2026-12-01/2026-12-31", weekdays=frozenset({Weekday.TH}))
    assert str(row) == "1–31 Dec 2026 (Thu) · Closed all day"


def test_special_hours_are_named_with_their_hours():
    row = factories.hours_on("2026-12-24", "11:00-19:00 Asia/Tokyo")
    assert str(row) == "24 Dec 2026 · Other hours: 11:00–19:00 Asia/Tokyo"


def test_more_hours_are_named_with_them():
    row = factories.also_on("2026-12-24", "19:00-00:00 UTC")
    assert str(row) == "24 Dec 2026 · Extra hours on top of the usual ones: 19:00–24:00 UTC"


def test_hours_of_another_weekday_are_named_with_it():
    row = factories.like_on("2027-02-20", "MO")
    assert str(row) == "20 Feb 2027 · Another weekday’s hours: Monday"


def test_yearly_special_hours_are_named_with_that():
    row = factories.closed_on("2026-12-24", repeats="yearly")
    assert str(row) == "Every year from 24 Dec 2026 · Closed all day"


def test_closure_is_named_with_its_year():
    row = factories.closure("2026-12-24T15:00", "2027-01-04T09:00", "Asia/Tokyo")
    assert str(row) == "Thu 24 Dec 2026, 15:00 – Mon 4 Jan 2027, 09:00 Asia/Tokyo"


def test_closure_within_a_day_is_named_with_its_year():
    row = factories.closure("2026-12-24T15:00", "2026-12-25T00:00")
    assert str(row) == "Thu 24 Dec 2026, 15:00–24:00 UTC"


def test_closure_without_an_end_is_named_with_its_year_and_its_clock():
    row = factories.closure("2026-12-24T15:00", None, "Asia/Tokyo")
    assert str(row) == "from Thu 24 Dec 2026, 15:00 Asia/Tokyo until further notice"
    with override("ja"):
        assert str(row) == "2026年12月24日(木) 15:00 Asia/Tokyoから当面の間"
