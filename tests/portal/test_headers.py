"""Check the headers of every kind of answer, as the Mozilla Observatory looks at them."""

from __future__ import annotations

import pytest

from tests.portal.test_start import run

PAGES = [
    "/en/contact/",
    "/en/contact/sales/",
    "/en/contact/search?q=x",
    "/admin/login/",
    "/nothing/at/all",
]
FOR_OTHER_SITES = [
    "/badge/status.js",
    "/badge/status.json?department=sales&language=ja&locale=en",
    "/badge/en/sales/ja.svg",
    "/badge/en/sales/ja/",
    "/api/v1/availability",
    "/api/v1/nothing",
    "/en/contact/sales/ja.ics",
]


def directives(answer):
    policy = answer.headers["Content-Security-Policy"]
    return dict(part.strip().partition(" ")[::2] for part in policy.split(";"))


@pytest.mark.parametrize("address", PAGES)
def test_page_takes_nothing_but_what_the_portal_serves(client, initial_data, address):
    assert directives(client.get(address)) == {
        "default-src": "'none'",
        "base-uri": "'none'",
        "connect-src": "'self'",
        "form-action": "'self'",
        "frame-ancestors": "'none'",
        "img-src": "'self'",
        "script-src": "'self'",
        "style-src": "'self'",
    }


@pytest.mark.parametrize("address", PAGES)
def test_page_is_closed_to_other_sites(client, initial_data, address):
    headers = client.get(address).headers

    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "strict-origin-when-cross-origin"
    assert "camera=()" in headers["Permissions-Policy"]


@pytest.mark.parametrize("address", FOR_OTHER_SITES)
def test_what_is_for_other_sites_is_open_to_them(client, initial_data, address):
    answer = client.get(address)

    assert answer.headers["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert "unsafe" not in answer.headers["Content-Security-Policy"]
    assert directives(answer)["default-src"] == "'none'"


def test_frame_of_a_badge_may_be_embedded(client, initial_data):
    answer = client.get("/badge/en/sales/ja/")

    assert directives(answer)["frame-ancestors"] == "*"
    assert "X-Frame-Options" not in answer.headers


def test_static_file_is_closed_to_other_sites(client, db):
    answer = client.get("/static/support/icon.svg")
    headers = answer.headers
    answer.close()

    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert headers["X-Content-Type-Options"] == "nosniff"


def test_browser_remembers_for_a_year_that_the_connection_is_encrypted():
    result = run(
        "-c",
        "from django.conf import settings; print(settings.SECURE_HSTS_SECONDS)",
        SECRET_KEY="secret",
    )

    assert result.stdout == "31536000\n"
