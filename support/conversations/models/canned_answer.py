from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class CannedAnswer(models.Model):
    """An answer that staff keep ready, in ten languages."""

    title = models.CharField(_("title"), max_length=100, unique=True)
    text = models.TextField(
        _("text"), help_text=_("Visitors see the text in the language they write in.")
    )
    department = models.SlugField(
        _("department"), blank=True, help_text=_("Leave blank for all departments.")
    )
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    class Meta:
        verbose_name = _("canned answer")
        verbose_name_plural = _("canned answers")
        ordering = ["position", "title"]

    def __str__(self) -> str:
        return self.title
