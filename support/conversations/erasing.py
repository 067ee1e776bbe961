"""Erase conversations with all that belongs to them, their files included."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from functools import partial

from django.db import transaction
from django.db.models import QuerySet

from support.conversations.models import Attachment, Conversation
from support.conversations.models.attachment import attachment_storage

_log = logging.getLogger("support.conversations")


def erase(conversations: QuerySet[Conversation]) -> int:
    """Erase them now; returns how many. Files go once the rows are gone for good."""
    with transaction.atomic():
        keys = list(conversations.values_list("pk", flat=True))
        files = Attachment.objects.filter(conversation__in=keys).values_list("file", flat=True)
        transaction.on_commit(partial(delete_files, list(files)))
        Conversation.objects.filter(pk__in=keys).delete()
    return len(keys)


def delete_files(names: Iterable[str]) -> None:
    """Delete files of the storage; one that stays is found by the nightly cleaning."""
    storage = attachment_storage()
    for name in names:
        try:
            storage.delete(name)
        except OSError as error:
            _log.warning("The file %s could not be deleted: %s", name, error)
