"""The edits of a row and of all that belongs to it, or of all rows, newest first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import chain, islice
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
    """All that was saved at once. `by` is empty if nobody was signed in; `reason` is a code.

    `more` counts the rows that were saved too and are not among the changes.
    """

    key: UUID
    at: datetime
    by: str
    reason: str
    changes: tuple[RowChange, ...]
    more: int


def edit_keys(about: Iterable[RecordsOfModel]) -> Any:
    """Return a query, to be counted and sliced, of each edit's moment, key, author and reason."""
    kinds = [
        each.records.order_by()
        .values_list("history_date", "edit", "edited_by", "history_change_reason")
        .distinct()  # a union with nothing leaves duplicates in
        for each in about
    ]
    return kinds[0].union(*kinds[1:]).order_by("-history_date", "edit")


def count_edits(model: type[models.Model], pk: int) -> int:
    """Count the edits of a row. The number only grows, so a larger one means another edit."""
    return int(edit_keys(records_about(model, pk)).count())


def edits(
    about: Iterable[RecordsOfModel],
    keys: Sequence[EditKey],
    language: str,
    most_rows: int | None = None,
) -> Iterator[Edit]:
    """Yield the edits of `keys` with what each changed of the rows that the records are about; of
    the first `most_rows` of each edit, since an import may have saved thousands.

    Takes four queries for each kind of row, however many edits there are.
    """
    words = Words(language)
    changes: dict[UUID, list[RowChange]] = {key: [] for _at, key, _by, _reason in keys}
    left_out: Counter[UUID] = Counter()
    for each in about:
        records = each.records.filter(edit__in=list(changes))
        if most_rows is not None:
            room = {key: max(0, most_rows - len(found)) for key, found in changes.items()}
            records, rest = _as_many_as_fit(records, room)
            left_out += rest
        for edit, change in _changes(each.model, records, words):
            changes[edit].append(change)
    for at, key, by, reason in keys:
        yield Edit(key, at, by, reason or "", tuple(changes[key]), left_out[key])


def _as_many_as_fit(records: Any, room: Mapping[UUID, int]) -> tuple[Any, Counter[UUID]]:
    """Return the records of the first rows of each edit, as many as there is room for, and how
    many rows of it are left out."""
    rows: dict[UUID, dict[int, list[int]]] = {}
    each = records.order_by("history_id").values_list("edit", "id", "history_id")
    for edit, pk, record in each:
        rows.setdefault(edit, {}).setdefault(pk, []).append(record)
    kept: list[int] = []
    left_out: Counter[UUID] = Counter()
    for edit, its_rows in rows.items():
        kept += chain.from_iterable(islice(its_rows.values(), room[edit]))
        left_out[edit] = max(0, len(its_rows) - room[edit])
    return records.filter(history_id__in=kept), left_out


def _changes(
    model: type[models.Model], of_edits: Any, words: Words
) -> Iterator[tuple[UUID, RowChange]]:
    """Compare each row before an edit's first record of it with the edit's last record of it."""
    manager = history_of(model)
    earlier = manager.filter(id=OuterRef("id"), history_id__lt=OuterRef("history_id"))
    previous = Subquery(earlier.order_by("-history_id").values("history_id")[:1])
    records = list(of_edits.annotate(previous=previous).order_by("history_id"))
    first_and_last: dict[tuple[UUID, int], tuple[Any, Any]] = {}
    for record in records:
        first, _last = first_and_last.get((record.edit, record.id), (record, record))
        first_and_last[record.edit, record.id] = first, record
    before = manager.filter(
        history_id__in=[first.previous for first, _last in first_and_last.values()]
    )
    states = states_of_records(model, _not_deletions([*before, *records]))
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
