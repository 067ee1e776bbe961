from __future__ import annotations

import secrets

from django.core.files.storage import Storage, storages
from django.db import models
from django.utils.translation import gettext_lazy as _

from support.conversations.models.conversation import Conversation
from support.conversations.models.message import Message


def attachment_storage() -> Storage:
    """Return the storage of files that people sent: never one that a server hands out by itself."""
    return storages["attachments"]


def random_name(attachment: Attachment, name: str) -> str:
    """Return a name that tells nothing: two letters of folder and 128 random bits."""
    token = secrets.token_hex(16)
    return f"{token[:2]}/{token}"


class Attachment(models.Model):
    """A file that came with a message, after it was judged; pictures are made anew.

    Before its message is sent it is kept under the key of the form, for an hour.
    """

    conversation = models.ForeignKey(
        Conversation, models.CASCADE, null=True, related_name="attachments"
    )
    message = models.ForeignKey(Message, models.CASCADE, null=True, related_name="attachments")
    form_key = models.CharField(max_length=36, blank=True, db_index=True)
    # Counts from 1 in the conversation; it is in the file's address.
    number = models.PositiveIntegerField(default=0)
    name = models.CharField(_("file name"), max_length=120)
    content_type = models.CharField(max_length=40)
    is_picture = models.BooleanField(default=False)
    size = models.PositiveIntegerField(_("size"))  # in bytes
    file = models.FileField(storage=attachment_storage, upload_to=random_name, max_length=80)
    received_at = models.DateTimeField()

    class Meta:
        verbose_name = _("attachment")
        verbose_name_plural = _("attachments")
        ordering = ["conversation", "number", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["conversation", "number"],
                condition=models.Q(conversation__isnull=False),
                name="attachment_number",
            )
        ]

    def __str__(self) -> str:
        return self.name
