"""What the element is made of and what it asks for."""

from __future__ import annotations

from datetime import datetime

import pytest
from django.db import OperationalError

from support.models import Department
from tests import factories, wsgi

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def monday(initial_data, clock):
    clock.stop_at("2026-11-23T05:10:00+00:00")


@pytest.fixture
def ask(client):
    def get(**parameters):
        return client.get("/badge/status.json", parameters)

    return get


def seconds(text):
    return int(datetime.fromisoformat(text).timestamp())


def changes(response):
    return [change for _, _, change in response.json()["states"]]


def test_script_is_small_and_open_to_every_origin(client):
    response = client.get("/badge/status.js")

    assert len(response.content) < 5000
    assert response.headers["Content-Type"] == "text/javascript; charset=utf-8"
    assert response.headers["Access-Control-Allow-Origin"] == "*"
    assert response.headers["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert response.headers["Cache-Control"].startswith("public, max-age=3600")


def test_script_is_sent_compressed_and_once(client):
    first = client.get("/badge/status.js", headers={"accept-encoding": "gzip"})
    again = client.get("/badge/status.js?v=2", headers={"if-none-match": first.headers["ETag"]})

    assert first.headers["Content-Encoding"] == "gzip"
    assert len(first.content) < 2300
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["Access-Control-Allow-Origin"] == "*"


def test_answer_tells_names_words_and_where_to_go(ask):
    answer = ask(department="sales", language="ja", locale="de", visitor_zone="Europe/Berlin")

    content = answer.json()
    del content["revision"], content["states"]
    assert content == {
        "department": "sales",
        "language": "ja",
        "locale": "de",
        "dir": "ltr",
        "name": "Vertrieb",
        "name_lang": "de",
        "served": "Japanisch",
        "words": {"closed": "Geschlossen", "open": "Geöffnet"},
        "until": seconds("2026-12-09T00:00:00Z"),
        "url": "http://testserver/de/contact/write/?department=sales&language=ja",
    }


def test_answer_carries_each_state_of_two_weeks_in_words(ask):
    states = ask(department="sales", language="ja", zone="Asia/Tokyo").json()["states"]

    assert states[:4] == [
        [seconds("2026-11-22T00:00:00Z"), "closed", "opens tomorrow at 10:00 (Japan time)"],
        [seconds("2026-11-22T15:00:00Z"), "closed", "opens at 10:00 (Japan time)"],
        [seconds("2026-11-23T01:00:00Z"), "open", "until 18:00 (Japan time)"],
        [seconds("2026-11-23T09:00:00Z"), "closed", "opens tomorrow at 10:00 (Japan time)"],
    ]
    assert states[-1][0] == seconds("2026-12-08T15:00:00Z")


def test_zone_of_the_visitor_is_not_named(ask):
    answer = ask(department="sales", language="ja", visitor_zone="America/Los_Angeles")

    assert changes(answer)[:3] == [
        "opens tomorrow at 17:00",
        "opens at 17:00",
        "until 01:00 tomorrow",
    ]


def test_visitor_on_a_clock_that_nobody_knows_is_told_the_clock_of_the_hours(ask):
    answer = ask(department="sales", language="ja", visitor_zone="Moon/Tranquility")

    assert changes(answer)[1] == "opens at 10:00 (Japan time)"


@pytest.mark.parametrize(
    ("page_lang", "locale"), [("pt-BR", "pt"), ("DE", "de"), ("fi", "en"), ("", "en")]
)
def test_language_of_the_host_page_is_a_wish(ask, page_lang, locale):
    answer = ask(department="sales", language="en", page_lang=page_lang)

    assert answer.json()["locale"] == locale


def test_language_that_the_badge_is_written_in_is_not_named(ask):
    assert ask(department="sales", language="ja", locale="ja").json()["served"] == ""


def test_round_the_clock_is_one_state(ask):
    states = ask(department="customer-support", language="en").json()["states"]

    assert states == [[seconds("2026-11-22T00:00:00Z"), "open", "24 hours a day, every day"]]


def test_language_without_stated_hours_is_neither_open_nor_closed(ask):
    assert ask(department="beta-testing", language="en").json()["words"] == {
        "unscheduled": "No set hours"
    }


def test_closure_is_among_the_states(ask):
    factories.closure(
        "2026-11-23T12:00",
        "2026-11-23T13:00",
        "Asia/Tokyo",
        department=Department.objects.get(slug="sales"),
    )

    states = ask(department="sales", language="ja", zone="Asia/Tokyo").json()["states"]

    assert states[2:5] == [
        [seconds("2026-11-23T01:00:00Z"), "open", "until 12:00 (Japan time)"],
        [seconds("2026-11-23T03:00:00Z"), "closed", "opens at 13:00 (Japan time)"],
        [seconds("2026-11-23T04:00:00Z"), "open", "until 18:00 (Japan time)"],
    ]


def test_answer_stays_the_same_for_the_day(ask, clock):
    before = ask(department="sales", language="ja").content
    clock.stop_at("2026-11-23T23:59:59+00:00")

    assert ask(department="sales", language="ja").content == before


def test_answer_may_be_held_for_a_minute_and_never_past_the_day(served, clock):
    address = "/badge/status.json?department=sales&language=ja"

    before = wsgi.ask(served, address).headers["Cache-Control"]
    clock.stop_at("2026-11-23T23:59:50+00:00")
    after = wsgi.ask(served, address).headers["Cache-Control"]
    assert before == "public, max-age=60, stale-if-error=86400"
    assert after == "public, max-age=10, stale-if-error=86400"


def test_answer_is_finished_whatever_the_order_of_the_parameters(served, django_assert_num_queries):
    first = wsgi.ask(served, "/badge/status.json?department=sales&language=ja&zone=UTC")

    with django_assert_num_queries(0):
        again = wsgi.ask(served, "/badge/status.json?zone=UTC&language=ja&department=sales")
    assert again.content == first.content


@pytest.mark.parametrize(
    ("parameters", "status", "parameter", "message"),
    [
        ({"language": "ja"}, 400, "department", "Name a department. There are: customer-support"),
        ({"department": "", "language": ""}, 400, "department", "Name a department."),
        ({"department": "sales"}, 400, "language", "“sales” serves: en, ja, de, nl, es, fr, it."),
        ({"department": "\x00", "language": "ja"}, 404, "department", "There are: customer"),
        ({"department": "sales", "language": "da"}, 404, "language", "does not serve “da”. It"),
        ({"department": "sales", "language": "?"}, 404, "language", "It serves: en, ja"),
        ({"locale": "xx"}, 400, "locale", "is not a language of the site: ja, en"),
        ({"locale": ""}, 400, "locale", "is not a language of the site"),
        ({"zone": "Tokyo"}, 400, "zone", "such as Asia/Tokyo"),
        (
            {"zone": "CET"},
            400,
            "zone",
            "“CET” is not a time zone. Write a key of the IANA database, such as Europe/Berlin, "
            "Europe/Paris or Europe/Rome.",
        ),
        (
            {"zone": "GMT+2"},
            400,
            "zone",
            "“GMT+2” is not a time zone. Write a key of the IANA database, such as Etc/GMT-2, "
            "Africa/Cairo or Africa/Johannesburg.",
        ),
        ({"zone": "Nowhere"}, 400, "zone", "such as Asia/Tokyo or UTC."),
        ({"at": "2026-11-23T01:30:00Z"}, 400, "at", "There is no such parameter."),
        ({"zone": ["UTC", "UTC"]}, 400, "zone", "more than once"),
    ],
)
def test_bad_parameter_is_named_with_what_would_be_right(
    ask, parameters, status, parameter, message
):
    response = ask(**parameters)

    assert response.status_code == status
    assert response.json()["error"]["parameter"] == parameter
    assert message in response.json()["error"]["message"]
    assert response.headers["Access-Control-Allow-Origin"] == "*"


@pytest.mark.parametrize("address", ["/badge/status.js", "/badge/status.json"])
def test_other_methods_are_answered_as_in_the_api(client, address):
    assert client.options(address).status_code == 204
    assert client.post(address).status_code == 405


def test_without_a_database_the_last_good_directory_answers(ask, monkeypatch):
    def refuse():
        raise OperationalError("the database is gone")

    before = ask(department="sales", language="ja").json()
    monkeypatch.setattr("support.directory.current.current_token", refuse)

    assert ask(department="sales", language="ja").json() == before
