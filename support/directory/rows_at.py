"""The rows as they were at an instant, from the records of every save."""

from __future__ import annotations

from datetime import datetime

from django.db import models

from support.directory.rows import CHANNEL_DEPARTMENT, PUBLIC_MODELS, Row, Rows, public_columns
from support.models import Channel
from support.models.history import history_of

_RECORDED = {
    model: order for model, order in PUBLIC_MODELS.items() if model is not CHANNEL_DEPARTMENT
}


class NotRecorded(LookupError):
    """Nothing is known of the instant.

    `since` is the moment of the first record; None where there is none at all.
    """

    def __init__(self, since: datetime | None) -> None:
        super().__init__(since)
        self.since = since


def rows_at(instant: datetime) -> Rows:
    """Return what was saved by then. Raise NotRecorded for an instant before the first record.

    Takes as many queries as there are kinds of rows, twice, and one more.
    """
    refuse_unrecorded(instant)
    rows = {model: _as_of(model, instant) for model in _RECORDED}
    return rows | {CHANNEL_DEPARTMENT: _channel_departments(instant)}


def refuse_unrecorded(instant: datetime) -> None:
    """Raise NotRecorded for an instant before the first record."""
    since = first_record()
    if since is None or instant < since:
        raise NotRecorded(since)


def first_record() -> datetime | None:
    """Return the moment of the first record."""
    firsts = (
        history_of(model).order_by("history_date").values_list("history_date", flat=True).first()
        for model in _RECORDED
    )
    return min((first for first in firsts if first), default=None)


def _as_of(model: type[models.Model], instant: datetime) -> list[Row]:
    records = history_of(model).as_of(instant).order_by(*_RECORDED[model])
    return list(records.values_list(*public_columns(model)))


def _channel_departments(instant: datetime) -> list[Row]:
    """Return the links as the channels' records have them: each has its own list."""
    links = history_of(Channel).model.departments.model.objects
    records = history_of(Channel).as_of(instant).values("history_id")
    return list(
        links.filter(history__in=records)
        .order_by(*PUBLIC_MODELS[CHANNEL_DEPARTMENT])
        .values_list(*public_columns(CHANNEL_DEPARTMENT))
    )
