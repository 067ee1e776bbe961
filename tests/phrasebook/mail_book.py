"""What mails say, whole: subject, sentences, and the words of their link."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from typing import Any

from django.template.loader import render_to_string

from support.contact_page import Viewpoint
from support.conversations.mail.words import words_of
from support.conversations.models import Conversation, OutgoingMail
from support.conversations.site.status import status_lines
from support.directory import Directory, Text
from support.locales.formatting import format_duration
from tests.factories import department_entry, directory, served
from tests.phrasebook.situation import TOKYO
from tests.schedule.notation import at

_NOW = at("2026-11-26T11:00Z")
_THREE_DAYS = 3 * 24 * 60 * 60

# When a message is read: on Friday, now, at no set time.
_PROMISES = (at("2026-11-27T01:00Z"), _NOW, None)

_STATES = Conversation.State
_KINDS = OutgoingMail.Kind


def mails_said(language: str) -> Iterator[tuple[str, list[str]]]:
    """Yield a heading and the lines of each mail that visitors and staff get."""
    asked = _directory(language)
    yield "To a visitor: answered", _mail(_KINDS.ANSWERED, asked, language)
    for kind in (_KINDS.ARRIVED, _KINDS.BROKEN):
        yield f"To a department: {kind.value}", _mail(kind, asked, language, _PROMISES[0])
        name = f"To a department: {kind.value}, nothing promised"
        yield name, _mail(kind, asked, language)
    for template in ("invitation", "forgotten_password"):
        for organization in ("Example Hosting", ""):
            context = {
                "organization": organization,
                "sign_in_name": "anna",
                "link": "https://support.example.com/",
                "time": format_duration(_THREE_DAYS, language),
            }
            text = render_to_string(f"people/{template}.txt", context)
            yield f"To staff: {template}, {organization or 'no name'}", _lines(text)


def standings_said(language: str) -> Iterator[str]:
    """Yield what a visitor reads of how a conversation stands, each once."""
    asked = _directory(language)
    for state in (_STATES.WAITING, _STATES.CLOSED):
        for promised in _PROMISES:
            for zone in ("", "America/Sao_Paulo"):
                row = _conversation(promised, state=state, zone=zone, wants_notice=True)
                view = Viewpoint(language, _NOW, zone or None)
                yield from status_lines(row, asked, view)
                yield from status_lines(row, asked, view, is_somebody_here=True)


def _mail(
    kind: OutgoingMail.Kind, asked: Directory, language: str, promised: datetime | None = None
) -> list[str]:
    mail = OutgoingMail(conversation=_conversation(promised), kind=kind, language=language)
    words = words_of(mail, asked, _NOW)
    return [words.subject, *words.sentences, words.link_words]


def _conversation(promised: datetime | None, **columns: Any) -> Conversation:
    return Conversation(
        public_id="example",
        department="desk",
        language="ja",
        email="visitor@example.com",
        promised_at=promised,
        **columns,
    )


def _directory(language: str) -> Directory:
    named = department_entry("desk", served("ja", TOKYO))
    asked = directory(replace(named, name=Text({language: "Example Desk"})))
    return replace(asked, organization=replace(asked.organization, name="Example Hosting"))


def _lines(text: str) -> list[str]:
    return [line for line in text.splitlines() if line]
