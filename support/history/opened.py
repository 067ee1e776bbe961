"""A row with all that belongs to it as somebody saw it who opened its form."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

from django.db import models

from support.history.changes import RowState, states_of_records
from support.models.history import history_of, record_of

_JUST_BEFORE = timedelta(microseconds=1)


def seen_until(model: type[models.Model], pk: int, version: int) -> datetime | None:
    """An instant at which the row had this edit version: the last, where there is a later one.

    None where that is not recorded.
    """
    records = history_of(model).filter(id=pk).order_by("history_id")
    later = records.filter(edit_version__gt=version).first()
    own = records.filter(edit_version=version).last()
    found: datetime | None = own.history_date if own else None
    return later.history_date - _JUST_BEFORE if later else found


def states_at(
    model: type[models.Model], instant: datetime, **which: object
) -> Mapping[int, RowState]:
    """By primary key."""
    rows = history_of(model).as_of(instant).filter(**which)
    states = states_of_records(model, [record_of(row) for row in rows])
    return {state.row.pk: state for state in states.values()}
