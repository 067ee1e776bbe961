"""What each mail says, in the language of who reads it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit

from django.conf import settings
from django.utils.translation import gettext as _

from support.conversations.access import entrance_path
from support.conversations.models import Conversation, OutgoingMail
from support.conversations.open_time import served_in
from support.conversations.outbox import address_of_department
from support.directory import Directory
from support.locales.formatting import format_moment
from support.locales.languages import language_name
from support.locales.plain_text import one_line
from support.locales.zones import UTC, zone_name


@dataclass(frozen=True, slots=True)
class Words:
    """A mail in words; `reply_to` is empty where nobody reads what is replied."""

    subject: str
    sentences: tuple[str, ...]
    link: str
    link_words: str
    reply_to: str = ""


def words_of(mail: OutgoingMail, directory: Directory, at: datetime) -> Words:
    """Return what a mail says, in the language that is active. A visitor's gets a new link."""
    conversation = mail.conversation
    if mail.kind in (OutgoingMail.Kind.ARRIVED, OutgoingMail.Kind.BROKEN):
        return _to_department(mail, directory, at)
    address = address_of_department(directory, conversation.department, conversation.language)
    name = _department(conversation, directory, mail.language)
    organization = one_line(directory.organization.name) or site_host()
    subject = _("{organization}: your message has been answered")
    told = _("{department} has answered your message.")
    return Words(
        one_line(subject.format(organization=organization)),
        (
            told.format(department=name),
            _("This link is just for you and works for 30 days. Please don’t share it."),
            *(
                []
                if address
                else [_("Replies to this email aren’t read. To write back, please use the link.")]
            ),
        ),
        f"{settings.SITE_ADDRESS}{entrance_path(conversation, mail.language)}",
        _("Read and reply"),
        address,
    )


def _to_department(mail: OutgoingMail, directory: Directory, at: datetime) -> Words:
    conversation = mail.conversation
    name = _department(conversation, directory, mail.language)
    spoken = language_name(conversation.language, mail.language)
    if mail.kind == OutgoingMail.Kind.ARRIVED:
        subject = _("New message for {department}, {language}")
        told = _("A visitor has written to {department} in {language}.")
    else:
        subject = _("Overdue: a message for {department}, {language}")
        told = _("A visitor is still waiting for an answer from {department} in {language}.")
    when = _promise(conversation, directory, mail.language)
    return Words(
        one_line(subject.format(department=name, language=spoken)),
        (told.format(department=name, language=spoken), when),
        f"{settings.SITE_ADDRESS}/admin/conversations/{conversation.public_id}/",
        _("Open in the admin area"),
    )


def _promise(conversation: Conversation, directory: Directory, language: str) -> str:
    """Return what the visitor was promised, on the clock of the hours if they have only one."""
    promised = conversation.promised_at
    served = served_in(directory, conversation.department, conversation.language)
    if not (promised and served):
        return _("No time was promised, because this language has no set hours.")
    zone = next(iter(served.zones)) if len(served.zones) == 1 else UTC
    return _("The visitor was told when the message would be read: {moment} ({zone}).").format(
        moment=format_moment(promised, zone, language, None), zone=zone_name(zone, language)
    )


def _department(conversation: Conversation, directory: Directory, language: str) -> str:
    entry = directory.department(conversation.department)
    return one_line((entry.name.read(language) if entry else "") or conversation.department)


def site_host() -> str:
    """Return the name of the site's host, for names of mails."""
    return urlsplit(settings.SITE_ADDRESS).hostname or "localhost"
