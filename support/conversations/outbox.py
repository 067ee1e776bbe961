"""Put mails into the outbox: rows, in the transaction of what they tell, that the sender takes."""

from __future__ import annotations

from datetime import datetime, timedelta

from support.conversations.models import Conversation, OutgoingMail
from support.directory import Directory
from support.locales.languages import SITE_LANGUAGES

# An answer that the visitor reads within it needs no notice.
BEFORE_A_NOTICE = timedelta(minutes=2)


def tell_answer(conversation: Conversation, number: int, at: datetime) -> None:
    """Have the visitor told of an answer, unless it is read; one notice does for several."""
    if not (conversation.email and conversation.wants_notice):
        return
    kind = OutgoingMail.Kind.ANSWERED
    waiting = conversation.mails.filter(kind=kind, state=OutgoingMail.State.WAITING)
    if not waiting.update(number=number):
        due = at + BEFORE_A_NOTICE
        _add(conversation, kind, conversation.email, conversation.page_language, at, due, number)


def tell_department(
    conversation: Conversation, kind: OutgoingMail.Kind, directory: Directory, at: datetime
) -> None:
    """Have the department told at its e-mail channel, where it has one."""
    address = address_of_department(directory, conversation.department, conversation.language)
    wanted = conversation.language.split("-")[0]
    language = wanted if wanted in SITE_LANGUAGES else "en"
    if address:
        _add(conversation, kind, address, language, at, at, conversation.last_number)


def address_of_department(directory: Directory, department: str, language: str) -> str:
    """Return where the department reads mail in a language; empty where it has no such channel."""
    entry = directory.department(department)
    channels = entry.channels_in(language) if entry else ()
    return next((each.address for each in channels if each.kind == "email" and each.address), "")


def _add(
    conversation: Conversation,
    kind: OutgoingMail.Kind,
    to: str,
    language: str,
    at: datetime,
    due: datetime,
    number: int = 0,
) -> None:
    OutgoingMail.objects.create(
        conversation=conversation,
        kind=kind,
        to=to,
        language=language,
        made_at=at,
        due_at=due,
        number=number,
    )
