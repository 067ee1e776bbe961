from __future__ import annotations

from datetime import UTC, datetime

import pytest

from support.contact_page.lines.valid_until import valid_until
from support.directory import load_directory
from support.models import Department, UnscheduledLanguage
from tests import factories
from tests.schedule.notation import DAILY

pytestmark = pytest.mark.django_db

MONDAY_12_UTC = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


@pytest.fixture
def until(window):
    def build(hours=f"{DAILY} 09:00-17:00 Asia/Tokyo", **fields):
        window(hours, **fields)
        instant = valid_until(load_directory(), MONDAY_12_UTC)
        return instant.isoformat() if instant else None

    return build


def test_page_holds_until_the_next_change_of_any_state(until):
    assert until(f"{DAILY} 09:00-17:00 UTC") == "2026-11-23T17:00:00+00:00"


def test_page_with_a_picture_holds_until_a_day_begins_on_its_clock(until):
    assert until() == "2026-11-23T15:00:00+00:00"


def test_page_that_tells_of_dates_holds_until_a_day_begins_on_one_of_its_clocks(until):
    assert until(valid_from="2026-12-10") == "2026-11-23T15:00:00+00:00"


def test_page_with_a_closure_ahead_holds_until_it_begins(until):
    factories.closure("2026-11-23T13:00", "2026-11-23T14:00")

    assert until() == "2026-11-23T13:00:00+00:00"


def test_page_that_observes_holidays_holds_until_the_next_day(until):
    assert until(f"{DAILY} 00:00-24:00 Asia/Tokyo", holidays="JP") == "2026-11-23T15:00:00+00:00"


def test_page_that_carries_hours_holds_until_the_next_day_in_utc(until):
    assert until(f"{DAILY} 00:00-24:00 America/New_York") == ("2026-11-24T00:00:00+00:00")


def test_page_without_any_hours_holds_for_good(desk):
    UnscheduledLanguage.objects.create(department=desk, language="en")

    assert valid_until(load_directory(), MONDAY_12_UTC) is None


def test_forever_is_no_error(until):
    assert until(f"{DAILY} 00:00-24:00 Asia/Tokyo", valid_through="9999-12-31") == (
        "2026-11-23T15:00:00+00:00"
    )


def test_page_holds_until_other_hours_are_those_of_the_moment(until):
    assert until(f"{DAILY} 09:00-17:00 UTC") == "2026-11-23T17:00:00+00:00"
    factories.window(Department.objects.get(), f"{DAILY} 14:00-20:00 Asia/Tokyo")
    factories.window(Department.objects.get(), f"{DAILY} 15:00-20:00 Africa/Abidjan")

    assert valid_until(load_directory(), MONDAY_12_UTC) == datetime(2026, 11, 23, 15, tzinfo=UTC)


def test_page_holds_until_a_cancelled_shift_would_have_ended(until):
    factories.closed_on("2026-11-22")

    assert until(f"{DAILY} 22:00-14:00 UTC") == "2026-11-23T14:00:00+00:00"
