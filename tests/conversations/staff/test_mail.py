"""Mail of conversations: what is sent, to whom, when, and what becomes of it."""

from __future__ import annotations

import smtplib
from datetime import UTC, datetime, timedelta

import pytest
from django.core import mail
from django.core.mail import EmailMultiAlternatives

from support import clock
from support.conversations import handling, writing
from support.conversations.mail.broken import mark_broken
from support.conversations.mail.sender import send_due
from support.conversations.mail.words import Words, words_of
from support.conversations.models import Conversation, Lease, OutgoingMail, ReadMark
from support.directory import Directory, load_directory
from support.models import Channel, Department
from tests.conversations.staff.conftest import (
    FRIDAY_17_30,
    MONDAY_10_05,
    answer_due,
    answerer,
    question,
)

MINUTE = timedelta(minutes=1)
TWO_MINUTES_LATER = MONDAY_10_05 + 2 * MINUTE


@pytest.fixture
def asked(sales: Directory) -> Conversation:
    return question(sales, email="sato@example.jp")


@pytest.fixture
def with_address(sales: Directory) -> Directory:
    channel = Channel.objects.create(
        slug="mail", name_en="Mail", kind="email", address="sales@example.com"
    )
    channel.departments.set(Department.objects.filter(slug="sales"))
    return load_directory()


def answer(conversation: Conversation, directory: Directory, key: str = "a") -> None:
    user_id = answerer(key).pk
    writing.write_as_staff(conversation, "secret words", key, user_id, directory, MONDAY_10_05)


def states() -> list[tuple[str, str]]:
    return list(OutgoingMail.objects.order_by("pk").values_list("kind", "state"))


def test_notice_is_sent_two_minutes_after_an_answer(asked: Conversation, sales: Directory) -> None:
    answer(asked, sales)
    assert send_due(sales, TWO_MINUTES_LATER - timedelta(seconds=1)) == 0
    assert send_due(sales, TWO_MINUTES_LATER) == 1
    assert mail.outbox[0].to == ["sato@example.jp"]
    assert send_due(sales, TWO_MINUTES_LATER) == 0


def test_several_answers_are_one_notice(asked: Conversation, sales: Directory) -> None:
    answer(asked, sales)
    answer(asked, sales, "b")
    assert send_due(sales, TWO_MINUTES_LATER) == 1


def test_read_answer_needs_no_notice(asked: Conversation, sales: Directory) -> None:
    answer(asked, sales)
    ReadMark.objects.create(conversation=asked, number=2, at=MONDAY_10_05)
    assert send_due(sales, TWO_MINUTES_LATER) == 0
    assert states() == [("answered", "unneeded")]


def test_notice_has_no_word_of_the_conversation(asked: Conversation, sales: Directory) -> None:
    answer(asked, sales)
    send_due(sales, TWO_MINUTES_LATER)
    assert "secret words" not in mail.outbox[0].message().as_string()
    assert "料金" not in mail.outbox[0].body


def test_notice_leads_to_the_conversation(asked: Conversation, sales: Directory) -> None:
    answer(asked, sales)
    send_due(sales, TWO_MINUTES_LATER)
    link = f"http://localhost:8000/ja/conversations/{asked.public_id}/enter/?key="
    assert link in mail.outbox[0].body


def test_notice_has_plain_text_and_html_and_answers_no_machine(
    asked: Conversation, sales: Directory
) -> None:
    answer(asked, sales)
    send_due(sales, TWO_MINUTES_LATER)
    message = mail.outbox[0].message()
    assert [part.get_content_type() for part in message.walk()] == [
        "multipart/alternative",
        "text/plain",
        "text/html",
    ]
    assert message["Auto-Submitted"] == "auto-generated"
    assert message["References"] == message["In-Reply-To"]


