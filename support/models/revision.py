from __future__ import annotations

from django.db import models


class Revision(models.Model):
    """How often what the public sees was edited: one row, raised by database triggers."""

    ONLY_PK = 1

    number = models.PositiveBigIntegerField(default=0)

    def __str__(self) -> str:
        return str(self.number)
