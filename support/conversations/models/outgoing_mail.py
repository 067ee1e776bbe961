from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from support.conversations.models.conversation import Conversation


class OutgoingMail(models.Model):
    """A mail that is to be sent, from when it is due until it was sent or is no longer needed."""

    class Kind(models.TextChoices):
        ANSWERED = "answered", _("Answer notification")
        ARRIVED = "arrived", _("New message")
        BROKEN = "broken", _("Overdue message")

    class State(models.TextChoices):
        WAITING = "waiting", _("Waiting")
        IN_FLIGHT = "in_flight", _("Sending")
        SENT = "sent", _("Sent")
        FAILED = "failed", _("Failed")
        UNNEEDED = "unneeded", _("No longer needed")

    kind = models.CharField(_("kind"), max_length=8, choices=Kind)
    state = models.CharField(_("state"), max_length=9, choices=State, default=State.WAITING)
    conversation = models.ForeignKey(Conversation, models.CASCADE, related_name="mails")
    # The number of the message that it tells of; one mail tells of all that came after it, too.
    number = models.PositiveIntegerField(default=0)
    to = models.EmailField(_("recipient"))
    language = models.CharField(_("language"), max_length=2)
    message_id = models.CharField(max_length=120, blank=True)
    due_at = models.DateTimeField(_("due"))
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    error = models.TextField(_("error"), blank=True)
    made_at = models.DateTimeField(_("created"))
    sent_at = models.DateTimeField(_("sent"), null=True)

    class Meta:
        verbose_name = _("outgoing email")
        verbose_name_plural = _("outgoing emails")
        ordering = ["due_at"]
        indexes = [models.Index(fields=["state", "due_at"], name="outgoing_mail_due")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.to}"
