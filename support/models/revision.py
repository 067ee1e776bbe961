from __future__ import annotations

from django.db import models


class Revision(models.Model):
    """One row with the number of edits of anything public, which database triggers raise."""

    ONLY_PK = 1

    number = models.PositiveBigIntegerField(default=0)

    def __str__(self) -> str:
        return str(self.number)
