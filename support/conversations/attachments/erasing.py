"""Files go when their rows go, and only then: after the rows are gone for good."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from support.conversations.attachments.receiving import KEPT_FOR
from support.conversations.models import Attachment, Conversation
from support.conversations.models.attachment import attachment_storage

# In one go, beside what a visitor waits for.
_AT_ONCE = 20


def erase_conversation(conversation: Conversation) -> None:
    """Erase a conversation with all that belongs to it."""
    with transaction.atomic():
        names = list(Attachment.objects.filter(conversation=conversation).values_list("file"))
        conversation.delete()
        transaction.on_commit(lambda: _delete(name for (name,) in names))


def erase_forgotten(at: datetime) -> None:
    """Erase some of the files whose message was never sent."""
    forgotten = Attachment.objects.filter(message=None, received_at__lte=at - KEPT_FOR)
    with transaction.atomic():
        rows = list(forgotten.order_by("received_at").values_list("pk", "file")[:_AT_ONCE])
        Attachment.objects.filter(pk__in=[pk for pk, _name in rows], message=None).delete()
        transaction.on_commit(lambda: _delete(name for _pk, name in rows))


def _delete(names: Iterable[str]) -> None:
    storage = attachment_storage()
    for name in names:
        storage.delete(name)
