"""The first answer as plain text, about the initial data."""

from __future__ import annotations

import pytest

from support.finished_pages.addresses import finished_address
from support.locales.languages import SITE_LANGUAGES
from support.models import Department

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def monday_at_five(initial_data, clock):
    clock.stop_at("2026-11-23T05:00:00+00:00")


def read(client, path):
    return client.get(path).content.decode()


@pytest.mark.parametrize("language", SITE_LANGUAGES)
def test_answer_is_plain_text_in_every_language(client, language):
    response = client.get(f"/{language}/now.txt")

    assert response.status_code == 200
    assert response.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert response.headers["Content-Language"] == language
    assert response.content.decode().endswith(f"\n\nhttp://testserver/{language}/contact/\n")
    assert finished_address(f"/{language}/now.txt", "tz=UTC&x=1").query == "tz=UTC"


def test_answer_says_who_is_there_who_else_and_where_to_read_on(client):
    assert (
        read(client, "/en/now.txt")
        == """\
You can reach us right now in English.

In English
- Customer support · Open · 24 hours a day, every day
- Sales · Open · until midnight on Friday (UTC)
- Migrations · Open · until 17:00 (US Eastern Time)
- Finance · Open · until 23:00 (UTC)
- Account management · Open · until 22:00 (UTC)
- Affiliate programme · Closed · opens at 08:00 (UTC)
- Malware and abuse · Closed · opens at 12:00 (UTC)
- Beta testing · No set hours · Availability varies.

In Japanese
- Customer support · Open · until 18:00 (Japan time)
- Sales · Open · until 18:00 (Japan time)

http://testserver/en/contact/
"""
    )


def test_answer_is_for_the_languages_and_the_clock_that_are_asked_for(client):
    text = read(client, "/en/now.txt?languages=pt&tz=Asia/Tokyo")

    assert "In Portuguese\n- Customer support · Closed · opens at 18:00\n" in text
    assert text.endswith("\n\nhttp://testserver/en/contact/?languages=pt&tz=Asia/Tokyo\n")


def test_text_is_not_written_as_html(client):
    Department.objects.filter(slug="customer-support").update(name_en="R&D <b>\nsupport")

    assert "- R&D <b> support · Open · 24 hours a day, every day" in read(client, "/en/now.txt")


def test_what_cannot_be_read_is_said_and_the_answer_is_for_everyone(client):
    text = read(client, "/en/now.txt?tz=Nowhere")

    assert text.startswith("We couldn’t find a time zone for “Nowhere”.")
    assert "You can reach us right now in English." in text


def test_contact_page_names_its_plain_text_and_no_other_page_does(client):
    link = '<link rel="alternate" type="text/plain" href="http://testserver/de/now.txt">'

    assert link in read(client, "/de/contact/")
    assert "text/plain" not in read(client, "/de/contact/sales/")
    assert "text/plain" not in read(client, "/de/nothing/")


def test_language_that_nobody_serves_is_said_to_be_none_once(client):
    text = read(client, "/da/now.txt")

    assert text.count("Vi tilbyder endnu ikke support på dansk.") == 1
