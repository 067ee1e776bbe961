"""Mails that were taken by a mail server and came back."""

from __future__ import annotations

from io import BytesIO, StringIO, TextIOWrapper

import pytest
from django.core.management import call_command
from django.test import Client

from support.conversations.models import Conversation, OutgoingMail
from support.directory import Directory
from tests.conversations.staff.conftest import MONDAY_10_05, answer_due, question

REPORT = """From: MAILER-DAEMON@mx.example.jp
To: support@example.com
Subject: Undelivered Mail Returned to Sender
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b
Content-Type: text/plain; charset=us-ascii

Sorry.
--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example.jp

Final-Recipient: rfc822; sato@example.jp
Action: {action}
Status: 5.1.1
Diagnostic-Code: smtp; 550 5.1.1 User unknown

--b
Content-Type: {original}

Subject: answered
Message-ID: {name}

--b--
"""


@pytest.fixture
def sent(sales: Directory) -> OutgoingMail:
    asked: Conversation = question(sales, email="sato@example.jp")
    answer_due(asked, MONDAY_10_05)
    OutgoingMail.objects.update(state="sent", message_id="<abc@support.example>")
    return OutgoingMail.objects.get()


def read(monkeypatch, action="failed", original="message/rfc822", name="<abc@support.example>"):
    report = REPORT.format(action=action, original=original, name=name).encode()
    monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(report)))
    told = StringIO()
    call_command("read_bounce", stdout=told)
    return told.getvalue()


@pytest.mark.parametrize("original", ["message/rfc822", "text/rfc822-headers"])
def test_mail_that_comes_back_has_failed(sent, monkeypatch, original):
    assert "has failed" in read(monkeypatch, original=original)
    sent.refresh_from_db()

    assert sent.state == "failed"
    assert sent.error == "5.1.1 smtp; 550 5.1.1 User unknown"


@pytest.mark.parametrize("other", [{"action": "delayed"}, {"name": "<guessed@support.example>"}])
def test_late_mails_and_those_of_others_are_left_alone(sent, monkeypatch, other):
    assert "no report" in read(monkeypatch, **other)
    sent.refresh_from_db()

    assert sent.state == "sent"


def test_what_is_no_mail_is_left_alone(sent, monkeypatch):
    monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(b"\xff\x00 nothing")))
    told = StringIO()
    call_command("read_bounce", stdout=told)

    assert "no report" in told.getvalue()


def test_desk_tells_of_it(sent: OutgoingMail, desk: Client, monkeypatch):
    read(monkeypatch)

    assert "User unknown" in desk.get(f"/admin/conversations/{sent.conversation}/").text
