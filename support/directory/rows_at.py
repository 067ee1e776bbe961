"""The rows as they were at an instant, from the records of every save."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import models

from support.directory.rows import Rows
from support.models import (
    Channel,
    Closure,
    Department,
    LanguageWindow,
    Organization,
    Product,
    SpecialHours,
    UILocale,
    UnscheduledLanguage,
)
from support.models.history import history_of, record_of

_IN_ORDER: dict[type[models.Model], Sequence[str]] = {
    Organization: ["id"],
    Product: ["position", "slug"],
    UILocale: ["product_id", "position", "id"],
    Department: ["position", "slug"],
    LanguageWindow: ["id"],
    UnscheduledLanguage: ["id"],
    Channel: ["position", "slug"],
    SpecialHours: ["-first_day", "department_id", "id"],
    Closure: ["-starts_on", "-starts_at", "id"],
}


class NotRecorded(LookupError):
    """`since` is the moment of the first record; None where there is none at all."""

    def __init__(self, since: datetime | None) -> None:
        super().__init__(since)
        self.since = since


def rows_at(instant: datetime) -> Rows:
    """What was saved by then. Raises NotRecorded for an instant before the first record.

    As many queries as there are kinds of rows, twice, and one more.
    """
    refuse_unrecorded(instant)
    kept = {model: _as_of(model, instant) for model in _IN_ORDER}
    departments = kept[Department]
    return Rows(
        next(iter(kept[Organization]), None),
        kept[Product],
        kept[UILocale],
        departments,
        kept[LanguageWindow],
        kept[UnscheduledLanguage],
        kept[Channel],
        _channel_departments(kept[Channel], departments),
        kept[SpecialHours],
        kept[Closure],
    )


def refuse_unrecorded(instant: datetime) -> None:
    since = first_record()
    if since is None or instant < since:
        raise NotRecorded(since)


def first_record() -> datetime | None:
    firsts = (
        history_of(model).order_by("history_date").values_list("history_date", flat=True).first()
        for model in _IN_ORDER
    )
    return min((first for first in firsts if first), default=None)


def _as_of(model: type[models.Model], instant: datetime) -> list[Any]:
    return list(history_of(model).as_of(instant).order_by(*_IN_ORDER[model]))


def _channel_departments(
    channels: Sequence[Any], departments: Sequence[Department]
) -> list[tuple[int, int]]:
    """Each record of a channel has its own list of departments."""
    pairs = history_of(Channel).model.departments.model.objects
    records = [record_of(channel).history_id for channel in channels]
    positions = {row.pk: position for position, row in enumerate(departments)}
    found = pairs.filter(history__in=records).values_list("channel_id", "department_id")
    return sorted(
        (pair for pair in found if pair[1] in positions), key=lambda pair: positions[pair[1]]
    )
