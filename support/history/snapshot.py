"""A row with all that belongs to it or names it, read twice to find what changed in between."""

from __future__ import annotations

from collections.abc import Iterator

from django.db import models

from support.history.related_rows import POINTING_ROWS, RELATED_ROWS
from support.rows.changes import RowChange, row_change
from support.rows.state import RowState, states_of_rows
from support.rows.words import Words

Snapshot = dict[type[models.Model], dict[int, RowState]]


def snapshot(model: type[models.Model], pk: int) -> Snapshot:
    """Read a row, the rows that belong to it and those that can name it, as they are now."""
    found: Snapshot = {model: states_of_rows(model._default_manager.filter(pk=pk))}
    for related, owner in RELATED_ROWS.get(model, {}).items():
        found[related] = states_of_rows(related._default_manager.filter(**{owner: pk}))
    for pointing in POINTING_ROWS.get(model, {}):
        found[pointing] = states_of_rows(pointing._default_manager.all())
    return found


def changes_between(before: Snapshot, after: Snapshot, words: Words) -> Iterator[RowChange]:
    """Yield the rows that differ, kind by kind."""
    for model, states in before.items():
        for key in dict.fromkeys([*states, *after[model]]):
            change = row_change(states.get(key), after[model].get(key), words)
            if change:
                yield change
