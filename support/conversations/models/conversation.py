from __future__ import annotations

import secrets

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from support.models.language_tag_field import LanguageTagField
from support.models.validators import validate_zone


def new_public_id() -> str:
    """Return 128 random bits, as an address holds them."""
    return secrets.token_urlsafe(16)


class Conversation(models.Model):
    """What a visitor and the people of one department write to each other.

    Departments and topics are known by short name: a row of hours can be deleted, imported again
    or put back without taking messages with it.
    """

    class State(models.TextChoices):
        WAITING = "waiting", _("Waiting")
        ANSWERED = "answered", _("Answered")
        CLOSED = "closed", pgettext_lazy("a conversation", "Closed")

    public_id = models.CharField(max_length=22, unique=True, default=new_public_id, editable=False)
    # Of the form that began it: what is sent twice has the same, and is taken once.
    form_key = models.CharField(max_length=43, unique=True, null=True, editable=False)  # noqa: DJ001

    topic = models.SlugField(_("topic"), blank=True, db_index=False)
    department = models.SlugField(_("department"), db_index=False)
    language = LanguageTagField(_("requested language"))
    page_language = models.CharField(_("page language"), max_length=2)
    zone = models.CharField(
        _("visitor’s time zone"), max_length=64, blank=True, validators=[validate_zone]
    )

    name = models.CharField(_("name"), max_length=100, blank=True)
    email = models.EmailField(_("email address"), blank=True)
    wants_notice = models.BooleanField(_("wants to be notified by email"), default=False)

    state = models.CharField(_("state"), max_length=8, choices=State, default=State.WAITING)
    # In the slow lane until staff release it.
    is_held = models.BooleanField(_("held for review"), default=False)
    assigned_to = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="conversations",
        verbose_name=_("assigned to"),
    )
    last_number = models.PositiveIntegerField(default=0, editable=False)

    created_at = models.DateTimeField(_("started"), editable=False)
    last_message_at = models.DateTimeField(_("last message"), editable=False)
    # That of the first message of the visitor that nobody has answered; empty when all are.
    waiting_since = models.DateTimeField(_("waiting since"), null=True, editable=False)
    # When the visitor was told it would be read; empty where no hours are stated.
    promised_at = models.DateTimeField(_("promised"), null=True, editable=False)
    broken_at = models.DateTimeField(_("overdue since"), null=True, editable=False)
    # The directory that the page was made of when the visitor wrote.
    revision = models.PositiveBigIntegerField(editable=False)
    erase_after = models.DateTimeField(_("delete after"), editable=False)

    class Meta:
        verbose_name = _("conversation")
        verbose_name_plural = _("conversations")
        ordering = ["-created_at"]
        permissions = [
            ("answer_conversation", _("Can answer conversations")),
            ("erase_person", _("Can export and delete everything one person has written")),
        ]
        indexes = [
            models.Index(
                fields=["state", "is_held", "department", "language", "waiting_since"],
                name="conversation_waiting",
            ),
            models.Index(fields=["-last_message_at"], name="conversation_latest"),
            models.Index(fields=["state", "-last_message_at"], name="conversation_state_latest"),
            models.Index(fields=["email"], name="conversation_email"),
            models.Index(fields=["erase_after"], name="conversation_erase"),
        ]

    def __str__(self) -> str:
        return self.public_id

    def get_absolute_url(self) -> str:
        return reverse("conversation", args=[self.page_language, self.public_id])
