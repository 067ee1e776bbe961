from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Sending(models.Model):
    """That something was sent from somewhere, for limits; kept for 14 days.

    Addresses are in no row: `network` and `mail` are keyed digests.
    """

    network = models.CharField(max_length=32)
    mail = models.CharField(max_length=32, blank=True)
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("sending")
        verbose_name_plural = _("sendings")
        ordering = ["at"]
        indexes = [
            models.Index(fields=["network", "at"], name="sending_network"),
            models.Index(fields=["mail", "at"], name="sending_mail"),
            models.Index(fields=["at"], name="sending_at"),
        ]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M}"
