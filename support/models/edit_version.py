from __future__ import annotations

from django.db import models

from support.models.checked_texts import CheckedTexts


class EditVersioned(CheckedTexts):
    """A row that is edited as a whole, with the rows that belong to it.

    Every save raises `edit_version`, so a form can tell whether somebody else has saved since.
    """

    edit_version = models.PositiveIntegerField(default=0, editable=False)

    class Meta:
        abstract = True
