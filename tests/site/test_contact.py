from __future__ import annotations

import pytest

from support.locales.languages import SITE_LANGUAGES

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("language", SITE_LANGUAGES)
def test_page_exists_in_every_language(client, initial_data, language):
    response = client.get(f"/{language}/contact/")

    assert response.status_code == 200
    assert f'<html lang="{language}" dir="ltr">' in response.content.decode()
    assert response.headers["Content-Language"] == language


def test_page_is_the_same_bytes_for_everyone(client, initial_data, clock):
    clock.stop_at("2026-11-23T05:00:00+00:00")
    plain = client.get("/en/contact/")
    client.cookies["language"] = "de"
    other = client.get("/en/contact/", headers={"accept-language": "ja", "cookie": "language=de"})

    assert plain.content == other.content
    assert "Vary" not in plain.headers
    assert not plain.cookies


def test_page_asks_the_database_for_the_last_edit_alone(
    client, initial_data, django_assert_num_queries
):
    client.get("/en/contact/")

    with django_assert_num_queries(2):
        client.get("/de/contact/")


def test_page_names_its_other_languages_for_search_engines(client, initial_data):
    body = client.get("/de/contact/").content.decode()

    assert '<link rel="canonical" href="http://testserver/de/contact/">' in body
    assert '<link rel="alternate" hreflang="ja" href="http://testserver/ja/contact/">' in body
    assert '<link rel="alternate" hreflang="x-default" href="http://testserver/">' in body
    assert body.count('rel="alternate" hreflang=') == 11


def test_edit_is_seen_with_the_next_request(client, initial_data):
    from support.models import Department

    client.get("/en/contact/")
    Department.objects.filter(slug="sales").update(name_en="Sales & <advice>")

    assert "Sales &amp; &lt;advice&gt;" in client.get("/en/contact/").content.decode()


def test_page_without_any_data_says_so(client, db):
    body = client.get("/en/contact/").content.decode()

    assert "No department has been entered yet." in body


def test_text_in_another_language_is_marked_up_with_it(client, initial_data):
    from support.models import Department

    Department.objects.filter(slug="sales").update(name_da=None, name_en="Sales")

    assert '<span lang="en">Sales</span>' in client.get("/da/contact/").content.decode()


@pytest.mark.parametrize(
    ("accept_language", "expected"),
    [
        ("ja", "/ja/contact/"),
        ("de-AT,de;q=0.8,en;q=0.5", "/de/contact/"),
        ("pt-BR", "/pt/contact/"),
        ("xx,sv;q=0.5", "/sv/contact/"),
        ("", "/en/contact/"),
        ("*;q=9", "/en/contact/"),
        ("\x00\x01ja\r", "/en/contact/"),
        ("ja," * 22_000, "/ja/contact/"),
        ("zz-" * 22_000, "/en/contact/"),
    ],
)
def test_front_door_leads_to_the_language_of_the_browser(
    client, initial_data, accept_language, expected
):
    response = client.get("/", headers={"accept-language": accept_language})

    assert (response.status_code, response.headers["Location"]) == (302, expected)
    assert response.headers["Vary"] == "Accept-Language, Cookie"


@pytest.mark.parametrize(
    ("cookie", "expected"), [("it", "/it/contact/"), ("xx", "/ja/contact/"), ("", "/ja/contact/")]
)
def test_remembered_choice_comes_before_the_browser(client, initial_data, cookie, expected):
    client.cookies["language"] = cookie

    response = client.get("/", headers={"accept-language": "ja"})
    assert response.headers["Location"] == expected


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/DE/contact/", "/de/contact/"),
        ("/pt-br/contact/", "/pt/contact/"),
        ("/zh_TW/contact/", None),
        ("/xx/contact/", None),
        ("/de/", "/de/contact/"),
        ("/de/contact", "/de/contact/"),
    ],
)
def test_other_spellings_lead_to_the_page_they_mean(client, initial_data, path, expected):
    response = client.get(path)

    assert response.headers.get("Location") == expected
    assert response.status_code == (301 if expected else 404)


def test_contact_without_language_leads_to_the_language_of_the_browser(client, initial_data):
    response = client.get("/contact/", headers={"accept-language": "fr"})

    assert (response.status_code, response.headers["Location"]) == (302, "/fr/contact/")


@pytest.mark.parametrize(
    "path", ["/xx/contact/", "/nothing/here", "/en/nothing/", "/%00/", "/en/contact/x/"]
)
def test_unknown_page_links_to_the_page_in_every_language(client, initial_data, path):
    response = client.get(path, headers={"accept-language": "en"})
    body = response.content.decode()

    assert response.status_code == 404
    assert "We can’t find that page." in body
    assert all(f'href="/{language}/contact/"' in body for language in SITE_LANGUAGES)
    assert 'rel="canonical"' not in body


def test_unknown_page_says_who_can_be_reached(client, initial_data, clock):
    clock.stop_at("2026-11-23T05:00:00+00:00")
    body = client.get("/en/nothing/").content.decode()

    assert '<a href="/en/contact/">You can reach us right now in English.</a>' in body


def test_unknown_page_is_told_in_the_language_of_its_address(client, initial_data):
    response = client.get("/ja/nothing/", headers={"accept-language": "de"})

    assert response.headers["Content-Language"] == "ja"


def test_host_that_is_not_ours_is_refused(client, initial_data):
    assert client.get("/en/contact/", headers={"host": "evil.example"}).status_code == 400


def test_page_answers_to_nothing_but_reading(client, initial_data):
    assert client.post("/en/contact/").status_code == 405


def test_page_loads_nothing_from_elsewhere_and_has_no_inline_script_or_style(client, initial_data):
    response = client.get("/en/contact/")
    body = response.content.decode()

    assert "unsafe" not in response.headers["Content-Security-Policy"]
    assert "<style" not in body
    assert " style=" not in body
    assert "<script>" not in body
    assert 'src="http' not in body


def test_process_is_alive(client):
    assert client.get("/healthz").json() == {"status": "alive"}


def test_portal_is_ready(client, initial_data):
    response = client.get("/readyz")

    assert (response.status_code, response.json()) == (200, {"ready": True, "degraded": []})


def test_portal_that_cannot_reach_its_cache_goes_on_and_says_so(client, initial_data, settings):
    settings.CACHES = {
        "default": {
            "BACKEND": "django.core.cache.backends.redis.RedisCache",
            "LOCATION": "redis://127.0.0.1:1/0",
        }
    }

    response = client.get("/readyz")
    assert response.status_code == 200
    assert response.json() == {"ready": True, "degraded": ["cache"]}
