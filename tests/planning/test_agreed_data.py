"""Hours that come out otherwise after an update of zone data or holiday calendars."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from support.directory import load_directory
from support.locales.data_versions import data_versions
from support.models import AgreedData, LanguageWindow
from support.planning.agreed_data import (
    ClockDiffers,
    HolidayDiffers,
    agree,
    differences_since_agreed,
    keep_data,
    versions_agreed,
)
from tests import factories

pytestmark = pytest.mark.django_db

MONDAY = datetime(2026, 11, 23, 5, tzinfo=UTC)


@pytest.fixture
def press(db):
    row = factories.department("press")
    factories.window(row, "MO,TU,WE,TH,FR 10:00-18:00 Asia/Tokyo", language="ja", holidays="JP")
    factories.window(row, "MO,TU,WE,TH,FR 09:00-17:00 Europe/Berlin", language="de")
    return row


@pytest.fixture
def agreed(press):
    """Return what was agreed with, as if by older versions."""
    agree(load_directory(), MONDAY)
    row = AgreedData.objects.get()
    row.versions = {"tzdata": "2025.1", "holidays": "0.1"}
    row.save()
    return row


def found(at=MONDAY):
    return differences_since_agreed(load_directory(), at)


def keep(at=MONDAY):
    keep_data(load_directory(), at)


def test_data_are_kept_at_first_and_nothing_differs(press):
    keep()

    assert found() == []
    row = AgreedData.objects.get()
    assert row.versions == data_versions()
    assert sorted(row.zones) == ["Asia/Tokyo", "Europe/Berlin"]
    assert row.zones["Asia/Tokyo"] == [[1767225600, 32400]]
    assert row.calendars["JP"]["2027-01-11"] == "成人の日"
    assert row.until == date(2028, 12, 31)


def test_holiday_that_is_new_is_found_where_it_cancels_hours(agreed, press):
    del agreed.calendars["JP"]["2027-01-11"]
    agreed.save()

    (difference,) = found()

    assert isinstance(difference, HolidayDiffers)
    assert (difference.department.slug, difference.languages) == ("press", ("ja",))
    assert (difference.day, difference.name) == (date(2027, 1, 11), "成人の日")
    assert difference.is_new


def test_holiday_that_is_none_any_more_is_found(agreed):
    agreed.calendars["JP"]["2027-01-12"] = "Made up"
    agreed.save()

    (difference,) = found()

    assert isinstance(difference, HolidayDiffers)
    assert (difference.day, difference.name, difference.is_new) == (
        date(2027, 1, 12),
        "Made up",
        False,
    )


def test_dropped_holiday_that_did_not_count_anyway_matters_to_nobody(agreed, press):
    LanguageWindow.objects.filter(language="ja").update(holidays_except="Coming of Age Day")
    agreed.calendars["JP"]["2027-01-12"] = "成人の日"
    agreed.save()

    assert found() == []

    agreed.calendars["JP"]["2027-01-12"] = "元日"
    agreed.save()
    assert [difference.name for difference in found()] == ["元日"]


@pytest.mark.parametrize("day", ["2027-01-16", "2026-11-20", "2028-02-01"])
def test_holiday_without_hours_or_out_of_the_coming_year_matters_to_nobody(agreed, day):
    agreed.calendars["JP"][day] = "Made up"
    agreed.save()

    assert found() == []
    keep()
    assert versions_agreed() == data_versions()


def test_holiday_on_a_day_with_special_hours_matters_to_nobody(agreed, press):
    factories.closed_on("2027-01-11", department=press)
    del agreed.calendars["JP"]["2027-01-11"]
    agreed.save()

    assert found() == []


def test_hours_on_a_clock_that_goes_otherwise_are_found(agreed):
    spring = int(datetime(2027, 3, 28, 1, tzinfo=UTC).timestamp())
    agreed.zones["Europe/Berlin"] = [
        [at + (86400 * 2 if at == spring else 0), offset]
        for at, offset in agreed.zones["Europe/Berlin"]
    ]
    agreed.save()

    (difference,) = found()

    assert isinstance(difference, ClockDiffers)
    assert (difference.languages, difference.zone) == (("de",), "Europe/Berlin")
    assert difference.days == (date(2027, 3, 29),)
    assert difference.earlier_by == timedelta(hours=1)


def test_clock_that_goes_otherwise_where_nobody_answers_matters_to_nobody(agreed):
    spring = int(datetime(2027, 3, 28, 1, tzinfo=UTC).timestamp())
    agreed.zones["Europe/Berlin"] = [
        [at + (3600 if at == spring else 0), offset] for at, offset in agreed.zones["Europe/Berlin"]
    ]
    agreed.save()

    assert found() == []


def test_edit_is_no_update(press):
    keep()
    factories.window(press, "SA 09:00-17:00 America/New_York", language="en", holidays="US")
    assert found() == []

    keep()
    assert sorted(AgreedData.objects.get().calendars) == ["JP", "US"]


def test_difference_stays_until_somebody_agrees(agreed):
    del agreed.calendars["JP"]["2027-01-11"]
    agreed.save()

    assert len(found()) == 1
    keep()
    assert len(found()) == 1
    agree(load_directory(), MONDAY)
    assert found() == []


def test_data_that_no_longer_cover_a_year_are_kept_anew(press):
    keep()

    keep(MONDAY + timedelta(days=800))
    assert AgreedData.objects.get().until == date(2031, 12, 31)


def test_each_takes_one_query_where_nothing_is_to_be_kept(press, django_assert_num_queries):
    directory = load_directory()
    keep_data(directory, MONDAY)

    with django_assert_num_queries(2):
        differences_since_agreed(directory, MONDAY)
        keep_data(directory, MONDAY)
