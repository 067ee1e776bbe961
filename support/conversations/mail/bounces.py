"""Read reports of mails that could not be delivered after all (RFC 3464), as mail servers send
them."""

from __future__ import annotations

from collections.abc import Iterator
from email import message_from_bytes, message_from_string, policy
from email.message import EmailMessage, Message

from support.conversations.models import OutgoingMail
from support.locales.plain_text import one_line

_LONGEST = 500


def note_bounce(report: bytes) -> OutgoingMail | None:
    """Mark the mail that a report says has failed, so that the desk tells of it; return it.

    A report names a mail by its Message-ID, which nobody can guess. One that says that a mail is
    late, or is of no mail of this portal, changes nothing.
    """
    message = message_from_bytes(report, policy=policy.default)
    reason = _reason(message)
    if not reason:
        return None
    mail = OutgoingMail.objects.filter(message_id__in=[*_names(message)]).first()
    if mail:
        mail.state, mail.error = OutgoingMail.State.FAILED, reason
        mail.save()
    return mail


def _reason(message: EmailMessage) -> str:
    """Return why the mail failed, as the mail server that refused it said."""
    for part in message.walk():
        if part.get_content_type() == "message/delivery-status":
            for recipient in part.get_payload():
                if _said(recipient, "Action").casefold() == "failed":
                    status, why = _said(recipient, "Status"), _said(recipient, "Diagnostic-Code")
                    return one_line(f"{status} {why}")[:_LONGEST] or "failed"
    return ""


def _said(part: Message | str, name: str) -> str:
    return str(part.get(name, "")).strip() if isinstance(part, Message) else ""


def _names(message: EmailMessage) -> Iterator[str]:
    """Yield the Message-ID of what came back: a report has it whole, or its head."""
    for part in message.walk():
        if part.get_content_type() == "text/rfc822-headers":
            yield _said(message_from_string(str(part.get_payload())), "Message-ID")
        elif part is not message and part["Message-ID"]:
            yield _said(part, "Message-ID")
