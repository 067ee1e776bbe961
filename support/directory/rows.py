"""The rows that the directory is made of: each a tuple of the columns that the public sees."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import cache, lru_cache
from operator import itemgetter
from typing import Any, TypeVar

from django.db import models
from django.db.models import Q

from support.directory.statement import Statement
from support.models import (
    Audience,
    Channel,
    Closure,
    Department,
    Incident,
    LanguageWindow,
    Organization,
    Product,
    Section,
    SpecialHours,
    Topic,
    UILocale,
    UnscheduledLanguage,
)
from support.rows.columns import translated_texts

Model = type[models.Model]
Row = tuple[Any, ...]
Rows = Mapping[Model, Sequence[Row]]

_Row = TypeVar("_Row", bound=models.Model)

CHANNEL_DEPARTMENT: Model = Channel.departments.through

# Everything that the public sees, each with the order in which it is read.
PUBLIC_MODELS: Mapping[Model, Sequence[str]] = {
    Organization: ["id"],
    Product: ["position", "slug"],
    UILocale: ["product_id", "position", "id"],
    Department: ["position", "slug"],
    LanguageWindow: ["id"],
    UnscheduledLanguage: ["id"],
    Audience: ["position", "slug"],
    Channel: ["position", "slug"],
    CHANNEL_DEPARTMENT: ["channel_id", "department_id"],
    Topic: ["position", "slug"],
    Section: ["position", "slug"],
    SpecialHours: ["-first_day", "department_id", "id"],
    Closure: ["-starts_on", "-starts_at", "id"],
    Incident: ["-starts_on", "-starts_at", "id"],
}

# An edit of what only staff see, or of an order, leaves the row as it is.
_NOT_PUBLIC = {
    "confirmed_until",
    "edit_version",
    "holidays_zone_assumed",
    "position",
    "staff_note",
}


def read_rows(
    department: int | Collection[int] | None = None, of: Collection[Model] = PUBLIC_MODELS.keys()
) -> Rows:
    """Read all rows, with one query for each model however many there are.

    With the primary key of a department, or several, read only those, their hours and what counts
    for them; no channel then belongs to any other department. `of` names the only models to read.
    """
    chosen = [department] if isinstance(department, int) else department
    return {model: _read(model, chosen) if model in of else [] for model in PUBLIC_MODELS}


@cache
def public_columns(model: Model) -> tuple[str, ...]:
    """Return the names of a row's values, in their order, with one for each language of a text."""
    return tuple(
        field.attname
        for field in model._meta.concrete_fields
        if field.name not in translated_texts(model)
        and getattr(field, "translated_field", field).name not in _NOT_PUBLIC
        # Adding a department to a channel again makes another key of the same.
        and not (field.primary_key and model._meta.auto_created)
    )


def row_of(instance: models.Model) -> Row:
    """Return the values of a row that is not, or not yet, in the database."""
    return tuple(getattr(instance, name) for name in public_columns(type(instance)))


def instance_of(model: type[_Row], row: Row) -> _Row:
    """Return the row as its model, to read from: it knows the public columns and no other.

    It is not made by the model's constructor, which takes eight times as long with its signals and
    its columns for each language.
    """
    instance = model.__new__(model)
    instance.__dict__.update(zip(public_columns(model), row, strict=True))
    return instance


@cache
def column(model: Model, name: str) -> Callable[[Row], Any]:
    """Return the function that takes the value of one column out of a row."""
    return itemgetter(public_columns(model).index(name))


def grouped(rows: Iterable[Row], model: Model, name: str) -> dict[Any, tuple[Row, ...]]:
    """Return rows of the model by their value in a column."""
    value = column(model, name)
    found: dict[Any, list[Row]] = {}
    for row in rows:
        found.setdefault(value(row), []).append(row)
    return {key: tuple(group) for key, group in found.items()}


def _read(model: Model, departments: Collection[int] | None) -> list[Row]:
    if departments is None or not _is_of_departments(model):
        return _statement(model).run()
    # SQL has no empty list; no row has this key.
    departments = list(departments) or [0]
    return _statement(model, len(departments)).run(departments)


@cache
def _is_of_departments(model: Model) -> bool:
    names = {field.name for field in model._meta.fields}
    return model is Department or "department" in names


@lru_cache(maxsize=100)
def _statement(model: Model, departments: int | None = None) -> Statement:
    """Return what reads a model's rows; with a number of departments, those that count for them."""
    # A query set without modeltranslation, which would look at every row for fallbacks.
    rows: models.QuerySet[models.Model] = models.QuerySet(model)
    if departments:
        chosen = range(departments)
        is_theirs = Q(department__in=chosen) | Q(department=None)
        rows = rows.filter(Q(pk__in=chosen) if model is Department else is_theirs)
    return Statement.of(rows.order_by(*PUBLIC_MODELS[model]).values_list(*public_columns(model)))
