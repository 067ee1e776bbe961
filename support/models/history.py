"""Records of every save: the row as it was then, who saved it, when, and in which edit."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from django.db import models
from django.db.models import Max
from simple_history.manager import HistoricalQuerySet
from simple_history.models import HistoricalRecords

_MANAGER = "history"


def history_of(model: type[models.Model]) -> Any:
    """Return the manager of the model's records; its `as_of(instant)` gives rows as they were."""
    return getattr(model, _MANAGER)


def is_recorded(model: type[models.Model]) -> bool:
    return hasattr(model, _MANAGER)


def record_of(row: Any) -> Any:
    """Return the record that a row of `as_of` was made from."""
    return row._history  # noqa: SLF001  # the library's own name for it


class EditRecord(models.Model):
    """A record with the edit that it is part of: all records of an edit have its key and moment.

    `edited_by` is the name to sign in with, and stays when the account goes; empty for a command.
    """

    edit = models.UUIDField(default=uuid4, editable=False, db_index=True)
    edited_by = models.CharField(max_length=150, blank=True, editable=False)

    class Meta:
        abstract = True


class RecordedRows(HistoricalQuerySet):  # type: ignore[misc]  # the library has no types
    def latest_of_each(self) -> RecordedRows:
        """Return the record with the highest number for each row.

        An edit can save a row twice at one moment: a channel, and then its departments.
        """
        last = self.order_by().values(self._pk_attr).annotate(last=Max("history_id"))
        return self.filter(history_id__in=last.values("last"))  # type: ignore[no-any-return]


class Records(HistoricalRecords):  # type: ignore[misc]
    """The kind of records to give as `simple_history.register(model, records_class=Records)`."""

    def __init__(self, **options: Any) -> None:
        super().__init__(bases=(EditRecord,), historical_queryset=RecordedRows, **options)

    def get_meta_options(self, model: type[models.Model]) -> dict[str, Any]:
        """Return options without permissions: nobody edits records."""
        return {**super().get_meta_options(model), "default_permissions": ()}

    def get_meta_options_m2m(self, through_model: type[models.Model]) -> dict[str, Any]:
        return {**super().get_meta_options_m2m(through_model), "default_permissions": ()}
