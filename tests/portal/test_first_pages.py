"""What a worker asks itself before visitors come to it."""

from __future__ import annotations

import pytest

from portal.first_pages import make_first_pages
from tests.factories import department


@pytest.fixture
def asked():
    return []


@pytest.fixture
def application(asked):
    def application(environ, start_response):
        asked.append(environ)
        start_response("200 OK", [])
        return []

    return application


def test_first_pages_are_the_api_and_then_every_public_page(db, application, asked, settings):
    settings.SITE_ADDRESS = "https://support.example"
    settings.BEHIND_PROXY = settings.HTTPS = True
    department(slug="sales")

    make_first_pages(application, seconds=600)

    paths = [environ["PATH_INFO"] for environ in asked]
    assert paths[:4] == ["/api/v1/availability", "/ja/contact/", "/en/contact/", "/it/contact/"]
    assert paths[-1] == "/da/contact/sales/"
    assert {environ["HTTP_HOST"] for environ in asked} == {"support.example"}
    assert {environ["HTTP_X_FORWARDED_PROTO"] for environ in asked} == {"https"}


def test_first_pages_are_left_to_visitors_where_they_take_too_long(db, application, asked):
    make_first_pages(application, seconds=0)

    assert len(asked) == 1


def test_no_page_is_asked_for_where_the_first_answer_is_none():
    asked = []

    def without_directory(environ, start_response):
        asked.append(environ["PATH_INFO"])
        start_response("503 Service Unavailable", [])
        return []

    make_first_pages(without_directory)

    assert asked == ["/api/v1/availability"]


def test_failure_of_the_first_pages_is_left_to_the_log(db, caplog):
    def application(environ, start_response):
        raise ValueError

    make_first_pages(application)

    assert "The first pages cannot be made." in caplog.text
