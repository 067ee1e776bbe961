from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from support.models.listed_field import LanguageTagsField


class Presence(models.Model):
    """That a member of staff has the desk open, and what they answer for; it ends by itself.

    There is one row for each of them, so nothing tells when somebody was here before.
    """

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name=_("user")
    )
    # Short names, former ones included; null for all.
    departments = models.JSONField(null=True)
    languages = LanguageTagsField(blank=True)
    until = models.DateTimeField()

    class Meta:
        verbose_name = _("presence")
        verbose_name_plural = _("presences")
        ordering = ["user"]

    def __str__(self) -> str:
        return str(self.user)
