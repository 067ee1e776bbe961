"""A department with all that belongs to it, read twice to find what changed in between."""

from __future__ import annotations

from collections.abc import Iterator

from django.db import models

from support.history.related_rows import RELATED_ROWS
from support.models import Department
from support.rows.changes import RowChange, row_change
from support.rows.state import RowState, states_of_rows
from support.rows.words import Words

Snapshot = dict[type[models.Model], dict[int, RowState]]


def snapshot(pk: int) -> Snapshot:
    """Read the department `pk` and the rows that belong to it as they are now."""
    found: Snapshot = {Department: states_of_rows(Department.objects.filter(pk=pk))}
    for model, owner in RELATED_ROWS[Department].items():
        found[model] = states_of_rows(model._default_manager.filter(**{owner: pk}))
    return found


def changes_between(before: Snapshot, after: Snapshot, words: Words) -> Iterator[RowChange]:
    """Yield the rows that differ, kind by kind."""
    for model, states in before.items():
        for key in dict.fromkeys([*states, *after[model]]):
            change = row_change(states.get(key), after[model].get(key), words)
            if change:
                yield change
