"""Check that what stands between finished pages and Django leaves them finished."""

from __future__ import annotations

from datetime import UTC, datetime

from portal.request_bodies import RequestBodies
from support.finished_pages.validity import Validity, finish
from tests.wsgi import ask


def test_view_that_finishes_its_answer_is_heard_in_front_of_the_bodies():
    heard = []

    def django(environ, start_response):
        finish(environ, Validity("token", datetime(2026, 11, 23, tzinfo=UTC), None))
        start_response("200 OK", [])
        return [b""]

    def in_front(environ, start_response):
        content = RequestBodies(django)(environ, start_response)
        heard.append("support.finished_page" in environ)
        return content

    ask(in_front, "/en/contact/")

    assert heard == [True]
