from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from support.models import StaffQuestion
from support.models.scope import Scoped
from support.rows.changes import FieldChange
from support.rows.columns import Field, label, text_language
from support.rows.words import NOTHING, Words
from support.schedule_file.changes import PlannedRow
from support.schedule_file.columns import content_fields, value_of


def row_change(
    before: Any,
    after: Any,
    *,
    is_moved: bool = False,
    also: Sequence[FieldChange] = (),
) -> PlannedRow:
    """Return the change in words, with `also` after the fields; false if nothing differs."""
    if before is None or after is None:
        row = after if before is None else before
        fields = [*_field_changes(None, after), *also] if after is not None else []
        return PlannedRow(before, after, title(row), fields)
    fields = [*_field_changes(before, after), *also]
    return PlannedRow(before, after, title(before) if fields else "", fields, is_moved)


def title(row: Any) -> str:
    """Return what the row is called, with its short name or with those it is for."""
    detail = row.scope if isinstance(row, Scoped | StaffQuestion) else getattr(row, "slug", "")
    return _("%(name)s (%(detail)s)") % {"name": row, "detail": detail} if detail else str(row)


def _field_changes(before: models.Model | None, after: models.Model) -> Iterator[FieldChange]:
    """Yield the fields that differ; of a new row, all that it states."""
    words = Words(get_language() or "en")
    for field in content_fields(type(after)):
        if before is not None and value_of(before, field) == value_of(after, field):
            continue
        old = _in_words(before, field, words) if before is not None else NOTHING
        new = _in_words(after, field, words)
        if before is not None or new != NOTHING:
            yield FieldChange(label(field), old, new, text_language(field))


def _in_words(row: models.Model, field: Field, words: Words) -> str:
    return words.value(field, getattr(row, field.name), getattr(row, "holidays", ""))
