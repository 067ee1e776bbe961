"""A row before and after: what was changed, field by field, in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.db import models
from django.utils.text import capfirst

from support.history.words import Words, label, text_language, told_fields
from support.models.history import history_of


@dataclass(frozen=True, slots=True)
class RowState:
    """A row as it is, or as a record has it; relations by primary key."""

    row: models.Model
    values: Mapping[str, Any]


class Fate(StrEnum):
    ADDED = "added"
    CHANGED = "changed"
    DELETED = "deleted"


@dataclass(frozen=True, slots=True)
class FieldChange:
    """`language` is the one in which the two texts are written; empty for other values."""

    name: str
    language: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class RowChange:
    fate: Fate
    kind: str
    title: str
    fields: tuple[FieldChange, ...]


def row_change(before: RowState | None, after: RowState | None, words: Words) -> RowChange | None:
    """None where nothing that is told differs."""
    state = after or before
    if state is None:
        return None
    fields = tuple(_field_changes(type(state.row), before, after, words))
    if before and after and not fields:
        return None
    fate = Fate.CHANGED if before and after else Fate.ADDED if after else Fate.DELETED
    kind = str(capfirst(state.row._meta.verbose_name or ""))
    return RowChange(fate, kind, str(state.row), fields)


def _field_changes(
    model: type[models.Model], before: RowState | None, after: RowState | None, words: Words
) -> Iterator[FieldChange]:
    for field in told_fields(model):
        old, new = (
            words.value(field, state.values[field.name] if state else None)
            for state in (before, after)
        )
        if old != new:
            yield FieldChange(label(field), text_language(field), old, new)


def states_of_rows(rows: Iterable[models.Model]) -> dict[int, RowState]:
    """By primary key; one query more for each many-to-many field."""
    rows = list(rows)
    if not rows:
        return {}
    model = type(rows[0])
    related: dict[int, dict[str, Any]] = {row.pk: {} for row in rows}
    for field in model._meta.many_to_many:
        through: Any = field.remote_field.through
        source, target = field.m2m_field_name(), field.m2m_reverse_field_name()
        pairs = through._default_manager.filter(**{f"{source}__in": list(related)})
        _collect(related, field.name, pairs.values_list(f"{source}_id", f"{target}_id"))
    return {row.pk: _state(row, related[row.pk]) for row in rows}


def states_of_records(model: type[models.Model], records: Iterable[Any]) -> dict[int, RowState]:
    """By the records' own keys; one query more for each many-to-many field."""
    by_key = {record.history_id: record for record in records}
    related: dict[int, dict[str, Any]] = {key: {} for key in by_key}
    for field in model._meta.many_to_many:
        kept = getattr(history_of(model).model, field.name).model
        pairs = kept.objects.filter(history__in=list(by_key))
        target = f"{field.m2m_reverse_field_name()}_id"
        _collect(related, field.name, pairs.values_list("history_id", target))
    return {key: _state(record.instance, related[key]) for key, record in by_key.items()}


def _collect(
    related: dict[int, dict[str, Any]], name: str, pairs: Iterable[tuple[int, int]]
) -> None:
    for values in related.values():
        values[name] = ()
    for key, target in sorted(pairs):
        related[key][name] += (target,)


def _state(row: models.Model, related: Mapping[str, Any]) -> RowState:
    plain = {
        field.name: getattr(row, field.attname)
        for field in told_fields(type(row))
        if not field.many_to_many
    }
    return RowState(row, plain | dict(related))
