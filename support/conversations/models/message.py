from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from support.conversations.models.conversation import Conversation

MOST_CHARACTERS = 10_000


class Message(models.Model):
    """One message of a conversation; its number counts from 1 in the conversation."""

    class Author(models.TextChoices):
        VISITOR = "visitor", _("Visitor")
        STAFF = "staff", _("Staff")
        SYSTEM = "system", _("Portal")

    class Event(models.TextChoices):
        """What the portal tells in the reader's language; such a message has no text."""

        TAKEN = "taken", _("Assigned")
        HANDED_OVER = "handed_over", _("Handed over")
        CLOSED = "closed", pgettext_lazy("a conversation", "Closed")
        REOPENED = "reopened", _("Reopened")
        RELEASED = "released", _("Released")

    conversation = models.ForeignKey(Conversation, models.CASCADE, related_name="messages")
    number = models.PositiveIntegerField()
    # What is sent twice has the same.
    client_key = models.CharField(max_length=36)
    author = models.CharField(max_length=7, choices=Author)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    # Seen by staff alone.
    is_note = models.BooleanField(default=False)
    text = models.TextField(_("message"), blank=True, max_length=MOST_CHARACTERS)
    event = models.CharField(max_length=11, choices=Event, blank=True)
    # Of a message that was handed over: the short name and the language that it went to.
    department = models.SlugField(blank=True, db_index=False)
    language = models.CharField(max_length=35, blank=True)
    written_at = models.DateTimeField()

    class Meta:
        verbose_name = _("message")
        verbose_name_plural = _("messages")
        ordering = ["conversation", "number"]
        constraints = [
            models.UniqueConstraint(fields=["conversation", "number"], name="message_number"),
            models.UniqueConstraint(fields=["conversation", "client_key"], name="message_once"),
        ]

    def __str__(self) -> str:
        return f"{self.conversation} {self.number}"
