"""A department that is a draft, public for a while, or hidden: what the public finds of it."""

from __future__ import annotations

import pytest
from icalendar import Calendar

from support.models import Channel, Department
from tests import factories
from tests.wsgi import ask

pytestmark = pytest.mark.django_db

BEFORE = "2026-12-31T14:59:59+00:00"
NEW_YEAR_IN_TOKYO = "2026-12-31T15:00:00+00:00"
LAST_SECOND = "2027-01-05T14:59:59+00:00"
OVER = "2027-01-05T15:00:00+00:00"
FIVE_DAYS = {
    "public_from": "2027-01-01",
    "public_through": "2027-01-05",
    "public_zone": "Asia/Tokyo",
}


@pytest.fixture(autouse=True)
def before(clock):
    clock.stop_at(BEFORE)


@pytest.fixture
def help_desk():
    return factories.window(factories.department("help")).department


def press(**fields):
    department = factories.department("press", **fields)
    factories.window(department)
    return department


def statuses(client):
    """The status of the page, and the departments that the API knows."""
    answer = client.get("/api/v1/departments").json()
    return (
        client.get("/en/contact/press/").status_code,
        [department["id"] for department in answer["departments"]],
    )


def test_department_is_public_from_its_first_day_through_its_last_on_its_clock(
    client, clock, help_desk
):
    press(**FIVE_DAYS)

    assert statuses(client) == (404, ["help"])
    clock.stop_at(NEW_YEAR_IN_TOKYO)
    assert statuses(client) == (200, ["help", "press"])
    clock.stop_at(LAST_SECOND)
    assert statuses(client) == (200, ["help", "press"])
    clock.stop_at(OVER)
    assert statuses(client) == (410, ["help"])


def test_pages_that_are_kept_end_when_a_department_comes_or_goes(served, clock, help_desk):
    press(**FIVE_DAYS)

    assert b"Press" not in ask(served, "/en/contact/").content
    clock.stop_at(NEW_YEAR_IN_TOKYO)
    assert b"Press" in ask(served, "/en/contact/").content
    assert ask(served, "/en/contact/press/").status == "200 OK"
    clock.stop_at(OVER)
    assert b"Press" not in ask(served, "/en/contact/").content
    assert ask(served, "/en/contact/press/").status == "410 Gone"


def test_draft_is_nowhere_to_be_found(client, help_desk):
    press(visibility="draft")

    assert statuses(client) == (404, ["help"])
    assert "Press" not in client.get("/en/contact/").text
    assert "Press" not in client.get("/en/contact/search?q=press").text.split("<main")[1]
    assert "/press/" not in client.get("/sitemap.xml").text


def test_page_of_a_hidden_department_leads_on_to_the_contact_page(client, help_desk):
    press(visibility="hidden")

    response = client.get("/en/contact/press/")
    assert response.status_code == 410
    assert "This department is no longer shown here." in response.text
    assert '<a href="/en/contact/">' in response.text
    assert "Press" not in client.get("/en/contact/").text


def test_calendar_of_a_hidden_department_is_empty_and_valid(client, help_desk):
    press(visibility="hidden")

    response = client.get("/en/contact/press/en.ics")
    assert response.status_code == 200
    assert Calendar.from_ical(response.content).events == []
    assert "Press" not in response.text
    assert client.get("/en/contact/press/en/next.ics").status_code == 404


def test_badge_of_a_hidden_department_is_the_link_alone(client, help_desk):
    press(visibility="hidden")

    frame = client.get("/badge/en/press/en/")
    assert frame.status_code == 410
    assert '<p><a href="http://testserver/en/contact/">Contact us</a></p>\n\n</main>' in frame.text
    assert "Press" not in client.get("/badge/en/press/en.svg").text
    status = client.get("/badge/status.json?department=press&language=en")
    assert status.status_code == 410
    assert status.json()["error"]["message"] == "The department “press” is no longer shown."


def test_badge_of_a_draft_is_unknown(client, help_desk):
    press(visibility="draft")

    status = client.get("/badge/status.json?department=press&language=en")
    assert status.status_code == 404
    assert status.json()["error"]["message"] == ("There is no department “press”. There are: help.")


def test_channel_and_topic_of_hidden_departments_alone_are_hidden_with_them(client, initial_data):
    chat = Channel.objects.create(
        slug="fax", kind="email", address="fax@example.com", name_en="Fax"
    )
    chat.departments.set(Department.objects.filter(slug="sales"))
    assert "Fax" in client.get("/en/contact/").text

    Department.objects.filter(slug="sales").update(visibility="hidden")

    body = client.get("/en/contact/").text
    assert "Fax" not in body
    assert "/en/contact/sales/" not in body


def test_old_short_name_leads_on_for_good(client, help_desk):
    department = press()
    department.slug = "media"
    department.save()
    department.slug = "news"
    department.save()

    assert leads_to(client, "/en/contact/press/?tz=UTC") == (301, "/en/contact/news/?tz=UTC")
    assert leads_to(client, "/de/contact/media/") == (301, "/de/contact/news/")
    assert leads_to(client, "/en/contact/press/en.ics") == (301, "/en/contact/news/en.ics")
    assert leads_to(client, "/badge/en/press/en.svg") == (301, "/badge/en/news/en.svg")
    assert leads_to(client, "/badge/en/press/en/") == (301, "/badge/en/news/en/")
    status = client.get("/badge/status.json?department=press&language=en").json()
    assert status["department"] == "news"
    answer = client.get("/api/v1/availability?department=press").json()
    assert [each["id"] for each in answer["departments"]] == ["news"]


def leads_to(client, address):
    response = client.get(address)
    return response.status_code, response.headers["Location"]


def test_short_name_of_a_draft_is_not_remembered(client):
    department = press(visibility="draft")
    department.slug = "media"
    department.save()

    assert department.former_slugs == ()


def test_department_takes_back_a_short_name_of_its_own(client):
    department = press()
    department.slug = "media"
    department.save()
    department.slug = "press"
    department.save()

    assert department.former_slugs == ("media",)
    assert client.get("/en/contact/press/").status_code == 200


def test_answer_in_plain_text_ends_when_a_department_comes(served, clock, help_desk):
    press(**FIVE_DAYS)

    assert b"Press" not in ask(served, "/en/now.txt").content
    clock.stop_at(NEW_YEAR_IN_TOKYO)
    assert b"Press" in ask(served, "/en/now.txt").content
