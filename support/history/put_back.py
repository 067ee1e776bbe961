"""Put a row, with all that belongs to it and pointed at it, back as it was."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Max
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from support.directory import refuse_unrecorded
from support.history.reasons import put_back_reason
from support.history.record_states import states_of_records
from support.history.recording import one_edit
from support.history.related_rows import POINTING_ROWS, RELATED_ROWS
from support.models import write_placeholder_languages
from support.models.edit_version import EditVersioned
from support.models.history import history_of, record_of
from support.rows.columns import editable_fields

Row = Any  # of any model here; its columns are read by name


class NotThere(LookupError):
    """The row did not exist at that instant."""


class CannotPutBack(Exception):
    """Today's rules, or other rows, do not allow it. `problems` are sentences that name the row."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


def row_at(model: type[models.Model], pk: int, instant: datetime) -> Any:
    """Return the row as it was at `instant`. Raise NotRecorded or NotThere."""
    refuse_unrecorded(instant)
    old = history_of(model).as_of(instant).filter(id=pk).first()
    if old is None:
        raise NotThere
    return old


def put_back(model: type[models.Model], pk: int, instant: datetime) -> None:
    """Save a row as it was at `instant`, by the rules of every save, or not at all.

    Rows that belonged to it are put back with it; those that now belong to another stay there. If
    it was deleted, those that pointed at it do so again. Raises NotRecorded, NotThere and
    CannotPutBack.
    """
    old = row_at(model, pk, instant)
    problems: list[str] = []
    with transaction.atomic(), one_edit(put_back_reason(instant)):
        stored = model._default_manager.select_for_update().filter(pk=pk).order_by("pk").first()
        with _collecting(problems, old):
            _save(stored or model(pk=pk), old)
        if not problems:
            for related, owner in RELATED_ROWS.get(model, {}).items():
                _put_back_related(related, {owner: pk}, instant, problems)
            if stored is None:
                for pointing, name in POINTING_ROWS.get(model, {}).items():
                    _point_again(pointing, name, pk, instant)
        if problems:
            raise CannotPutBack(problems)


def _point_again(model: type[models.Model], name: str, pk: int, instant: datetime) -> None:
    """Add the row `pk` to the many-to-many field `name` of the rows that had it at `instant`."""
    had = [
        state.row.pk
        for state in states_of_records(
            model, [record_of(row) for row in history_of(model).as_of(instant)]
        ).values()
        if pk in state.values[name]
    ]
    for row in model._default_manager.filter(pk__in=had):
        getattr(row, name).add(pk)
        if isinstance(row, EditVersioned):
            row.edit_version += 1
            row.save()


def _put_back_related(
    model: type[models.Model], owner: Mapping[str, Any], instant: datetime, problems: list[str]
) -> None:
    """Put back the rows of one model that belong to another row.

    A row that was given to another owner since is copied under a new key.
    """
    old_rows = {
        row.pk: row for row in history_of(model).as_of(instant).filter(**owner).order_by("id")
    }
    stored = {row.pk: row for row in model._default_manager.filter(**owner)}
    for pk in stored.keys() - old_rows.keys():
        stored.pop(pk).delete()
    changed = {
        pk: row for pk, row in old_rows.items() if pk not in stored or _differ(stored[pk], row)
    }
    write_placeholder_languages(model, stored.keys() & changed.keys())
    given_away = set(
        model._default_manager.filter(pk__in=changed.keys() - stored.keys()).values_list(
            "pk", flat=True
        )
    )
    for pk, old in changed.items():
        with _collecting(problems, old):
            _save(stored.get(pk) or model(pk=None if pk in given_away else pk), old)


def _differ(one: Row, other: Row) -> bool:
    return any(
        getattr(one, field.attname) != getattr(other, field.attname) for field in _fields(type(one))
    )


def _save(row: Row, old: Row) -> None:
    for field in _fields(type(row)):
        setattr(row, field.attname, getattr(old, field.attname))
    if isinstance(row, EditVersioned):
        row.edit_version = _next_version(row)
    row.full_clean()
    row.save()
    _set_many_to_many(row, old)


def _set_many_to_many(row: Row, old: Row) -> None:
    """Restore the lists of other rows, as far as those still exist."""
    fields = row._meta.many_to_many
    if not fields:
        return
    record = record_of(old)
    values = states_of_records(type(row), [record])[record.history_id].values
    for field in fields:
        there = field.related_model._default_manager.filter(pk__in=values[field.name])
        getattr(row, field.name).set(there)


def _fields(model: type[models.Model]) -> Iterator[models.Field[Any, Any]]:
    """Yield the columns to restore: the owner of the row, then what staff can change."""
    owners = (
        field for field in model._meta.concrete_fields if field.is_relation and not field.null
    )
    yield from owners
    yield from (field for field in editable_fields(model) if not field.many_to_many)


def _next_version(row: Row) -> int:
    """Return a version that no open form can have, even if the row was deleted in between."""
    if not row._state.adding:
        return int(row.edit_version) + 1
    last = history_of(type(row)).filter(id=row.pk).aggregate(last=Max("edit_version"))["last"]
    return 0 if last is None else int(last) + 1


@contextmanager
def _collecting(problems: list[str], old: Row) -> Iterator[None]:
    """Add the mistakes that validation finds to `problems`, each with the name of the row."""
    try:
        yield
    except ValidationError as error:
        name = f"{capfirst(old._meta.verbose_name)} “{old}”"
        problems += [
            _("{what}: {detail}").format(what=name, detail=message) for message in error.messages
        ]
