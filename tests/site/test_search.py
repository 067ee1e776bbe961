"""The search of a visitor without JavaScript."""

from __future__ import annotations

import pytest

from support.locales.languages import SITE_LANGUAGES
from support.models import Organization

pytestmark = pytest.mark.django_db


def body(response):
    return response.content.decode()


@pytest.mark.parametrize("language", SITE_LANGUAGES)
def test_form_of_the_contact_page_leads_to_the_page_of_results(client, initial_data, language):
    response = client.get(f"/{language}/contact/")

    assert f'role="search" action="/{language}/contact/search"' in body(response)


@pytest.mark.parametrize("path", ["/en/contact/", "/en/contact/search?q=invoice"])
def test_nothing_is_said_of_a_search_before_there_is_one(client, initial_data, path):
    page = body(client.get(path))

    assert ">No results on the contact page." not in page
    assert ">Search the resource centre for “{words}”" not in page


def test_results_lead_to_their_place_on_the_contact_page(client, initial_data):
    page = body(client.get("/en/contact/search", {"q": "invoice"}))

    assert '<a href="/en/contact/#finance"><span>Finance</span>' in page
    assert '<a href="/en/contact/#section-live-chat"><span>How live chat works</span>' in page
    assert "I have a billing or <mark>invoice</mark> question" in page


def test_topic_leads_to_its_department_by_words_that_are_not_shown(client, initial_data):
    page = body(client.get("/en/contact/search", {"q": "refund"}))

    assert '<a href="/en/contact/#finance"><span>Invoices and payments</span>' in page


def test_japanese_is_found_in_the_other_kana(client, initial_data):
    page = body(client.get("/ja/contact/search", {"q": "ちゃっと"}))

    assert "ライブ<mark>チャット</mark>のご利用方法" in page


def test_link_leads_on_to_the_resource_centre_with_the_words_typed(client, initial_data):
    page = body(client.get("/en/contact/search", {"q": "  R&D “<b>” #1/2 "}))

    assert 'href="https://www.example.com/?s=R%26D%20%E2%80%9C%3Cb%3E%E2%80%9D%20%231%2F2"' in page
    assert "Search results for “R&amp;D “&lt;b&gt;” #1/2”" in page
    assert "No results on the contact page." in page


def test_centre_without_a_search_is_linked_to_as_it_is(client, initial_data):
    Organization.objects.update(resource_centre_search_url="")

    page = body(client.get("/en/contact/search", {"q": "invoice"}))
    assert 'href="https://www.example.com/resources/"' in page


def test_organisation_without_a_resource_centre_still_has_its_own_results(client, initial_data):
    Organization.objects.update(resource_centre_search_url="", resource_centre_url="")

    page = body(client.get("/en/contact/search", {"q": "invoice"}))
    assert "How live chat works" in page
    assert "resource centre" not in page


def test_nothing_typed_asks_for_words(client, initial_data):
    response = client.get("/en/contact/search")

    assert response.status_code == 200
    assert '<h1 id="found-heading">What are you looking for?</h1>' in body(response)


@pytest.mark.parametrize("typed", ["\0", "\ud800", "%", "x" * 5000, "?!", "か\u3099" * 300])
def test_whatever_is_typed_is_answered(client, initial_data, typed):
    query = {"q": typed.encode("utf-8", "surrogatepass")}

    assert client.get("/en/contact/search", query).status_code == 200


def test_page_of_results_is_kept_by_nobody_and_found_by_no_search_engine(client, initial_data):
    response = client.get("/en/contact/search", {"q": "chat"})

    assert response.headers["Cache-Control"] == "private, no-store"
    assert '<meta name="robots" content="noindex">' in body(response)


def test_words_of_one_search_stand_on_no_other_page(client, initial_data):
    client.get("/en/contact/search", {"q": "secret"})

    assert "secret" not in body(client.get("/en/contact/"))
    assert "secret" not in body(client.get("/en/contact/search"))


def test_links_to_other_languages_keep_the_words_and_the_preferences(client, initial_data):
    asked = {"q": "R&D invoice", "languages": ["da", "de"], "tz": "Europe/Copenhagen"}

    page = body(client.get("/en/contact/search", asked))

    query = "q=R%26D+invoice&amp;languages=da&amp;languages=de&amp;tz=Europe%2FCopenhagen"
    assert f'href="/ja/contact/search?{query}"' in page


def test_results_lead_to_the_page_with_the_preferences(client, initial_data):
    page = body(client.get("/en/contact/search", {"q": "invoice", "tz": "Asia/Tokyo"}))

    assert '<a href="/en/contact/?tz=Asia/Tokyo#finance">' in page


def test_form_carries_the_preferences_on(client, initial_data):
    page = body(client.get("/en/contact/", {"languages": "da", "tz": "Asia/Tokyo"}))

    assert '<input type="hidden" name="languages" value="da">' in page
    assert '<input type="hidden" name="tz" value="Asia/Tokyo">' in page


@pytest.mark.parametrize("tz", ["<b>", "Nowhere", ""])
def test_preferences_that_cannot_be_read_are_left_out(client, initial_data, tz):
    response = client.get("/en/contact/search", {"q": "invoice", "tz": tz, "languages": "x!"})

    assert response.status_code == 200
    assert "x!" not in body(response)
