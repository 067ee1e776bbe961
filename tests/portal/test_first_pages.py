"""What a worker asks itself before visitors come to it."""

from __future__ import annotations

import pytest

from portal.first_pages import make_first_pages
from support.directory.current import NoDirectory, current_directory
from tests.factories import department


@pytest.fixture
def asked():
    return []


@pytest.fixture
def application(asked):
    def application(environ, start_response):
        asked.append(environ)
        return []

    return application


def test_first_pages_are_the_api_and_then_every_public_page(db, application, asked, settings):
    settings.SITE_ADDRESS = "https://support.example"
    settings.BEHIND_PROXY = settings.HTTPS = True
    department(slug="sales")

    make_first_pages(application, seconds=600)

    paths = [environ["PATH_INFO"] for environ in asked]
    assert paths[:4] == ["/api/v1/availability", "/healthz", "/ja/contact/", "/en/contact/"]
    assert paths[-1] == "/da/contact/sales/"
    assert {environ["HTTP_HOST"] for environ in asked} == {"support.example"}
    assert {environ["HTTP_X_FORWARDED_PROTO"] for environ in asked} == {"https"}


def test_first_pages_are_left_to_visitors_where_they_take_too_long(db, application, asked):
    make_first_pages(application, seconds=0)

    assert len(asked) == 1


def test_worker_serves_though_its_first_pages_cannot_be_made(monkeypatch, application, asked):
    def nothing():
        raise NoDirectory

    monkeypatch.setattr(current_directory, "get", nothing)

    make_first_pages(application)

    assert [environ["PATH_INFO"] for environ in asked] == ["/api/v1/availability", "/healthz"]


def test_failure_of_the_first_pages_is_left_to_the_log(db, caplog):
    def application(environ, start_response):
        raise ValueError

    make_first_pages(application)

    assert "The first pages cannot be made." in caplog.text
