from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class ToldTime(models.Model):
    """A response time that the contact page tells: measured every night, of enough answers."""

    department = models.SlugField(db_index=False)
    language = models.CharField(max_length=35)
    seconds = models.PositiveIntegerField()
    answers = models.PositiveIntegerField()
    since = models.DateField()

    class Meta:
        verbose_name = _("response time")
        verbose_name_plural = _("response times")
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.department} {self.language}"
