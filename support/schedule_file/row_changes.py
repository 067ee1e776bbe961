from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db import models

from support.schedule_file.changes import FieldChange, RowChange
from support.schedule_file.columns import content_fields, value_of
from support.schedule_file.words import NOTHING, label, text_language, title, value_in_words


def row_change(
    before: Any,
    after: Any,
    *,
    is_moved: bool = False,
    also: Sequence[FieldChange] = (),
) -> RowChange:
    """False where nothing differs. `also` is told with the fields."""
    if before is None or after is None:
        row = after if before is None else before
        fields = [*_stated(after), *also] if after is not None else []
        return RowChange(before, after, title(row), fields)
    fields = [*_differing(before, after), *also]
    return RowChange(before, after, title(before) if fields else "", fields, is_moved)


def _differing(before: models.Model, after: models.Model) -> list[FieldChange]:
    return [
        FieldChange(
            label(field),
            value_in_words(before, field),
            value_in_words(after, field),
            text_language(field),
        )
        for field in content_fields(type(after))
        if value_of(before, field) != value_of(after, field)
    ]


def _stated(row: models.Model) -> list[FieldChange]:
    """All that a new row says."""
    stated = ((field, value_in_words(row, field)) for field in content_fields(type(row)))
    return [
        FieldChange(label(field), NOTHING, words, text_language(field))
        for field, words in stated
        if words != NOTHING
    ]
