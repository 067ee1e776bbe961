"""The contact page at another instant, for staff."""

from __future__ import annotations

import pytest
from django.urls import reverse

from support.models import Department, LanguageWindow

pytestmark = pytest.mark.django_db

URL = reverse("admin:contact_page_at")

COMING_OF_AGE_DAY = {"language": "ja", "date": "2027-01-11", "time": "12:00", "zone": "Asia/Tokyo"}


def test_page_is_shown_as_it_will_be(staff_client, initial_data):
    LanguageWindow.objects.filter(language="ja").update(holidays="JP")

    response = staff_client.get(URL, COMING_OF_AGE_DAY)

    page = response.content.decode()
    assert '<html lang="ja"' in page
    assert "成人の日" in page
    assert 'class="staff-bar" lang="en"' in page


def test_page_is_for_staff_only(client, initial_data):
    response = client.get(URL, COMING_OF_AGE_DAY)

    assert response.status_code == 302
    assert response.headers["Location"].startswith(reverse("admin:login"))


def test_page_is_neither_kept_nor_found_by_search_engines(staff_client, initial_data):
    headers = staff_client.get(URL).headers

    assert "no-store" in headers["Cache-Control"]
    assert headers["X-Robots-Tag"] == "noindex"


def test_without_a_choice_it_is_the_page_of_now(staff_client, initial_data, clock):
    clock.stop_at("2026-11-23T05:00:00+00:00")

    page = staff_client.get(URL).content.decode()
    assert 'value="2026-11-23"' in page
    assert 'value="05:00"' in page


@pytest.mark.parametrize(
    ("wrong", "expected"),
    [
        ({"date": "2027-02-30"}, "“2027-02-30” isn’t a date we recognise"),
        ({"date": "9999-12-31"}, "Choose a year between 1900 and 2200."),
        ({"date": "0001-01-01"}, "Choose a year between 1900 and 2200."),
        ({"time": "25:00"}, "“25:00” isn’t a time of day."),
        ({"zone": "Nowhere"}, "“Nowhere” isn’t a time zone."),
        ({"language": "xx"}, "Select a valid choice."),
    ],
)
def test_what_cannot_be_read_is_shown_at_its_field(staff_client, initial_data, wrong, expected):
    response = staff_client.get(URL, COMING_OF_AGE_DAY | wrong)

    assert response.status_code == 200
    assert expected in response.content.decode()


# As it was published then

NOON = {"language": "en", "date": "2026-11-23", "time": "12:00", "zone": "UTC"}


@pytest.fixture
def renamed(initial_data, clock):
    """On Tuesday."""
    clock.stop_at("2026-11-24T05:00:00+00:00")
    sales = Department.objects.get(slug="sales")
    sales.name_en = "Purchasing advice"
    sales.save()


def test_page_is_shown_as_it_was_published(staff_client, renamed):
    then = staff_client.get(URL, NOON | {"saved": "then"}).content.decode()
    today = staff_client.get(URL, NOON | {"saved": "today"}).content.decode()

    assert "Purchasing advice" not in then
    assert "Purchasing advice" in today


def test_link_without_the_choice_is_of_today(staff_client, renamed):
    assert "Purchasing advice" in staff_client.get(URL, NOON).content.decode()


def test_before_the_first_record_it_is_said_that_nothing_is_known(staff_client, renamed):
    early = NOON | {"saved": "then", "date": "2026-10-31", "zone": "Asia/Tokyo"}

    page = staff_client.get(URL, early).content.decode()
    assert "The first is from 1 November 2026, 09:00:00 (Japan time)." in page
    assert "Purchasing advice" in page


def test_page_of_the_past_takes_the_same_queries_however_many_rows(
    staff_client, renamed, django_assert_max_num_queries
):
    staff_client.get(URL)
    with django_assert_max_num_queries(31):
        staff_client.get(URL, NOON | {"saved": "then"})
    for number in range(3):
        Department.objects.create(slug=f"new-{number}")
    staff_client.get(URL)
    with django_assert_max_num_queries(31):
        staff_client.get(URL, NOON | {"saved": "then"})


@pytest.mark.parametrize("language", ["de", "en", "ja"])
def test_date_is_written_as_browsers_read_it(staff_client, initial_data, clock, language):
    clock.stop_at("2026-11-23T05:00:00+00:00")
    staff_client.cookies["language"] = language

    assert 'value="2026-11-23"' in staff_client.get(URL).content.decode()
