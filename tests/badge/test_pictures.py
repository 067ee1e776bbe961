"""The badge as a frame and as an image."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from support.models import Department
from tests.wsgi import ask

pytestmark = pytest.mark.django_db

FRAME = "/badge/en/sales/ja/"
IMAGE = "/badge/en/sales/ja.svg"


@pytest.fixture(autouse=True)
def monday(initial_data, clock):
    clock.stop_at("2026-11-23T05:10:00+00:00")


def texts(response):
    return [text.strip() for text in ElementTree.fromstring(response.content).itertext()]


def test_frame_is_complete_and_leads_to_where_one_writes(client):
    response = client.get(FRAME)

    assert "<title>Sales · Japanese: Open · until 18:00 (Japan time)</title>" in response.text
    assert (
        '<a href="http://testserver/en/contact/write/?department=sales&amp;language=ja">'
    ) in response.text
    assert '<base target="_top">' in response.text
    assert '<span class="change">until 18:00 (Japan time)</span>' in response.text


def test_frame_may_be_shown_by_anyone_and_is_not_found_by_search_engines(client):
    response = client.get(FRAME)

    assert "X-Frame-Options" not in response.headers
    assert "frame-ancestors *" in response.headers["Content-Security-Policy"]
    assert "default-src 'none'" in response.headers["Content-Security-Policy"]
    assert response.headers["X-Robots-Tag"] == "noindex"


def test_image_and_script_may_not_be_framed(client):
    assert client.get(IMAGE).headers["X-Frame-Options"] == "DENY"
    assert client.get("/badge/status.js").headers["X-Frame-Options"] == "DENY"


def test_image_says_it_in_two_lines_and_a_title(client):
    response = client.get(IMAGE)

    assert response.headers["Content-Type"] == "image/svg+xml; charset=utf-8"
    assert [text for text in texts(response) if text and "{" not in text] == [
        "Sales · Japanese: Open · until 18:00 (Japan time)",
        "Sales · Japanese",
        "Open",
        "· until 18:00 (Japan time)",
    ]


@pytest.mark.parametrize("address", [FRAME, IMAGE])
def test_picture_is_told_on_a_chosen_clock(client, address):
    assert "until 10:00 (Central European Time)" in client.get(f"{address}?zone=Europe/Berlin").text


@pytest.mark.parametrize("address", [FRAME, IMAGE])
@pytest.mark.parametrize(
    ("now", "max_age"),
    [
        ("2026-11-23T05:10:00+00:00", 300),
        ("2026-11-23T08:58:00+00:00", 120),
        ("2026-11-23T08:59:59.5+00:00", 0),
    ],
)
def test_picture_is_kept_until_the_next_change_and_five_minutes_at_most(
    served, clock, address, now, max_age
):
    clock.stop_at(now)

    assert ask(served, address).headers["Cache-Control"] == f"public, max-age={max_age}"


@pytest.mark.parametrize("address", [FRAME, IMAGE])
def test_picture_that_is_known_is_not_sent_again(served, clock, address):
    etag = ask(served, address).headers["ETag"]

    assert ask(served, address, if_none_match=etag).status == "304 Not Modified"
    clock.stop_at("2026-11-23T09:00:00+00:00")
    assert ask(served, address, if_none_match=etag).status == "200 OK"


@pytest.mark.parametrize(
    ("names", "message"),
    [
        ("en/nobody/ja", "There is no department “nobody”. There are: customer-support, "),
        ("en/sales/da", "does not serve “da”. It serves: en, ja, de, nl, es, fr, it."),
        ("xx/sales/ja", "“xx” is not a language of the site: ja, en, "),
        ("en/%00%1b&lt;/ja", "There is no department “&amp;lt;”."),
    ],
)
def test_unknown_name_is_not_found_in_the_form_asked_for(client, names, message):
    image, frame = client.get(f"/badge/{names}.svg"), client.get(f"/badge/{names}/")

    assert (image.status_code, frame.status_code) == (404, 404)
    assert message in image.text
    assert "Page not found" in texts(image)
    assert message.split("“")[0] in frame.text
    assert "X-Frame-Options" not in frame.headers


@pytest.mark.parametrize("address", [FRAME, IMAGE])
@pytest.mark.parametrize("query", ["zone=Nowhere", "zone=", "zone=UTC&zone=UTC", "x=1"])
def test_bad_query_is_refused_in_the_form_asked_for(client, address, query):
    response = client.get(f"{address}?{query}")

    assert response.status_code == 400
    assert response.headers["Content-Type"] == client.get(address).headers["Content-Type"]


def test_language_may_be_written_in_any_case(client):
    assert client.get("/badge/en/sales/JA.svg").content == client.get(IMAGE).content


def test_names_of_staff_cannot_break_the_image(client):
    Department.objects.filter(slug="sales").update(name_en='</text><script>"&\x07')

    assert '</text><script>"& · Japanese' in texts(client.get(IMAGE))


def test_spaces_that_hold_words_together_stay_in_the_image(client):
    Department.objects.filter(slug="sales").update(name_fr="Ventes\u00a0: Europe\u202f!")

    assert "Ventes\u00a0: Europe\u202f! · japonais" in texts(client.get("/badge/fr/sales/ja.svg"))
