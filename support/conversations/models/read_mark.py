from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from support.conversations.models.conversation import Conversation


class ReadMark(models.Model):
    """How far somebody has read a conversation; without a user it is the visitor's."""

    conversation = models.ForeignKey(Conversation, models.CASCADE, related_name="read_marks")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, null=True, related_name="+")
    number = models.PositiveIntegerField()
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("read mark")
        verbose_name_plural = _("read marks")
        ordering = ["conversation", "user"]
        constraints = [
            models.UniqueConstraint(fields=["conversation", "user"], name="read_mark_of_user"),
            models.UniqueConstraint(
                fields=["conversation"],
                condition=models.Q(user__isnull=True),
                name="read_mark_of_visitor",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.conversation} {self.number}"
