"""Check what a report of an error tells to Sentry, in a process that reports to this one."""

from __future__ import annotations

import gzip
import json
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import brotli
import pytest

from tests.portal.test_start import run

_PROGRAM = """
import django, sentry_sdk
django.setup()
from django.test import RequestFactory
from django.core.handlers.wsgi import WSGIHandler
from support.site import contact

def broken(*args, **kwargs):
    secret = "a local value"
    raise ValueError("It is broken.")

import django.urls.resolvers
django.urls.resolvers.ResolverMatch.func = property(lambda self: broken, lambda self, view: None)
environ = RequestFactory().get(
    "/en/contact/search?q=anna@example.com",
    REMOTE_ADDR="198.51.100.7", HTTP_COOKIE="sessionid=secret", HTTP_HOST="127.0.0.1",
    HTTP_X_FORWARDED_FOR="198.51.100.7",
).environ
WSGIHandler()(environ, lambda status, headers: print(status))
sentry_sdk.flush(10)
"""


@pytest.fixture
def service():
    """Take the reports; return the address for them, and the list that they come to."""
    reports = []

    class Take(BaseHTTPRequestHandler):
        def do_POST(self):
            body = self.rfile.read(int(self.headers["Content-Length"]))
            coding = self.headers.get("Content-Encoding")
            if coding == "br":
                body = brotli.decompress(body)
            elif coding == "gzip":
                body = gzip.decompress(body)
            reports.append(body.decode())
            self.send_response(200)
            self.end_headers()

        def log_message(self, *args):
            pass

    server = HTTPServer(("127.0.0.1", 0), Take)
    thread = Thread(target=server.serve_forever)
    thread.start()
    yield f"http://key@127.0.0.1:{server.server_port}/1", reports
    server.shutdown()
    thread.join()
    server.server_close()


def test_report_has_the_error_and_nothing_of_the_visitor(service, tmp_path):
    address, reports = service
    result = run(
        "-c",
        _PROGRAM,
        SECRET_KEY="secret-key",
        HTTPS="false",
        SENTRY_DSN=address,
        DATABASE_URL=f"sqlite:///{tmp_path / 'portal.sqlite3'}",
    )

    assert "500" in result.stdout, result.stderr
    text = "\n".join(reports)
    event = next(
        json.loads(line)
        for report in reports
        for line in report.splitlines()
        if '"exception"' in line
    )
    assert event["request"] == {
        "method": "GET",
        "url": "http://127.0.0.1/en/contact/search",
    }
    assert event["exception"]["values"][0]["value"] == "It is broken."
    assert [
        word
        for word in ("anna@example.com", "198.51.100.7", "sessionid", "a local value", "secret-key")
        if word in text
    ] == []


def test_address_that_cannot_be_read_stops_the_start():
    result = run("manage.py", "check", SECRET_KEY="secret", SENTRY_DSN="nonsense")

    assert result.returncode == 1
    assert result.stderr == (
        "SENTRY_DSN cannot be read. It should look like https://key@sentry.example/1\n"
    )
