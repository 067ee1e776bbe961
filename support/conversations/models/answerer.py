from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from support.models.listed_field import LanguageTagsField


class Answerer(models.Model):
    """What somebody who answers has chosen for themselves."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="answerer", verbose_name=_("user")
    )
    languages = LanguageTagsField(
        _("languages I answer in"), blank=True, help_text=_("Leave blank for every language.")
    )

    class Meta:
        verbose_name = _("support agent")
        verbose_name_plural = _("support agents")
        ordering = ["user"]

    def __str__(self) -> str:
        return str(self.user)
