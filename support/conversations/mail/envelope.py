"""A mail as it is sent: plain text and simple HTML, with headers that keep threads and no loops."""

from __future__ import annotations

import secrets

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string

from support.conversations.mail.words import Words, site_host
from support.conversations.models import OutgoingMail
from support.locales.languages import direction


class HeaderInjection(ValueError):
    """An address with a line break would be a header of its own."""


def envelope(mail: OutgoingMail, words: Words) -> EmailMultiAlternatives:
    """Return the message. All mails of a conversation to one address are one thread.

    What answers machines send is not answered by others (RFC 3834), and nobody is sent a copy.
    """
    for text in (mail.to, words.subject, words.reply_to):
        if "\n" in text or "\r" in text:
            raise HeaderInjection
    if not mail.message_id:
        mail.message_id = f"<{secrets.token_hex(16)}@{site_host()}>"
    thread = f"<conversation-{mail.conversation_id}@{site_host()}>"
    context = {
        "words": words,
        "language": mail.language,
        "direction": direction(mail.language),
    }
    message = EmailMultiAlternatives(
        words.subject,
        render_to_string("conversations/mail/mail.txt", context),
        settings.SERVER_EMAIL,
        [mail.to],
        reply_to=[words.reply_to] if words.reply_to else None,
        headers={
            "Message-ID": mail.message_id,
            "In-Reply-To": thread,
            "References": thread,
            "Auto-Submitted": "auto-generated",
            "X-Auto-Response-Suppress": "All",
            "Content-Language": mail.language,
        },
    )
    message.attach_alternative(
        render_to_string("conversations/mail/mail.html", context), "text/html"
    )
    return message
