"""Make an entry of a row: the fields of an entry have the names of what the row has."""

from __future__ import annotations

from dataclasses import fields
from functools import cache
from typing import Any, TypeVar

from django.db import models

from support.directory.rows import Row, instance_of
from support.directory.text import Text
from support.models.addresses import is_web_address
from support.models.checked_texts import cleaned
from support.rows.columns import translated_texts

_Entry = TypeVar("_Entry")


def entry_from_row(
    entry: type[_Entry], model: type[models.Model], row: Row, **others: Any
) -> _Entry:
    """Return the entry, each field with the column or property of the row that has its name.

    `others` are the fields that the row does not have, or that take another value.
    """
    instance = instance_of(model, row)
    texts = translated_texts(model)
    values = {
        name: Text.of(instance, name) if name in texts else _shown(instance, name)
        for name in _names(entry)  # type: ignore[arg-type]  # a class can be hashed
        if name not in others
    }
    return entry(**values, **others)


def _shown(instance: models.Model, name: str) -> Any:
    """Return a value as it may be shown, whatever is stored."""
    value = getattr(instance, name)
    field = _columns(type(instance)).get(name) if isinstance(value, str) else None
    if field is None:
        return value
    text = cleaned(field, value)
    return text if not isinstance(field, models.URLField) or is_web_address(text) else ""


@cache
def _columns(model: type[models.Model]) -> dict[str, Any]:
    return {field.attname: field for field in model._meta.concrete_fields}


@cache
def _names(entry: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(entry))
