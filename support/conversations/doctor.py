"""What can be wrong with conversations; the settings hand these checks to the doctor."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator
from datetime import timedelta

from django.conf import settings
from django.core.files.base import ContentFile

from support import clock
from support.conversations.models import Attachment, Conversation, Lease, OutgoingMail
from support.conversations.models.attachment import attachment_storage

_SENDER_RESTS = timedelta(minutes=10)
_CLEANED_WITHIN = timedelta(days=2)
_LOOKED_AT = 200


def attachments_are_kept() -> Iterator[str]:
    """Write a file, read it and delete it, and look for some of those that rows name."""
    storage, name = attachment_storage(), f"doctor/{secrets.token_hex(8)}"
    try:
        name = storage.save(name, ContentFile(b"doctor"))
        storage.delete(name)
    except OSError as error:
        yield (
            f"Files that visitors send cannot be kept: {error}. Let the user that the server runs "
            "as write to the folder that ATTACHMENTS names; all servers share it."
        )
        return
    last = Attachment.objects.order_by("-pk").values_list("file", flat=True)[:_LOOKED_AT]
    lost = [each for each in last if not storage.exists(each)]
    if lost:
        yield (
            f"{len(lost)} of the last {len(last)} files are not in the storage. Restore the folder "
            "that ATTACHMENTS names from the backup, or mount the one that all servers share."
        )


def cleaning_is_done() -> Iterator[str]:
    lease = Lease.objects.filter(name="cleaning").first()
    late = lease is None or lease.done_at is None or lease.done_at < clock.now() - _CLEANED_WITHIN
    if late and Conversation.objects.exists():
        yield (
            "Conversations have not been cleaned for two days. Run the server with `python -m "
            "portal.serve`, or `manage.py clean_conversations` every night."
        )


def conversation_mail_is_sent() -> Iterator[str]:
    waiting = OutgoingMail.objects.filter(
        state=OutgoingMail.State.WAITING, due_at__lt=clock.now() - _SENDER_RESTS
    ).count()
    failed = OutgoingMail.objects.filter(state=OutgoingMail.State.FAILED).count()
    if waiting:
        yield (
            f"{waiting} mails of conversations have been due for ten minutes. Check that the "
            "server runs with `python -m portal.serve`, and correct EMAIL_URL."
        )
    if failed:
        yield (
            f"{failed} mails of conversations could not be sent. The desk’s page “Outgoing emails” "
            "says why."
        )


def site_address_is_stated() -> Iterator[str]:
    is_local = settings.SITE_ADDRESS.startswith(("http://localhost", "http://127."))
    if settings.HTTPS and is_local:
        yield (
            f"Links in mails lead to {settings.SITE_ADDRESS}. Set SITE_ADDRESS to where visitors "
            "find the site."
        )


CHECKS: dict[str, Callable[[], Iterator[str]]] = {
    "attachments": attachments_are_kept,
    "cleaning": cleaning_is_done,
    "conversation mail": conversation_mail_is_sent,
    "site address": site_address_is_stated,
}