def test_all_mails_of_a_conversation_are_one_thread(asked: Conversation, sales: Directory) -> None:
    answer(asked, sales)
    send_due(sales, TWO_MINUTES_LATER)
    answer_due(asked, TWO_MINUTES_LATER)
    send_due(sales, TWO_MINUTES_LATER)
    first, second = (each.message() for each in mail.outbox)
    assert first["References"] == second["References"]
    assert first["Message-ID"] != second["Message-ID"]


def test_reply_goes_to_the_department_where_it_reads_mail(
    with_address: Directory,
) -> None:
    answer(question(with_address, email="sato@example.jp"), with_address)
    OutgoingMail.objects.filter(kind="arrived").delete()
    send_due(with_address, TWO_MINUTES_LATER)
    assert mail.outbox[0].reply_to == ["sales@example.com"]
    assert "このメール" not in mail.outbox[0].body


def test_where_nobody_reads_replies_the_mail_says_so(sales: Directory) -> None:
    conversation = question(sales, department="finance", language="en", email="a@example.com")
    Conversation.objects.update(page_language="en")
    conversation.refresh_from_db()
    answer(conversation, sales)
    send_due(sales, TWO_MINUTES_LATER)
    assert mail.outbox[0].reply_to == []
    assert (
        "Replies to this email aren’t read. To write back, please use the link."
        in mail.outbox[0].body
    )


def test_department_is_told_of_a_message_at_its_channel(with_address: Directory) -> None:
    question(with_address)
    send_due(with_address, FRIDAY_17_30)
    assert mail.outbox[0].to == ["sales@example.com"]
    assert "/admin/conversations/" in mail.outbox[0].body


def test_held_conversation_sends_nothing(with_address: Directory) -> None:
    conversation = question(with_address, is_held=True, email="sato@example.jp")
    answer_due(conversation, FRIDAY_17_30)
    handling.hold(conversation)
    assert send_due(with_address, FRIDAY_17_30) == 0


def test_mail_to_an_address_that_a_department_reads_is_never_sent(
    with_address: Directory,
) -> None:
    conversation = question(with_address, email="Sales@example.com")
    answer(conversation, with_address)
    assert send_due(with_address, TWO_MINUTES_LATER) == 0
    assert states() == [("arrived", "unneeded"), ("answered", "unneeded")]


def test_mail_to_the_address_that_mails_come_from_is_never_sent(sales: Directory, settings) -> None:
    settings.SERVER_EMAIL = "Support <support@example.com>"
    answer_due(question(sales, email="Support@example.com"), MONDAY_10_05)
    assert send_due(sales, MONDAY_10_05) == 0
    assert states() == [("answered", "unneeded")]


def test_mail_that_cannot_be_made_keeps_back_no_other(
    asked: Conversation, sales: Directory, monkeypatch
) -> None:
    answer_due(question(sales, email="meyer@example.de"), MONDAY_10_05)
    answer_due(asked, MONDAY_10_05 + timedelta(seconds=1))

    def only_sato(row: OutgoingMail, *more: object) -> Words:
        if row.to == "meyer@example.de":
            raise LookupError("no such words")
        return words_of(row, *more)

    monkeypatch.setattr("support.conversations.mail.sender.words_of", only_sato)
    assert send_due(sales, MONDAY_10_05 + MINUTE) == 1
    assert states() == [("answered", "failed"), ("answered", "sent")]


def test_address_with_a_line_break_is_never_sent(sales: Directory) -> None:
    conversation = question(sales, email="a@example.com\nBcc: b@example.com")
    answer_due(conversation, MONDAY_10_05)
    assert send_due(sales, MONDAY_10_05) == 0
    assert states() == [("answered", "failed")]
    assert mail.outbox == []


