"""What staff do with a conversation: each button of its page, by the name that it sends."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from support.conversations import handling, writing
from support.conversations.models import Conversation
from support.directory import Directory

ANSWER, NOTE, INSERT, HAND_OVER = "answer", "note", "insert", "hand_over"


@dataclass(frozen=True, slots=True)
class Doing:
    """Who does something when, to which conversation as they saw it."""

    conversation: Conversation
    user_id: int
    key: str
    seen: int
    directory: Directory
    at: datetime


def answer(doing: Doing, text: str, *, is_note: bool) -> str:
    """Write an answer or a note. Returns what to say of it."""
    writing.write_as_staff(
        doing.conversation,
        text,
        doing.key,
        doing.user_id,
        doing.directory,
        doing.at,
        seen=doing.seen,
        is_note=is_note,
    )
    return _("The note has been saved.") if is_note else _("The answer has been sent.")


def hand_over(doing: Doing, department: str, language: str) -> str:
    """Give it to others. Returns what to say of it."""
    handling.hand_over(
        doing.conversation,
        department,
        language,
        doing.user_id,
        doing.key,
        doing.directory,
        doing.at,
        seen=doing.seen,
    )
    return _("The conversation has been handed over.")


def take(doing: Doing) -> str:
    handling.take(doing.conversation, doing.user_id, doing.key, doing.at, seen=doing.seen)
    return _("This conversation is now assigned to you.")


def close(doing: Doing) -> str:
    handling.close(
        doing.conversation, doing.user_id, doing.key, doing.directory, doing.at, seen=doing.seen
    )
    return _("The conversation has been closed.")


def reopen(doing: Doing) -> str:
    handling.reopen(doing.conversation, doing.user_id, doing.key, doing.at, seen=doing.seen)
    return _("The conversation has been reopened.")


def release(doing: Doing) -> str:
    handling.release(
        doing.conversation, doing.user_id, doing.key, doing.directory, doing.at, seen=doing.seen
    )
    return _("The conversation has been released.")


BUTTONS = {"take": take, "close": close, "reopen": reopen, "release": release}
