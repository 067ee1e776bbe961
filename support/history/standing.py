"""A department with all that belongs to it, as it stands, to be compared with itself."""

from __future__ import annotations

from collections.abc import Iterator

from django.db import models

from support.history.belongings import BELONGINGS
from support.history.changes import RowChange, RowState, row_change, states_of_rows
from support.history.words import Words
from support.models import Department

Standing = dict[type[models.Model], dict[int, RowState]]


def standing(pk: int) -> Standing:
    found: Standing = {Department: states_of_rows(Department.objects.filter(pk=pk))}
    for model, owner in BELONGINGS[Department].items():
        found[model] = states_of_rows(model._default_manager.filter(**{owner: pk}))
    return found


def changes_between(before: Standing, after: Standing, words: Words) -> Iterator[RowChange]:
    for model, states in before.items():
        for key in dict.fromkeys([*states, *after[model]]):
            change = row_change(states.get(key), after[model].get(key), words)
            if change:
                yield change
