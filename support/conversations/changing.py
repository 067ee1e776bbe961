"""One change of a conversation: in one transaction, under the lock of its row, taken once.

Every change of a conversation is made within `changed`, or `lock` where it is no message.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from dateutil.relativedelta import relativedelta
from django.db import transaction

from support.conversations.models import Conversation, Message, Retention
from support.conversations.models.retention import MONTHS


class NewerMessages(Exception):
    """Somebody wrote since who writes now has looked; nothing was changed."""


@contextmanager
def lock(conversation: Conversation) -> Iterator[Conversation]:
    with transaction.atomic():
        locked = Conversation.objects.select_for_update().get(pk=conversation.pk)
        yield locked
        locked.save()


@contextmanager
def changed(
    conversation: Conversation, key: str, seen: int | None
) -> Iterator[tuple[Conversation, Message | None]]:
    """Give the locked row, and what was done already with the same key."""
    with lock(conversation) as locked:
        known = locked.messages.filter(client_key=key).first()
        if known is None:
            _refuse_unseen(locked, seen)
        yield locked, known


def _refuse_unseen(conversation: Conversation, seen: int | None) -> None:
    if seen is not None and conversation.last_number > seen:
        raise NewerMessages


def tell(
    conversation: Conversation,
    at: datetime,
    key: str,
    event: Message.Event,
    user_id: int | None,
    **details: str,
) -> Message:
    author = Message.Author.SYSTEM
    return add(conversation, at, key, author=author, event=event, user_id=user_id, **details)


def add(conversation: Conversation, at: datetime, key: str, **fields: object) -> Message:
    conversation.last_number += 1
    conversation.last_message_at = at
    conversation.erase_after = erase_after(conversation.topic, at)
    return Message.objects.create(
        conversation=conversation,
        number=conversation.last_number,
        client_key=key,
        written_at=at,
        **fields,
    )


def erase_after(topic: str, at: datetime) -> datetime:
    chosen = Retention.objects.filter(topic=topic).values_list("months", flat=True).first()
    after: datetime = at + relativedelta(months=chosen or MONTHS)
    return after
