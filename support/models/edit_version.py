from __future__ import annotations

from django.db import models


class EditVersioned(models.Model):
    """A row that is edited as a whole, with what belongs to it, and knows when it was."""

    edit_version = models.PositiveIntegerField(default=0, editable=False)

    class Meta:
        abstract = True
