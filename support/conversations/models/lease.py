from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Lease(models.Model):
    """Whose turn it is to do what one process of an installation does, and for how long."""

    name = models.CharField(max_length=20, primary_key=True)
    holder = models.CharField(max_length=64)
    until = models.DateTimeField()
    # When it was last done to the end, for the doctor.
    done_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("assignment")
        verbose_name_plural = _("assignments")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
