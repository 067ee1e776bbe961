"""A visitor's waits: begun, cut by a transfer, and ended by an answer."""

from __future__ import annotations

from datetime import datetime

from support.conversations.models import Conversation, Wait, WaitPart
from support.conversations.open_time import open_seconds, served_in
from support.directory import Directory


def begin_wait(conversation: Conversation, at: datetime) -> None:
    """Begin to count, unless the visitor waits already."""
    if conversation.waiting_since is None:
        conversation.waiting_since = at
        wait = Wait.objects.create(conversation=conversation, since=at)
        _begin_part(wait, conversation, at)


def cut_wait(
    conversation: Conversation, directory: Directory, at: datetime, department: str, language: str
) -> None:
    """Have the time from now on belong to another department or language."""
    wait = conversation.waits.filter(until=None).first()
    if wait:
        _end_part(wait, directory, at)
    conversation.department, conversation.language = department, language
    if wait:
        _begin_part(wait, conversation, at)


def end_wait(
    conversation: Conversation, directory: Directory, at: datetime, user_id: int | None
) -> None:
    """Freeze the wait that is open, if any; without a user nobody has answered."""
    conversation.waiting_since = None
    wait = conversation.waits.filter(until=None).first()
    if wait is None:
        return
    _end_part(wait, directory, at)
    lengths = list(wait.parts.values_list("open_seconds", flat=True))
    stated = [length for length in lengths if length is not None]
    served = served_in(directory, conversation.department, conversation.language)
    wait.until, wait.answered_by_id, wait.revision = at, user_id, directory.revision
    wait.is_answered = user_id is not None
    wait.open_seconds = sum(stated) if len(stated) == len(lengths) else None
    wait.is_outside_hours = served is not None and not served.timetable.is_open(at)
    wait.save()


def drop_wait(conversation: Conversation) -> None:
    """Forget the wait that is open: the visitor no longer asks for an answer."""
    conversation.waiting_since = None
    conversation.waits.filter(until=None).delete()


def _begin_part(wait: Wait, conversation: Conversation, at: datetime) -> None:
    WaitPart.objects.create(
        wait=wait,
        department=conversation.department,
        language=conversation.language,
        since=at,
    )


def _end_part(wait: Wait, directory: Directory, at: datetime) -> None:
    for part in wait.parts.filter(until=None):
        part.until = at
        part.open_seconds = open_seconds(directory, part.department, part.language, part.since, at)
        part.save()
