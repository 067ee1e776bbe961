from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from support.conversations.models.conversation import Conversation


class Wait(models.Model):
    """A visitor's wait: from the first message that nobody has answered to the first answer by a
    person of staff.

    Its length is measured in open time and frozen when it ends.
    """

    conversation = models.ForeignKey(Conversation, models.CASCADE, related_name="waits")
    since = models.DateTimeField(_("since"))
    until = models.DateTimeField(_("until"), null=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )
    # Stays true where who answered is deleted; a wait that was closed without an answer has none.
    is_answered = models.BooleanField(default=False)
    # Nobody could have been expected to answer: an answer outside the hours.
    is_outside_hours = models.BooleanField(default=False)
    # Empty where a part has no stated hours; then the time on the wall counts, told apart.
    open_seconds = models.PositiveIntegerField(null=True)
    revision = models.PositiveBigIntegerField(null=True)

    class Meta:
        verbose_name = _("wait")
        verbose_name_plural = _("waits")
        ordering = ["since"]
        indexes = [models.Index(fields=["until"], name="wait_until")]
        constraints = [
            models.UniqueConstraint(
                fields=["conversation"],
                condition=models.Q(until__isnull=True),
                name="wait_one_open",
            )
        ]

    def __str__(self) -> str:
        return f"{self.conversation} {self.since:%Y-%m-%d %H:%M}"


class WaitPart(models.Model):
    """The part of a wait that belonged to one department and language: a transfer cuts it."""

    wait = models.ForeignKey(Wait, models.CASCADE, related_name="parts")
    department = models.SlugField(db_index=False)
    language = models.CharField(max_length=35)
    since = models.DateTimeField()
    until = models.DateTimeField(null=True)
    open_seconds = models.PositiveIntegerField(null=True)

    class Meta:
        verbose_name = _("part of a wait")
        verbose_name_plural = _("parts of waits")
        ordering = ["since"]
        indexes = [models.Index(fields=["department", "language", "until"], name="wait_part_of")]

    def __str__(self) -> str:
        return f"{self.department} {self.language}"
