"""A department, with all that belongs to it, back to how it was."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Max, Value
from django.db.models.functions import Cast, Concat
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from support.directory import refuse_unrecorded
from support.history.belongings import BELONGINGS
from support.history.edit import one_edit
from support.history.reasons import put_back_reason
from support.history.words import told_fields
from support.models import Department
from support.models.edit_version import EditVersioned
from support.models.history import history_of

Row = Any  # of any of these models; its fields are gone through by name


class NotThere(LookupError):
    """There was no such department then."""


class CannotPutBack(Exception):
    """Today's rules or other rows contradict; `problems` are sentences that name the row."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


def put_back(pk: int, instant: datetime) -> None:
    """All or nothing, through the rules of every save. What belongs to others stays.

    Raises NotRecorded, NotThere and CannotPutBack.
    """
    refuse_unrecorded(instant)
    then = history_of(Department).as_of(instant).filter(id=pk).first()
    if then is None:
        raise NotThere
    problems: list[str] = []
    with transaction.atomic(), one_edit(put_back_reason(instant)):
        there = Department.objects.select_for_update().filter(pk=pk).first()
        with _naming(then, problems):
            _save(there or Department(pk=pk), then)
        for model, owner in BELONGINGS[Department].items():
            _put_back_belongings(model, {owner: pk}, instant, problems)
        if problems:
            raise CannotPutBack(problems)


def _put_back_belongings(
    model: type[models.Model], owner: Mapping[str, Any], instant: datetime, problems: list[str]
) -> None:
    then = {row.pk: row for row in history_of(model).as_of(instant).filter(**owner).order_by("id")}
    there = {row.pk: row for row in model._default_manager.filter(**owner)}
    for pk in there.keys() - then.keys():
        there.pop(pk).delete()
    changed = {pk: row for pk, row in then.items() if pk not in there or _differ(there[pk], row)}
    _step_aside(model, there.keys() & changed.keys())
    given_away = set(
        model._default_manager.filter(pk__in=changed.keys() - there.keys()).values_list(
            "pk", flat=True
        )
    )
    for pk, old in changed.items():
        with _naming(old, problems):
            _save(there.get(pk) or model(pk=None if pk in given_away else pk), old)


def _step_aside(model: type[models.Model], keys: Iterable[int]) -> None:
    """Rows that change places must not meet on the way; nobody answers in these languages."""
    aside = Concat(Value("aside "), Cast("pk", models.CharField()))
    model._default_manager.filter(pk__in=keys).update(language=aside)


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


def _fields(model: type[models.Model]) -> Iterator[models.Field[Any, Any]]:
    owners = (
        field for field in model._meta.concrete_fields if field.is_relation and not field.null
    )
    yield from owners
    yield from (field for field in told_fields(model) if not field.many_to_many)


def _next_version(row: Row) -> int:
    """One that no form has seen; a row that was deleted has been there before."""
    if not row._state.adding:
        return int(row.edit_version) + 1
    last = history_of(type(row)).filter(id=row.pk).aggregate(last=Max("edit_version"))["last"]
    return 0 if last is None else int(last) + 1


@contextmanager
def _naming(old: Row, problems: list[str]) -> Iterator[None]:
    try:
        yield
    except ValidationError as error:
        name = f"{capfirst(old._meta.verbose_name)} “{old}”"
        problems += [
            _("{what}: {detail}").format(what=name, detail=message) for message in error.messages
        ]
