"""The messages of a conversation as staff read them."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from support.conversations.desk.words import StaffView, name_of, who_is
from support.conversations.models import Conversation, Message
from support.locales.formatting import format_moment_in_full


@dataclass(frozen=True, slots=True)
class File:
    name: str
    address: str
    size: int


@dataclass(frozen=True, slots=True)
class Entry:
    """A message, note or event; `is_new` where it came after who writes had looked."""

    number: int
    kind: str
    by: str
    moment: str
    at: str
    text: str
    files: tuple[File, ...]
    is_new: bool


def entries(conversation: Conversation, view: StaffView, seen: int | None = None) -> list[Entry]:
    """Return all of it, oldest first, in two queries."""
    rows = conversation.messages.select_related("user").prefetch_related("attachments")
    return [_entry(row, conversation, view, seen) for row in rows]


def _entry(row: Message, conversation: Conversation, view: StaffView, seen: int | None) -> Entry:
    is_visitor = row.author == Message.Author.VISITOR
    return Entry(
        row.number,
        "note" if row.is_note else row.author,
        who_is(conversation) if is_visitor else name_of(row.user),
        format_moment_in_full(row.written_at, view.zone, view.language),
        row.written_at.isoformat(),
        row.text if row.author != Message.Author.SYSTEM else event_in_words(row, view),
        tuple(
            File(
                each.name,
                reverse(
                    "admin:conversation_attachment", args=[conversation.public_id, each.number]
                ),
                each.size,
            )
            for each in row.attachments.all()
        ),
        seen is not None and row.number > seen,
    )


def event_in_words(row: Message, view: StaffView) -> str:
    """Return what happened, in the words of staff; by whom stands beside it."""
    match row.event:
        case Message.Event.TAKEN:
            return _("Took on the conversation.")
        case Message.Event.HANDED_OVER:
            return _("Handed over to {department}, {language}.").format(
                department=view.department(row.department),
                language=view.language_name(row.language),
            )
        case Message.Event.CLOSED:
            return _("Closed the conversation.")
        case Message.Event.REOPENED:
            return _("Reopened the conversation.")
        case Message.Event.RELEASED:
            return _("Released the conversation.")
        case _:
            return ""
