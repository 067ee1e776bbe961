"""Everything that changes a conversation, each in one transaction under the lock of its row.

The directory and the instant are arguments: what is promised and counted is of one state of both.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from dateutil.relativedelta import relativedelta
from django.db import IntegrityError, transaction

from support.conversations.models import Conversation, Message, Retention
from support.conversations.models.retention import MONTHS
from support.conversations.open_time import promised_at
from support.conversations.waits import begin_wait, cut_wait, drop_wait, end_wait
from support.directory import Directory


@dataclass(frozen=True, slots=True)
class Opening:
    """What a visitor's form says, checked; `key` tells it from every other: sent twice, taken
    once."""

    department: str
    language: str
    page_language: str
    text: str
    key: str
    topic: str = ""
    zone: str = ""
    name: str = ""
    email: str = ""
    is_held: bool = False


def begin(opening: Opening, directory: Directory, at: datetime) -> Conversation:
    """Begin a conversation with its first message; a form that was taken has begun one already."""
    known = taken_before(opening.key)
    if known:
        return known
    try:
        return _begun(opening, directory, at)
    except IntegrityError:
        # Sent twice at the same time: the other one was first.
        known = taken_before(opening.key)
        if known is None:
            raise
        return known


def taken_before(key: str) -> Conversation | None:
    """Return the conversation that the form with this key has begun, if it has."""
    return Conversation.objects.filter(form_key=key).first()


def _begun(opening: Opening, directory: Directory, at: datetime) -> Conversation:
    with transaction.atomic():
        conversation = Conversation.objects.create(
            form_key=opening.key,
            topic=opening.topic,
            department=opening.department,
            language=opening.language,
            page_language=opening.page_language,
            zone=opening.zone,
            name=opening.name,
            email=opening.email,
            wants_notice=bool(opening.email),
            is_held=opening.is_held,
            created_at=at,
            last_message_at=at,
            promised_at=promised_at(directory, opening.department, opening.language, at),
            revision=directory.revision,
            erase_after=_erase_after(opening.topic, at),
        )
        write_as_visitor(conversation, opening.text, opening.key[:36], directory, at)
    conversation.refresh_from_db()
    return conversation


def write_as_visitor(
    conversation: Conversation, text: str, key: str, directory: Directory, at: datetime
) -> Message:
    """Take a message of the visitor; the same key again returns the one that was taken.

    What was closed is open again.
    """
    with _locked(conversation) as locked:
        known = locked.messages.filter(client_key=key).first()
        if known:
            return known
        if locked.waiting_since is None:
            locked.promised_at = promised_at(directory, locked.department, locked.language, at)
            locked.broken_at = None
        begin_wait(locked, at)
        locked.state = Conversation.State.WAITING
        return _add(locked, at, key, author=Message.Author.VISITOR, text=text)


def write_as_staff(
    conversation: Conversation,
    text: str,
    key: str,
    user_id: int,
    directory: Directory,
    at: datetime,
    *,
    is_note: bool = False,
) -> Message:
    """Take an answer or, with `is_note`, what staff alone see; the first answer ends the wait."""
    with _locked(conversation) as locked:
        known = locked.messages.filter(client_key=key).first()
        if known:
            return known
        if not is_note:
            end_wait(locked, directory, at, user_id)
            locked.state = Conversation.State.ANSWERED
            locked.is_held = False
            if locked.assigned_to_id is None:
                locked.assigned_to_id = user_id
        return _add(
            locked,
            at,
            key,
            author=Message.Author.STAFF,
            user_id=user_id,
            text=text,
            is_note=is_note,
        )


def take(conversation: Conversation, user_id: int, key: str, at: datetime) -> Message:
    """Have a member of staff answer for it; the visitor reads that somebody does."""
    with _locked(conversation) as locked:
        locked.assigned_to_id = user_id
        return _tell(locked, at, key, Message.Event.TAKEN, user_id)


def hold(conversation: Conversation) -> None:
    """Put a conversation into the slow lane; its visitor is not told."""
    with _locked(conversation) as locked:
        locked.is_held = True


def release(conversation: Conversation, user_id: int, key: str, at: datetime) -> Message:
    """Take a conversation out of the slow lane."""
    with _locked(conversation) as locked:
        locked.is_held = False
        return _tell(locked, at, key, Message.Event.RELEASED, user_id)


def hand_over(
    conversation: Conversation,
    department: str,
    language: str,
    user_id: int,
    key: str,
    directory: Directory,
    at: datetime,
) -> Message:
    """Give it to another department or language: nobody has taken it there, and what is promised
    goes by the hours there."""
    with _locked(conversation) as locked:
        cut_wait(locked, directory, at, department, language)
        locked.assigned_to_id = None
        if locked.waiting_since:
            locked.promised_at = promised_at(directory, department, language, at)
            locked.broken_at = None
        return _tell(
            locked,
            at,
            key,
            Message.Event.HANDED_OVER,
            user_id,
            department=department,
            language=language,
        )


def close(
    conversation: Conversation, user_id: int | None, key: str, directory: Directory, at: datetime
) -> Message:
    """Close it, by a member of staff or, without one, by the visitor, whose wait is forgotten."""
    with _locked(conversation) as locked:
        if user_id is None:
            drop_wait(locked)
        else:
            end_wait(locked, directory, at, None)
        locked.state = Conversation.State.CLOSED
        return _tell(locked, at, key, Message.Event.CLOSED, user_id)


def reopen(conversation: Conversation, user_id: int, key: str, at: datetime) -> Message:
    """Open it again, answered as it was: nobody waits until the visitor writes."""
    with _locked(conversation) as locked:
        locked.state = Conversation.State.ANSWERED
        return _tell(locked, at, key, Message.Event.REOPENED, user_id)


@contextmanager
def _locked(conversation: Conversation) -> Iterator[Conversation]:
    with transaction.atomic():
        locked = Conversation.objects.select_for_update().get(pk=conversation.pk)
        yield locked
        locked.save()


def _tell(
    conversation: Conversation,
    at: datetime,
    key: str,
    event: Message.Event,
    user_id: int | None,
    **details: str,
) -> Message:
    known = conversation.messages.filter(client_key=key).first()
    if known:
        return known
    return _add(
        conversation,
        at,
        key,
        author=Message.Author.SYSTEM,
        event=event,
        user_id=user_id,
        **details,
    )


def _add(conversation: Conversation, at: datetime, key: str, **fields: object) -> Message:
    conversation.last_number += 1
    conversation.last_message_at = at
    conversation.erase_after = _erase_after(conversation.topic, at)
    return Message.objects.create(
        conversation=conversation,
        number=conversation.last_number,
        client_key=key,
        written_at=at,
        **fields,
    )


def _erase_after(topic: str, at: datetime) -> datetime:
    chosen = Retention.objects.filter(topic=topic).values_list("months", flat=True).first()
    after: datetime = at + relativedelta(months=chosen or MONTHS)
    return after
