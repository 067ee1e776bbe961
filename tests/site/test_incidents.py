"""What visitors are told above everything while something is out of order."""

from __future__ import annotations

import pytest

from support.models import Channel
from tests import factories
from tests.wsgi import ask

pytestmark = pytest.mark.django_db

BEFORE = "2026-11-23T04:59:59+00:00"
STARTS = "2026-11-23T05:00:00+00:00"
LAST_SECOND = "2026-11-23T06:59:59+00:00"
OVER = "2026-11-23T07:00:00+00:00"
PERIOD = "2026-11-23T14:00", "2026-11-23T16:00", "Asia/Tokyo"
TEXT = "Sites in Tokyo are slow. We are working on it."
PAGES = ["/en/contact/", "/en/contact/desk/", "/en/now.txt"]


@pytest.fixture(autouse=True)
def desk(clock):
    clock.stop_at(STARTS)
    return factories.window(factories.department()).department


def status_channel(desk, **fields):
    channel = Channel.objects.create(
        slug="status",
        kind="status",
        name_en="Status",
        address="https://status.example/{language}/",
        **fields,
    )
    channel.departments.add(desk)


def strip(page):
    return page.split('<aside class="incidents"')[1].split("</aside>")[0]


@pytest.mark.parametrize("path", PAGES)
def test_incident_is_on_pages_that_are_kept_from_its_start_until_its_end(served, clock, path):
    factories.incident(*PERIOD)

    clock.stop_at(BEFORE)
    assert TEXT.encode() not in ask(served, path).content
    clock.stop_at(STARTS)
    assert TEXT.encode() in ask(served, path).content
    clock.stop_at(LAST_SECOND)
    assert TEXT.encode() in ask(served, path).content
    clock.stop_at(OVER)
    assert TEXT.encode() not in ask(served, path).content


def test_incident_stands_above_everything_in_a_landmark_of_its_own(client):
    factories.incident(*PERIOD)

    page = client.get("/en/contact/").text

    assert page.index('<aside class="incidents" aria-label="Current incidents">') < page.index(
        "<header"
    )
    assert f'<p data-ends="2026-11-23T07:00:00+00:00"><strong>{TEXT}</strong></p>' in page


def test_page_without_an_incident_has_no_strip_and_loads_nothing_for_it(client):
    assert "incidents" not in client.get("/en/contact/").text


def test_text_is_plain(client):
    factories.incident(*PERIOD, text_en="<b>Down</b> & slow")

    assert "<strong>&lt;b&gt;Down&lt;/b&gt; &amp; slow</strong>" in client.get("/en/contact/").text


def test_text_is_in_the_language_of_the_page_or_marked_as_english(client):
    factories.incident(*PERIOD, text_ja="東京のサイトが遅くなっています。")

    assert "<strong>東京のサイトが遅くなっています。</strong>" in client.get("/ja/contact/").text
    assert f'<strong><span lang="en">{TEXT}</span></strong>' in client.get("/de/contact/").text


def test_link_leads_to_the_status_page_of_the_channels_unless_it_has_one(client, desk):
    factories.incident(*PERIOD)

    assert "<a" not in strip(client.get("/en/contact/").text)
    status_channel(desk)
    assert '<a href="https://status.example/en/">See the status page</a>' in strip(
        client.get("/en/contact/").text
    )
    factories.incident(*PERIOD, text_en="Chat is down.", link="https://status.example/42")
    assert '<a href="https://status.example/42">' in strip(client.get("/en/contact/").text)


def test_plain_text_begins_with_the_incident_and_its_link(client):
    factories.incident(*PERIOD, link="https://status.example/42")

    assert client.get("/en/now.txt").text.startswith(
        f"{TEXT}\nhttps://status.example/42\n\nNo one is available in English right now."
    )


def test_page_that_is_not_found_has_the_incident_too(client):
    factories.incident(*PERIOD)

    assert TEXT in client.get("/en/nowhere/").text


def test_badge_says_nothing_of_incidents(client):
    factories.incident(*PERIOD)

    assert TEXT not in client.get("/badge/en/desk/en/").text


def test_api_tells_what_visitors_are_told(client, clock, desk):
    status_channel(desk)
    factories.incident(*PERIOD)

    assert client.get("/api/v1/availability?locale=de").json()["incidents"] == [
        {
            "text": TEXT,
            "text_language": "en",
            "start": "2026-11-23T05:00:00Z",
            "end": "2026-11-23T07:00:00Z",
            "link": "https://status.example/de/",
        }
    ]


def test_api_says_nothing_of_an_incident_before_its_time(client, clock):
    factories.incident(*PERIOD)

    clock.stop_at(BEFORE)

    answer = client.get("/api/v1/availability?at=2026-11-23T05:30:00Z").json()
    assert answer["incidents"] == []
