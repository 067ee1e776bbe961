"""What visitors and staff write, each message under the lock of its conversation.

The directory and the instant are arguments: what is promised and counted is of one state of both.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError, transaction

from support.conversations.changing import add, changed, erase_after, lock
from support.conversations.models import Conversation, Message, OutgoingMail
from support.conversations.open_time import promised_at
from support.conversations.outbox import tell_answer, tell_department
from support.conversations.waits import begin_wait, end_wait
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
            erase_after=erase_after(opening.topic, at),
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
    with changed(conversation, key, None) as (locked, known):
        if known:
            return known
        is_new_wait = locked.waiting_since is None
        if is_new_wait:
            locked.promised_at = promised_at(directory, locked.department, locked.language, at)
            locked.broken_at = None
        begin_wait(locked, at)
        locked.state = Conversation.State.WAITING
        message = add(locked, at, key, author=Message.Author.VISITOR, text=text)
        if is_new_wait and not locked.is_held:
            tell_department(locked, OutgoingMail.Kind.ARRIVED, directory, at)
        return message


def want_notice(conversation: Conversation, email: str) -> None:
    """Have the visitor told by mail of what is answered from now on."""
    with lock(conversation) as locked:
        locked.email, locked.wants_notice = email, True


def write_as_staff(
    conversation: Conversation,
    text: str,
    key: str,
    user_id: int,
    directory: Directory,
    at: datetime,
    *,
    seen: int | None = None,
    is_note: bool = False,
) -> Message:
    """Take an answer or, with `is_note`, what staff alone see; the first answer ends the wait.

    `seen`, here and below, is the number of the last message that was seen: raises NewerMessages
    where there are others by now.
    """
    with changed(conversation, key, seen) as (locked, known):
        if known:
            return known
        if not is_note:
            end_wait(locked, directory, at, user_id)
            locked.state = Conversation.State.ANSWERED
            locked.is_held = False
            if locked.assigned_to_id is None:
                locked.assigned_to_id = user_id
        message = add(
            locked,
            at,
            key,
            author=Message.Author.STAFF,
            user_id=user_id,
            text=text,
            is_note=is_note,
        )
        if not is_note:
            tell_answer(locked, message.number, at)
        return message
