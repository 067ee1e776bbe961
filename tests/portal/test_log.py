"""Check what the log tells of an event, and what it keeps to itself."""

from __future__ import annotations

import json
import logging
import re

import pytest
from django.core import mail
from django.http import HttpResponse

from portal.log import ErrorMail, JsonLine, TextLine
from portal.request_id import current_request_id, request_id

TIME = 1_795_000_000.5


def record(message="Something happened.", *args, name="support.directory", exc_info=None):
    made = logging.LogRecord(name, logging.WARNING, "file.py", 1, message, args, exc_info)
    made.created = TIME
    return made


def failure(message):
    try:
        raise ValueError(message)
    except ValueError as error:
        return type(error), error, error.__traceback__


def test_text_line_has_names_and_values():
    assert TextLine().format(record()) == (
        "time=2026-11-18T11:06:40.500Z level=warning logger=support.directory "
        'message="Something happened."'
    )


def test_json_line_is_an_object():
    line = JsonLine().format(record("Datei %s fehlt – schlecht", "a b"))

    assert json.loads(line) == {
        "time": "2026-11-18T11:06:40.500Z",
        "level": "warning",
        "logger": "support.directory",
        "message": "Datei a b fehlt – schlecht",
    }


@pytest.mark.parametrize("form", [TextLine, JsonLine])
def test_event_is_one_line_whatever_is_in_it(form):
    line = form().format(record('forged\ntime=now level="error"', exc_info=failure("x")))

    assert len(line.splitlines()) == 1


def test_traceback_is_told_without_the_row_that_the_database_refused():
    shown = failure('duplicate key\nDETAIL:  Key (email)=(a@example.com) exists.\nCONTEXT: "a@b.c"')

    line = TextLine().format(record(exc_info=shown))

    assert "ValueError: duplicate key" in line
    assert "example.com" not in line
    assert "a@b.c" not in line


def test_what_a_stranger_sends_is_refused_without_a_traceback():
    line = TextLine().format(
        record(name="django.security.RequestDataTooBig", exc_info=failure("x"))
    )

    assert "Traceback" not in line


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("0123456789abcdef0123456789abcdef", "0123456789abcdef0123456789abcdef"),
        ("forged value", "[0-9a-f]{32}"),
        ("", "[0-9a-f]{32}"),
    ],
)
def test_lines_of_a_request_have_its_number(rf, given, expected):
    lines = []

    def view(request):
        lines.append(JsonLine().format(record()))
        return HttpResponse()

    request_id(view)(rf.get("/", headers={"X-Request-ID": given}))

    assert re.fullmatch(expected, json.loads(lines[0])["request"])
    assert current_request_id.get() == ""


def test_page_that_does_not_exist_leaves_no_line(client, db, capsys):
    client.get("/en/contact/anna@example.com/")

    assert capsys.readouterr().err == ""


def test_failed_sign_in_names_nobody(client, db, caplog):
    client.post("/admin/login/", {"username": "anna.example", "password": "geheim"})

    assert "anna.example" not in caplog.text
    assert "127.0.0.1" not in caplog.text


@pytest.fixture
def error_mail(settings, monkeypatch):
    """Return the handler; mails are sent in the same thread."""

    class Now:
        def __init__(self, target, args, daemon):
            self.start = lambda: target(*args)

    monkeypatch.setattr("portal.log.Thread", Now)
    settings.ADMINS = [("", "operator@example.com")]
    handler = ErrorMail()
    handler.setFormatter(TextLine())
    return handler


def test_error_is_mailed_as_the_log_has_it(error_mail):
    error_mail.handle(record(exc_info=failure("Anna")))

    assert [message.to for message in mail.outbox] == [["operator@example.com"]]
    assert "Error in support.directory" in mail.outbox[0].subject
    assert 'message="Something happened."' in mail.outbox[0].body


def test_flood_of_errors_is_one_mail_and_the_next_says_how_many_there_were(error_mail, monkeypatch):
    now = [1000.0]
    monkeypatch.setattr("portal.log.time.monotonic", lambda: now[0])
    for _ in range(100):
        error_mail.handle(record())
    now[0] += 301
    error_mail.handle(record())

    assert len(mail.outbox) == 2
    assert "Before it, 99 more errors were logged and not mailed." in mail.outbox[1].body


def test_what_strangers_can_cause_is_not_mailed(error_mail):
    error_mail.handle(record(name="django.security.TooManyFieldsSent"))

    assert mail.outbox == []
