"""What is shown of the page where somebody links to it."""

from __future__ import annotations

import re
import struct

import pytest

from portal.paths import BASE_DIR
from support.templatetags.open_graph import open_graph_locale

pytestmark = pytest.mark.django_db


def properties(client, path):
    body = client.get(path).content.decode()
    return re.findall(r'<meta property="(og:[^"]*)" content="([^"]*)">', body)


def test_link_to_the_page_shows_what_it_is(client, initial_data):
    found = properties(client, "/en/contact/")

    assert found[:6] == [
        ("og:type", "website"),
        ("og:title", "Contact us"),
        (
            "og:description",
            "See who you can reach at Kinsta right now, in which languages and until when, "
            "and how to get in touch.",
        ),
        ("og:url", "http://testserver/en/contact/"),
        ("og:site_name", "Kinsta"),
        ("og:locale", "en_GB"),
    ]
    assert found[-5:] == [
        ("og:image", "http://testserver/static/support/open-graph.png"),
        ("og:image:type", "image/png"),
        ("og:image:width", "1200"),
        ("og:image:height", "630"),
        ("og:image:alt", "A speech bubble with a clock, beside a week of opening hours"),
    ]


def test_link_to_the_page_names_its_other_languages(client, initial_data):
    locales = [value for name, value in properties(client, "/pt/contact/") if "locale" in name]

    assert locales == [
        "pt_PT",
        "ja_JP",
        "en_GB",
        "it_IT",
        "fr_FR",
        "de_DE",
        "nl_NL",
        "es_ES",
        "sv_SE",
        "da_DK",
    ]


def test_every_locale_has_a_country():
    assert open_graph_locale("sv") == "sv_SE"


def test_page_that_does_not_exist_shows_nothing_of_itself(client, initial_data):
    assert properties(client, "/en/nothing/") == []


def test_picture_is_as_large_as_the_page_says():
    image = (BASE_DIR / "support/static/support/open-graph.png").read_bytes()

    assert image[:8] == b"\x89PNG\r\n\x1a\n"
    assert struct.unpack(">II", image[16:24]) == (1200, 630)
    assert len(image) < 20_000
