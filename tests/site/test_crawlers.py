"""What crawlers are told."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from support.locales.languages import SITE_LANGUAGES

pytestmark = pytest.mark.django_db

SITEMAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


def sitemap(client):
    return ElementTree.fromstring(client.get("/sitemap.xml").content)


def test_sitemap_lists_the_page_in_every_language(client, initial_data):
    assert [loc.text for loc in sitemap(client).findall("s:url/s:loc", SITEMAP)][:10] == [
        "http://testserver/ja/contact/",
        "http://testserver/en/contact/",
        "http://testserver/it/contact/",
        "http://testserver/pt/contact/",
        "http://testserver/fr/contact/",
        "http://testserver/de/contact/",
        "http://testserver/nl/contact/",
        "http://testserver/es/contact/",
        "http://testserver/sv/contact/",
        "http://testserver/da/contact/",
    ]


def test_every_page_of_the_sitemap_names_all_languages_itself_included(client, initial_data):
    for page in sitemap(client).findall("s:url", SITEMAP)[:10]:
        links = {link.get("hreflang"): link for link in page.findall("x:link", SITEMAP)}
        assert list(links) == [*SITE_LANGUAGES, "x-default"]
        assert links["de"].get("href") == "http://testserver/de/contact/"
        assert links["x-default"].get("href") == "http://testserver/"
        assert {link.get("rel") for link in links.values()} == {"alternate"}


def test_sitemap_lists_the_page_of_each_department(client, initial_data):
    pages = sitemap(client).findall("s:url", SITEMAP)

    assert len(pages) == 90
    assert pages[11].findtext("s:loc", None, SITEMAP) == (
        "http://testserver/en/contact/customer-support/"
    )
    assert pages[11].findall("x:link", SITEMAP)[-1].get("href") == (
        "http://testserver/contact/customer-support/"
    )


def test_robots_are_kept_from_what_is_not_theirs_and_shown_the_sitemap(client, initial_data):
    response = client.get("/robots.txt")

    assert response.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert response.content.decode() == (
        "User-agent: *\n"
        "Disallow: /admin/\n"
        "Disallow: /preferences/\n"
        "Disallow: /*/conversations/\n"
        "Disallow: /live/\n"
        "Disallow: /*?\n"
        "\n"
        "Sitemap: http://testserver/sitemap.xml\n"
    )


@pytest.mark.parametrize("path", ["/sitemap.xml", "/robots.txt"])
def test_crawlers_get_the_same_for_everyone_and_may_keep_it(client, initial_data, path):
    response = client.get(path, headers={"accept-language": "de", "cookie": "language=ja"})

    assert response.headers["Cache-Control"] == "public, max-age=3600"
    assert response.headers.get("Vary", "Accept-Encoding") == "Accept-Encoding"
    assert not response.cookies
    again = client.get(path, headers={"if-none-match": response.headers["ETag"]})
    assert again.status_code == 304
    assert client.post(path).status_code == 405
