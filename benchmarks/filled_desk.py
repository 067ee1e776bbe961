"""Fills a portal with conversations, 400 of them waiting, and signs somebody in who answers:
`python -m benchmarks.filled_desk NUMBER`."""

from __future__ import annotations

import sys
from datetime import timedelta
from typing import Any

import django

django.setup()

from django.conf import settings  # noqa: E402
from django.contrib.auth.models import User  # noqa: E402
from django.test import Client  # noqa: E402

from support import clock  # noqa: E402
from support.conversations.models import Conversation, Message, Wait, WaitPart  # noqa: E402

WAITING = 400
_BATCH = 1000


def main(number: int) -> None:
    now = clock.now()
    rows = _kept(Conversation, (_conversation(each, now) for each in range(number)))
    written = (message for row in rows for message in _messages(row))
    _kept(Message, written)
    waits = _kept(
        Wait, (Wait(conversation=row, since=row.created_at) for row in rows if row.waiting_since)
    )
    _kept(
        WaitPart,
        (
            WaitPart(
                wait=wait,
                department=wait.conversation.department,
                language=wait.conversation.language,
                since=wait.since,
            )
            for wait in waits
        ),
    )
    client = Client()
    user = User.objects.create_superuser("mika")
    client.force_login(user, "django.contrib.auth.backends.ModelBackend")
    print(client.cookies[settings.SESSION_COOKIE_NAME].value)


def _conversation(each: int, now: Any) -> Conversation:
    at = now - timedelta(minutes=each)
    is_waiting = each < WAITING
    return Conversation(
        department="sales" if each % 2 else "customer-support",
        language="en",
        page_language="en",
        email="visitor@example.com",
        state=Conversation.State.WAITING if is_waiting else Conversation.State.ANSWERED,
        last_number=1 if is_waiting else 2,
        created_at=at,
        last_message_at=at,
        waiting_since=at if is_waiting else None,
        promised_at=at,
        revision=1,
        erase_after=now + timedelta(days=700),
    )


def _messages(row: Conversation) -> list[Message]:
    authors = (Message.Author.VISITOR, Message.Author.STAFF)[: row.last_number]
    return [
        Message(
            conversation=row,
            number=number,
            client_key=str(number),
            author=author,
            text="A question about prices.",
            written_at=row.created_at,
        )
        for number, author in enumerate(authors, start=1)
    ]


def _kept(model: Any, rows: Any) -> list[Any]:
    return list(model.objects.bulk_create(rows, batch_size=_BATCH))


main(int(sys.argv[1]))