def test_promise_is_broken_after_an_hour_of_open_time(with_address: Directory) -> None:
    conversation = question(with_address)
    # 30 minutes on Friday, then from Monday 10:00 on.
    at_the_limit = datetime(2026, 11, 30, 1, 30, tzinfo=UTC)
    assert mark_broken(with_address, at_the_limit) == 0
    assert mark_broken(with_address, at_the_limit + MINUTE) == 1
    assert mark_broken(with_address, at_the_limit + MINUTE) == 0
    conversation.refresh_from_db()
    assert conversation.broken_at == at_the_limit + MINUTE
    send_due(with_address, at_the_limit + MINUTE)
    assert [each.to for each in mail.outbox] == [["sales@example.com"]] * 2


def test_answered_promise_is_not_broken(asked: Conversation, sales: Directory) -> None:
    answer(asked, sales)
    assert mark_broken(sales, MONDAY_10_05 + timedelta(days=30)) == 0


def test_server_that_does_not_answer_is_tried_again_with_growing_pauses(
    asked: Conversation, sales: Directory, monkeypatch
) -> None:
    answer_due(asked, MONDAY_10_05)
    _refuse(monkeypatch, ConnectionRefusedError(111, "Connection refused"))
    send_due(sales, MONDAY_10_05)
    row = OutgoingMail.objects.get()
    assert (row.state, row.due_at, row.attempts) == ("waiting", MONDAY_10_05 + MINUTE, 1)
    assert "Connection refused" in row.error
    send_due(sales, row.due_at)
    row.refresh_from_db()
    assert row.due_at == MONDAY_10_05 + 6 * MINUTE


def test_refused_recipient_is_not_tried_again(
    asked: Conversation, sales: Directory, monkeypatch
) -> None:
    answer_due(asked, MONDAY_10_05)
    refused = smtplib.SMTPRecipientsRefused({"sato@example.jp": (550, b"No such user")})
    _refuse(monkeypatch, refused)
    send_due(sales, MONDAY_10_05)
    assert states() == [("answered", "failed")]
    assert "No such user" in OutgoingMail.objects.get().error


def test_mail_of_a_sender_that_died_is_sent_under_the_same_name(
    asked: Conversation, sales: Directory
) -> None:
    answer_due(asked, MONDAY_10_05)
    OutgoingMail.objects.update(state="in_flight", message_id="<once@localhost>")
    assert send_due(sales, MONDAY_10_05) == 1
    assert mail.outbox[0].message()["Message-ID"] == "<once@localhost>"


def test_only_one_process_sends(asked: Conversation, sales: Directory) -> None:
    answer_due(asked, MONDAY_10_05)
    Lease.objects.create(name="mail", holder="another", until=MONDAY_10_05 + MINUTE)
    assert send_due(sales, MONDAY_10_05) is None
    assert send_due(sales, MONDAY_10_05 + MINUTE) == 1


def test_lease_of_a_clock_that_was_ahead_keeps_nobody_from_sending(
    asked: Conversation, sales: Directory
) -> None:
    answer_due(asked, MONDAY_10_05)
    Lease.objects.create(name="mail", holder="dead", until=MONDAY_10_05 + timedelta(days=365))
    assert send_due(sales, MONDAY_10_05) == 1


def test_process_that_hung_while_it_sent_leaves_the_rest_to_another(
    asked: Conversation, sales: Directory, monkeypatch
) -> None:
    answer_due(asked, MONDAY_10_05)
    answer_due(question(sales, email="suzuki@example.jp"), MONDAY_10_05)

    def send_and_hang(self: EmailMultiAlternatives) -> None:
        Lease.objects.update(holder="another", until=clock.now() + MINUTE)

    monkeypatch.setattr(EmailMultiAlternatives, "send", send_and_hang)
    assert send_due(sales, MONDAY_10_05) == 1
    assert OutgoingMail.objects.filter(state=OutgoingMail.State.WAITING).count() == 1


def _refuse(monkeypatch, error: Exception) -> None:
    def send(self: EmailMultiAlternatives) -> None:
        raise error

    monkeypatch.setattr(EmailMultiAlternatives, "send", send)
