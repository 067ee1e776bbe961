"""Days on which special hours do not have their way."""

from __future__ import annotations

from datetime import date, time

import pytest

from support.directory import directory_of, read_rows
from support.planning.losses import WallHours, lost_days
from tests import factories

pytestmark = pytest.mark.django_db

FIRST, LAST = date(2026, 11, 23), date(2027, 11, 23)
ELEVEN_TO_SEVEN = WallHours(time(11), time(19), "Asia/Tokyo")


@pytest.fixture
def sales(db):
    row = factories.department("sales")
    factories.window(row, "MO,TU,WE,TH,FR 10:00-18:00 Asia/Tokyo", language="ja")
    factories.window(row, "MO,TU,WE,TH,FR 09:00-17:00 UTC", language="en")
    return row


def losses():
    return [
        (
            lost.loser,
            [entry.special.window.key for entry in lost.to],
            lost.languages,
            lost.days,
            lost.hours,
            lost.stays_open,
        )
        for lost in found()
    ]


def found():
    return lost_days(directory_of(read_rows(), 0).departments, FIRST, LAST)


def test_people_who_stay_open_on_a_day_closed_for_all_are_named(sales):
    december = factories.hours_on(
        "2026-12-01/2026-12-31", "11:00-19:00 Asia/Tokyo", department=sales, language="ja"
    )
    christmas = factories.closed_on("2026-12-24/2026-12-25")

    days = (date(2026, 12, 24), date(2026, 12, 25))
    assert losses() == [(christmas.pk, [december.pk], ("ja",), days, (ELEVEN_TO_SEVEN,), True)]


def test_languages_that_lose_alike_are_named_together(sales):
    open_day = factories.as_usual_on("2026-12-25", department=sales)
    christmas = factories.closed_on("2026-12-25")

    own_hours = [
        (WallHours(time(10), time(18), "Asia/Tokyo"),),
        (WallHours(time(9), time(17), "UTC"),),
    ]
    assert losses() == [
        (christmas.pk, [open_day.pk], ("ja",), (date(2026, 12, 25),), own_hours[0], True),
        (christmas.pk, [open_day.pk], ("en",), (date(2026, 12, 25),), own_hours[1], True),
    ]


def test_closed_people_do_not_follow_hours_that_are_for_more_people(sales):
    closed = factories.closed_on("2026-12-24", department=sales, language="en")
    late = factories.hours_on("2026-12-24", "12:00-20:00 UTC", department=sales)

    assert losses() == [(late.pk, [closed.pk], ("en",), (date(2026, 12, 24),), (), False)]


def test_closed_day_that_loses_to_a_closed_day_is_not_worth_a_word(sales):
    factories.closed_on("2026-12-24", department=sales, language="ja")
    factories.closed_on("2026-12-24")

    assert losses() == []


def test_closed_day_within_other_hours_of_the_same_people_is_meant(sales):
    factories.hours_on("2026-12-01/2026-12-31", "12:00-20:00 UTC", department=sales)
    factories.closed_on("2026-12-24", department=sales)

    assert losses() == []


def test_hours_within_a_closed_range_of_the_same_people_stay_and_are_meant(sales):
    factories.closed_on("2026-12-24/2027-01-03", department=sales, language="en")
    factories.hours_on("2026-12-29", "10:00-12:00 UTC", department=sales, language="en")

    assert [lost.is_within for lost in found()] == [True]


def test_once_within_a_range_that_comes_every_year_is_meant(sales):
    factories.closed_on("2025-12-24/2025-12-26", department=sales, repeats="yearly")
    factories.hours_on("2026-12-24/2026-12-26", "10:00-12:00 UTC", department=sales)

    assert {lost.is_within for lost in found()} == {True}


@pytest.mark.parametrize(
    ("days", "people"),
    [("2026-12-25", {"language": "en"}), ("2026-12-01/2026-12-31", {"language": "en"})],
)
def test_hours_for_fewer_people_are_no_hours_within(sales, days, people):
    factories.closed_on("2026-12-24/2026-12-26", department=sales)
    factories.hours_on(days, "10:00-12:00 UTC", department=sales, **people)

    assert [lost.is_within for lost in found()] == [False]
