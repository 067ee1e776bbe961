"""A conversation as its visitor sees it: without notes of staff, on the visitor's clock."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from django.urls import reverse
from django.utils.translation import gettext as _

from support.contact_page.lines.department_clock import department_clock
from support.conversations.models import Attachment, Conversation, Message
from support.directory import Directory
from support.locales.formatting import format_wall_moment
from support.locales.languages import language_name

# What staff do with the slow lane is no visitor's concern.
_UNSEEN = (Message.Event.RELEASED,)


@dataclass(frozen=True, slots=True)
class ShownFile:
    name: str
    path: str
    size: int
    is_picture: bool


@dataclass(frozen=True, slots=True)
class ShownMessage:
    """`who` wrote it; `at` is on the visitor's clock, `when` the same in words of `language`."""

    number: int
    author: str
    who: str
    text: str
    at: datetime
    language: str
    files: tuple[ShownFile, ...]

    @property
    def when(self) -> str:
        return format_wall_moment(self.at, self.language)


def shown_messages(
    conversation: Conversation, directory: Directory, language: str, after: int = 0
) -> list[ShownMessage]:
    """Return what came after the message with this number, with two queries."""
    rows = conversation.messages.filter(number__gt=after, is_note=False).exclude(event__in=_UNSEEN)
    messages = list(rows.order_by("number").select_related("user"))
    files = _files_by_message(conversation, messages, language)
    zone = ZoneInfo(clock_of(conversation, directory))
    department = department_name(conversation, directory, language)
    return [
        ShownMessage(
            each.number,
            each.author,
            _who(each, department),
            each.text or _told(each, directory, language),
            each.written_at.astimezone(zone),
            language,
            tuple(files.get(each.pk, ())),
        )
        for each in messages
    ]


def clock_of(conversation: Conversation, directory: Directory) -> str:
    """Return the visitor's clock; where it is not known, that of the department."""
    entry = directory.department(conversation.department)
    return conversation.zone or (department_clock(entry) if entry else "UTC")


def department_name(conversation: Conversation, directory: Directory, language: str) -> str:
    return _name(conversation.department, directory, language)


def _name(slug: str, directory: Directory, language: str) -> str:
    entry = directory.department(slug)
    return entry.name.read(language) if entry else slug


def _who(message: Message, department: str) -> str:
    match message.author:
        case Message.Author.VISITOR:
            # Translators: who wrote a message, to the reader who did.
            return _("You")
        case Message.Author.STAFF:
            return (message.user.get_full_name() if message.user else "") or department
        case _:
            return ""


def _told(message: Message, directory: Directory, language: str) -> str:
    """Return what the portal tells, in the reader's language."""
    match message.event:
        case Message.Event.TAKEN:
            name = message.user.get_full_name() if message.user else ""
            if not name:
                return _("Someone is now looking after your conversation.")
            return _("%(name)s is now looking after your conversation.") % {"name": name}
        case Message.Event.HANDED_OVER:
            return _("Your conversation is now with %(department)s (%(language)s).") % {
                "department": _name(message.department, directory, language),
                "language": language_name(message.language, language),
            }
        case Message.Event.CLOSED:
            return _("The conversation was closed.")
        case Message.Event.REOPENED:
            return _("The conversation was reopened.")
        case _:
            return ""


def _files_by_message(
    conversation: Conversation, messages: Iterable[Message], language: str
) -> dict[int, list[ShownFile]]:
    by_message: dict[int, list[ShownFile]] = {}
    shown = {each.pk for each in messages}
    for file in conversation.attachments.order_by("number"):
        if file.message_id in shown:
            by_message.setdefault(file.message_id, []).append(_file(conversation, file, language))
    return by_message


def _file(conversation: Conversation, file: Attachment, language: str) -> ShownFile:
    where = [language, conversation.public_id, file.number, file.name]
    path = reverse("conversation_attachment", args=where)
    return ShownFile(file.name, path, file.size, file.is_picture)
