"""The edits of a row and of all that belongs to it, or of all rows, newest first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import models
from django.db.models import OuterRef, Subquery

from support.history.record_states import states_of_records
from support.history.related_rows import RecordsOfModel, records_about
from support.models.history import history_of
from support.rows.changes import RowChange, row_change
from support.rows.words import Words

EditKey = tuple[datetime, UUID, str, str | None]


@dataclass(frozen=True, slots=True)
class Edit:
    """All that was saved at once. `by` is empty if nobody was signed in; `reason` is a code."""

    key: UUID
    at: datetime
    by: str
    reason: str
    changes: tuple[RowChange, ...]


def edit_keys(about: Iterable[RecordsOfModel]) -> Any:
    """Return a query, to be counted and sliced, of each edit's moment, key, author and reason."""
    kinds = [
        each.records.order_by().values_list(
            "history_date", "edit", "edited_by", "history_change_reason"
        )
        for each in about
    ]
    return kinds[0].union(*kinds[1:]).order_by("-history_date", "edit")


def count_edits(model: type[models.Model], pk: int) -> int:
    """Count the edits of a row. The number only grows, so a larger one means another edit."""
    return int(edit_keys(records_about(model, pk)).count())


def edits(
    about: Iterable[RecordsOfModel], keys: Sequence[EditKey], language: str
) -> Iterator[Edit]:
    """Yield the edits of `keys` with what each changed of the rows that the records are about.

    Takes three queries for each kind of row, however many edits there are.
    """
    words = Words(language)
    changes: dict[UUID, list[RowChange]] = {key: [] for _at, key, _by, _reason in keys}
    for each in about:
        for edit, change in _changes(each, list(changes), words):
            changes[edit].append(change)
    for at, key, by, reason in keys:
        yield Edit(key, at, by, reason or "", tuple(changes[key]))


def _changes(
    each: RecordsOfModel, keys: list[UUID], words: Words
) -> Iterator[tuple[UUID, RowChange]]:
    """Compare each row before an edit's first record of it with the edit's last record of it."""
    manager = history_of(each.model)
    earlier = manager.filter(id=OuterRef("id"), history_id__lt=OuterRef("history_id"))
    previous = Subquery(earlier.order_by("-history_id").values("history_id")[:1])
    records = list(
        each.records.filter(edit__in=keys).annotate(previous=previous).order_by("history_id")
    )
    first_and_last: dict[tuple[UUID, int], tuple[Any, Any]] = {}
    for record in records:
        first, _last = first_and_last.get((record.edit, record.id), (record, record))
        first_and_last[record.edit, record.id] = first, record
    before = manager.filter(
        history_id__in=[first.previous for first, _last in first_and_last.values()]
    )
    states = states_of_records(each.model, _not_deletions([*before, *records]))
    for (edit, _pk), (first, last) in first_and_last.items():
        change = row_change(
            None if first.history_type == "+" else states.get(first.previous),
            states.get(last.history_id),
            words,
        )
        if change:
            yield edit, change


def _not_deletions(records: Iterable[Any]) -> Iterator[Any]:
    """Drop the records of deletions: afterwards there is no row, though they hold its values."""
    return (record for record in records if record.history_type != "-")
