"""A row, with the rows that belong to it, as an editor saw it on opening its form."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

from django.db import models

from support.history.record_states import states_of_records
from support.models.history import history_of, record_of
from support.rows.state import RowState

_JUST_BEFORE = timedelta(microseconds=1)


def seen_until(model: type[models.Model], pk: int, version: int) -> datetime | None:
    """Return the last instant at which the row had this edit version.

    That is the moment of the record itself if no later version exists, and None if the version was
    never recorded.
    """
    records = history_of(model).filter(id=pk).order_by("history_id")
    later = records.filter(edit_version__gt=version).first()
    own = records.filter(edit_version=version).last()
    found: datetime | None = own.history_date if own else None
    return later.history_date - _JUST_BEFORE if later else found


def states_at(
    model: type[models.Model], instant: datetime, **which: object
) -> Mapping[int, RowState]:
    """Return the states at `instant` by primary key, of the rows that `which` selects."""
    rows = history_of(model).as_of(instant).filter(**which)
    states = states_of_records(model, [record_of(row) for row in rows])
    return {state.row.pk: state for state in states.values()}
