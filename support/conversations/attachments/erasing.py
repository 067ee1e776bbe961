"""Files of forms that were never sent go with the next message; the night takes what is left."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from support.conversations.attachments.receiving import KEPT_FOR
from support.conversations.erasing import delete_files
from support.conversations.models import Attachment

# In one go, beside what a visitor waits for.
_AT_ONCE = 20


def erase_forgotten(at: datetime) -> None:
    """Erase some of the files whose message was never sent."""
    forgotten = Attachment.objects.filter(message=None, received_at__lte=at - KEPT_FOR)
    with transaction.atomic():
        rows = list(forgotten.order_by("received_at").values_list("pk", "file")[:_AT_ONCE])
        Attachment.objects.filter(pk__in=[pk for pk, _name in rows], message=None).delete()
        transaction.on_commit(lambda: delete_files(name for _pk, name in rows))
