"""What becomes of a conversation besides what is written in it: who has it, whether it is open."""

from __future__ import annotations

from datetime import datetime

from support.conversations.changing import changed, tell
from support.conversations.models import Conversation, Message, OutgoingMail
from support.conversations.open_time import promised_at
from support.conversations.outbox import tell_department
from support.conversations.waits import cut_wait, drop_wait, end_wait
from support.directory import Directory


def take(
    conversation: Conversation, user_id: int, key: str, at: datetime, *, seen: int | None = None
) -> Message:
    """Have a member of staff answer for it; the visitor reads that somebody does."""
    with changed(conversation, key, seen) as (locked, known):
        if known:
            return known
        locked.assigned_to_id = user_id
        return tell(locked, at, key, Message.Event.TAKEN, user_id)


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
    with changed(conversation, key, seen) as (locked, known):
        if known:
            return known
        locked.is_held = False
        if locked.waiting_since:
            tell_department(locked, OutgoingMail.Kind.ARRIVED, directory, at)
        return tell(locked, at, key, Message.Event.RELEASED, user_id)


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
    with changed(conversation, key, seen) as (locked, known):
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
        return tell(locked, at, key, Message.Event.HANDED_OVER, user_id, **details)


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
    with changed(conversation, key, seen) as (locked, known):
        if known:
            return known
        if user_id is None:
            drop_wait(locked)
        else:
            end_wait(locked, directory, at, None)
        locked.state = Conversation.State.CLOSED
        return tell(locked, at, key, Message.Event.CLOSED, user_id)


def reopen(
    conversation: Conversation, user_id: int, key: str, at: datetime, *, seen: int | None = None
) -> Message:
    """Open it again, answered as it was: nobody waits until the visitor writes.

    What the visitor has opened in the meantime by writing stays as it is.
    """
    with changed(conversation, key, seen) as (locked, known):
        if known:
            return known
        if locked.state == Conversation.State.CLOSED:
            locked.state = Conversation.State.ANSWERED
        return tell(locked, at, key, Message.Event.REOPENED, user_id)
