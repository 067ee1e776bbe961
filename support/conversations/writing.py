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

from support.conversations.models import Conversation, Message, OutgoingMail, Retention
from support.conversations.models.retention import MONTHS
from support.conversations.open_time import promised_at
from support.conversations.outbox import tell_answer, tell_department
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


class NewerMessages(Exception):
    """Somebody wrote since who writes now has looked; nothing was changed."""


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
    with _changed(conversation, key, None) as (locked, known):
        if known:
            return known
        is_new_wait = locked.waiting_since is None
        if is_new_wait:
            locked.promised_at = promised_at(directory, locked.department, locked.language, at)
            locked.broken_at = None
        begin_wait(locked, at)
        locked.state = Conversation.State.WAITING
        message = _add(locked, at, key, author=Message.Author.VISITOR, text=text)
        if is_new_wait and not locked.is_held:
            tell_department(locked, OutgoingMail.Kind.ARRIVED, directory, at)
        return message


def want_notice(conversation: Conversation, email: str) -> None:
    """Have the visitor told by mail of what is answered from now on."""
    with _locked(conversation) as locked:
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
    with _changed(conversation, key, seen) as (locked, known):
        if known:
            return known
        if not is_note:
            end_wait(locked, directory, at, user_id)
            locked.state = Conversation.State.ANSWERED
            locked.is_held = False
            if locked.assigned_to_id is None:
                locked.assigned_to_id = user_id
        message = _add(
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


def take(
    conversation: Conversation, user_id: int, key: str, at: datetime, *, seen: int | None = None
) -> Message:
    """Have a member of staff answer for it; the visitor reads that somebody does."""
    with _changed(conversation, key, seen) as (locked, known):
        if known:
            return known
        locked.assigned_to_id = user_id
        return _tell(locked, at, key, Message.Event.TAKEN, user_id)


def hold(conversation: Conversation) -> None:
    """Put a conversation into the slow lane; its visitor is not told."""
    Conversation.objects.filter(pk=conversation.pk).update(is_held=True)


def release(
    conversation: Conversation,
    user_id: int,
    key: str,
    directory: Directory,
    at: datetime,
    *,
    seen: int | None = None,
) -> Message:
    """Take a conversation out of the slow lane; only now is the department told of it."""
    with _changed(conversation, key, seen) as (locked, known):
        if known:
            return known
        locked.is_held = False
        if locked.waiting_since:
            tell_department(locked, OutgoingMail.Kind.ARRIVED, directory, at)
        return _tell(locked, at, key, Message.Event.RELEASED, user_id)


def hand_over(
    conversation: Conversation,
    department: str,
    language: str,
    user_id: int,
    key: str,
    directory: Directory,
    at: datetime,
    *,
    seen: int | None = None,
) -> Message:
    """Give it to another department or language: nobody has taken it there, and what is promised
    goes by the hours there."""
    with _changed(conversation, key, seen) as (locked, known):
        if known:
            return known
        cut_wait(locked, directory, at, department, language)
        locked.assigned_to_id = None
        if locked.waiting_since:
            locked.promised_at = promised_at(directory, department, language, at)
            locked.broken_at = None
            if not locked.is_held:
                tell_department(locked, OutgoingMail.Kind.ARRIVED, directory, at)
        details = {"department": department, "language": language}
        return _tell(locked, at, key, Message.Event.HANDED_OVER, user_id, **details)


def close(
    conversation: Conversation,
    user_id: int | None,
    key: str,
    directory: Directory,
    at: datetime,
    *,
    seen: int | None = None,
) -> Message:
    """Close it, by a member of staff or, without one, by the visitor, whose wait is forgotten."""
    with _changed(conversation, key, seen) as (locked, known):
        if known:
            return known
        if user_id is None:
            drop_wait(locked)
        else:
            end_wait(locked, directory, at, None)
        locked.state = Conversation.State.CLOSED
        return _tell(locked, at, key, Message.Event.CLOSED, user_id)


def reopen(
    conversation: Conversation, user_id: int, key: str, at: datetime, *, seen: int | None = None
) -> Message:
    """Open it again, answered as it was: nobody waits until the visitor writes.

    What the visitor has opened in the meantime by writing stays as it is.
    """
    with _changed(conversation, key, seen) as (locked, known):
        if known:
            return known
        if locked.state == Conversation.State.CLOSED:
            locked.state = Conversation.State.ANSWERED
        return _tell(locked, at, key, Message.Event.REOPENED, user_id)


@contextmanager
def _locked(conversation: Conversation) -> Iterator[Conversation]:
    with transaction.atomic():
        locked = Conversation.objects.select_for_update().get(pk=conversation.pk)
        yield locked
        locked.save()


@contextmanager
def _changed(
    conversation: Conversation, key: str, seen: int | None
) -> Iterator[tuple[Conversation, Message | None]]:
    """Give the locked row, and what was done already with the same key."""
    with _locked(conversation) as locked:
        known = locked.messages.filter(client_key=key).first()
        if known is None:
            _refuse_unseen(locked, seen)
        yield locked, known


def _refuse_unseen(conversation: Conversation, seen: int | None) -> None:
    if seen is not None and conversation.last_number > seen:
        raise NewerMessages


def _tell(
    conversation: Conversation,
    at: datetime,
    key: str,
    event: Message.Event,
    user_id: int | None,
    **details: str,
) -> Message:
    author = Message.Author.SYSTEM
    return _add(conversation, at, key, author=author, event=event, user_id=user_id, **details)


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
