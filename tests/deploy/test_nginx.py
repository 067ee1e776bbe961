"""Check the shipped site: nginx before two servers with PostgreSQL and Redis, all running."""

from __future__ import annotations

import json
import socket
import ssl
import time

import pytest

PAGE = "/en/contact/"


def test_page_is_served_with_our_headers_and_a_number(site):
    answer = site.ask(PAGE)

    assert answer.status == 200
    assert b"Sales" in answer.content
    assert answer.headers["Strict-Transport-Security"] == "max-age=31536000"
    assert answer.headers["Content-Security-Policy"].count("'none'") == 3
    assert len(answer.headers["X-Request-ID"]) == 32
    assert "Server" not in answer.headers or answer.headers["Server"] == "nginx"


def test_compressed_page_and_unchanged_page(site):
    compressed = site.ask(PAGE, headers={"Accept-Encoding": "gzip"})
    unchanged = site.ask(
        PAGE, headers={"Accept-Encoding": "gzip", "If-None-Match": compressed.headers["ETag"]}
    )

    assert compressed.headers["Content-Encoding"] == "gzip"
    assert (unchanged.status, unchanged.content) == (304, b"")


def test_other_host_is_refused_before_it_reaches_the_portal(site):
    context = ssl._create_unverified_context()
    with (
        socket.create_connection(("127.0.0.1", site.port)) as plain,
        pytest.raises(ssl.SSLError, match="unrecognized name"),
    ):
        context.wrap_socket(plain, server_hostname="evil.example")


def test_header_with_an_underscore_does_not_reach_the_portal(site):
    answer = site.ask(PAGE, headers={"X_Forwarded_Proto": "http"})

    assert answer.status == 200


def test_protocol_that_a_visitor_claims_is_replaced(site):
    answer = site.ask("/en/contact/?n=1", headers={"X-Forwarded-Proto": "http"})

    assert answer.status == 200


def test_figures_are_denied(site):
    answer = site.ask("/metrics", headers={"Authorization": "Bearer a-token-of-the-tests"})

    assert answer.status == 403


def test_body_that_is_too_long_is_refused(site):
    assert site.ask("/preferences/", "POST", body=b"x" * 20_000).status == 413
    assert site.ask("/admin/login/", "POST", body=b"x" * 20_000).status == 413


def test_passwords_are_not_tried_faster_than_a_person_does(site):
    answers = [site.ask("/admin/login/", "POST", body=b"").status for _ in range(20)]

    assert answers[:10] == [403] * 10  # without a CSRF token
    assert 429 in answers[10:]


def test_log_has_the_number_and_neither_address_nor_query(site):
    number = site.ask("/en/contact/search?q=anna@example.com").headers["X-Request-ID"]

    # It is written after the answer.
    end = time.monotonic() + 10
    lines = []
    while not lines and time.monotonic() < end:
        text = (site.folder / "access.log").read_text()
        lines = [json.loads(line) for line in text.splitlines() if number in line]
        time.sleep(0.05)

    assert (lines[0]["path"], lines[0]["status"]) == ("/en/contact/search", 200)
    assert "anna" not in text
    assert "127.0.0.1" not in text


def test_slow_bodies_keep_no_thread_of_the_portal(site):
    slow = [_begin_body(site.port) for _ in range(64)]
    start = time.monotonic()
    answers = [site.ask(f"/en/contact/sales/?n={number}").status for number in range(20)]

    assert answers == [200] * 20
    assert time.monotonic() - start < 20
    for connection in slow:
        connection.close()


def _begin_body(port):
    context = ssl._create_unverified_context()
    connection = context.wrap_socket(
        socket.create_connection(("127.0.0.1", port)), server_hostname="localhost"
    )
    connection.sendall(
        b"POST /preferences/ HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\na"
    )
    return connection


def test_staff_do_not_get_what_nginx_holds(site):
    site.ask("/de/contact/")

    answer = site.ask("/de/contact/", headers={"Cookie": "language=de; __Host-sessionid=x"})

    assert answer.status == 200
    number = answer.headers["X-Request-ID"]
    end = time.monotonic() + 10
    line = ""
    while not line and time.monotonic() < end:
        lines = (site.folder / "access.log").read_text().splitlines()
        line = next((line for line in lines if number in line), "")
        time.sleep(0.05)
    assert json.loads(line)["cache"] == "BYPASS"
