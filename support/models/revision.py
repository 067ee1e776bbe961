from __future__ import annotations

from uuid import uuid4

from django.db import models


def new_token() -> str:
    """Return a token that no edit has had."""
    return uuid4().hex


class Revision(models.Model):
    """One row that says which edit of anything public was the last; database triggers write it.

    The number counts edits. A restore sets it back, and then another edit has it again. The token
    is random and never comes again with other rows.
    """

    ONLY_PK = 1

    number = models.PositiveBigIntegerField(default=0)
    token = models.CharField(max_length=32, default=new_token)

    def __str__(self) -> str:
        return str(self.number)
