from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import models

from support.rows.columns import editable_fields


@dataclass(frozen=True, slots=True)
class RowState:
    """A row and the values that staff can change, relations by primary key."""

    row: models.Model
    values: Mapping[str, Any]


Related = dict[int, dict[str, Any]]


def states_of_rows(rows: Iterable[models.Model]) -> dict[int, RowState]:
    """Return the states by primary key. Takes one query for each many-to-many field."""
    rows = list(rows)
    if not rows:
        return {}
    model = type(rows[0])
    related: Related = {row.pk: {} for row in rows}
    for field in model._meta.many_to_many:
        through: Any = field.remote_field.through
        source, target = field.m2m_field_name(), field.m2m_reverse_field_name()
        pairs = through._default_manager.filter(**{f"{source}__in": list(related)})
        add_related(related, field.name, pairs.values_list(f"{source}_id", f"{target}_id"))
    return {row.pk: row_state(row, related[row.pk]) for row in rows}


def row_state(row: models.Model, related: Mapping[str, Any]) -> RowState:
    """Return the state of `row`; `related` has its many-to-many fields."""
    plain = {
        field.name: getattr(row, field.attname)
        for field in editable_fields(type(row))
        if not field.many_to_many
    }
    return RowState(row, plain | dict(related))


def add_related(related: Related, name: str, pairs: Iterable[tuple[int, int]]) -> None:
    """Enter the many-to-many field `name` for every key; `pairs` lead from a key to a target."""
    for values in related.values():
        values[name] = ()
    for key, target in sorted(pairs):
        related[key][name] += (target,)
