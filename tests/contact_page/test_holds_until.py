from __future__ import annotations

from datetime import UTC, datetime, time

import pytest

from support.contact_page import holds_until
from support.directory import load_directory
from support.models import Department, LanguageWindow
from support.schedule import EVERY_DAY

pytestmark = pytest.mark.django_db

MONDAY_12_UTC = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


@pytest.fixture
def until():
    def build(**fields):
        LanguageWindow.objects.create(
            **{
                "department": Department.objects.create(slug="desk", name_en="Desk"),
                "language": "en",
                "weekdays": EVERY_DAY,
                "opens": time(9),
                "closes": time(17),
                "zone": "Asia/Tokyo",
            }
            | fields
        )
        instant = holds_until(load_directory(), MONDAY_12_UTC)
        return instant.isoformat() if instant else None

    return build


def test_page_holds_until_the_next_change_of_any_state(until):
    assert until() == "2026-11-24T00:00:00+00:00"


def test_page_that_tells_of_a_coming_validity_holds_until_it_has_begun(until):
    assert until(zone="UTC", valid_from="2026-12-01") == "2026-12-01T00:00:00+00:00"


def test_page_that_tells_of_an_end_holds_until_the_day_after_it(until):
    closed_at_noon = {"opens": time(0), "closes": time(11), "zone": "UTC"}

    assert until(**closed_at_noon, valid_through="2026-11-23") == "2026-11-24T00:00:00+00:00"


def test_page_without_any_change_holds_for_good(until):
    assert until(opens=time(0), closes=time(0)) is None


def test_forever_is_no_error(until):
    assert until(opens=time(0), closes=time(0), valid_through="9999-12-31") is None
