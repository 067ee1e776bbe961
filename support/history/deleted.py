from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db import models

from support.models.history import history_of

_SHOWN = 10


@dataclass(frozen=True, slots=True)
class DeletedRow:
    pk: int
    title: str
    at: datetime
    by: str


def deleted_rows(model: type[models.Model]) -> Iterator[DeletedRow]:
    """Yield the rows deleted last, the latest first; their history can still be read. One query."""
    last = history_of(model).latest_of_each().filter(history_type="-")
    for record in last.order_by("-history_date", "-history_id")[:_SHOWN]:
        row = record.instance
        yield DeletedRow(row.pk, str(row), record.history_date, record.edited_by)
