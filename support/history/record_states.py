from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db import models

from support.models.history import history_of
from support.rows.state import Related, RowState, add_related, row_state


def states_of_records(model: type[models.Model], records: Iterable[Any]) -> dict[int, RowState]:
    """Return the states by the records' own keys. Takes one query for each many-to-many field."""
    by_key = {record.history_id: record for record in records}
    related: Related = {key: {} for key in by_key}
    for field in model._meta.many_to_many:
        recorded = getattr(history_of(model).model, field.name).model
        pairs = recorded.objects.filter(history__in=list(by_key))
        target = f"{field.m2m_reverse_field_name()}_id"
        add_related(related, field.name, pairs.values_list("history_id", target))
    return {key: row_state(record.instance, related[key]) for key, record in by_key.items()}
