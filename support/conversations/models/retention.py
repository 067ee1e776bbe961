from __future__ import annotations

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

MONTHS = 24


class Retention(models.Model):
    """Say how long conversations about a topic are kept, where it is not the ordinary time."""

    topic = models.SlugField(_("topic"), unique=True)
    months = models.PositiveSmallIntegerField(
        _("months"),
        default=MONTHS,
        validators=[MinValueValidator(1), MaxValueValidator(120)],
        help_text=_("Conversations are deleted this long after their last message."),
    )

    class Meta:
        verbose_name = _("retention period")
        verbose_name_plural = _("retention periods")
        ordering = ["topic"]

    def __str__(self) -> str:
        return self.topic
