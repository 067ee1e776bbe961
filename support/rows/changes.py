"""What changed between two states of a row, field by field, in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from django.db import models
from django.utils.text import capfirst

from support.rows.columns import editable_fields, label, text_language
from support.rows.state import RowState
from support.rows.words import NOTHING, Words


class Kind(StrEnum):
    ADDED = "added"
    CHANGED = "changed"
    DELETED = "deleted"


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A column and its two values in words; texts of staff are in `language`, or it is empty."""

    label: str
    before: str
    after: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class RowChange:
    """What became of one row; `model_name` is the verbose name of its model."""

    kind: Kind
    model_name: str
    title: str
    fields: tuple[FieldChange, ...]
    row: models.Model = field(compare=False, repr=False)


def row_change(before: RowState | None, after: RowState | None, words: Words) -> RowChange | None:
    """Return the change from `before` to `after`, or None if every column reads the same."""
    state = after or before
    if state is None:
        return None
    fields = tuple(_field_changes(type(state.row), before, after, words))
    if before and after and not fields:
        return None
    kind = Kind.CHANGED if before and after else Kind.ADDED if after else Kind.DELETED
    model_name = str(capfirst(state.row._meta.verbose_name or ""))
    return RowChange(kind, model_name, str(state.row), fields, state.row)


def _field_changes(
    model: type[models.Model], before: RowState | None, after: RowState | None, words: Words
) -> Iterator[FieldChange]:
    for column in editable_fields(model):
        old, new = (
            words.value(column, state.values[column.name], state.values.get("holidays", ""))
            if state
            else NOTHING
            for state in (before, after)
        )
        if old != new:
            yield FieldChange(label(column), old, new, text_language(column))
