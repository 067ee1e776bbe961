"""The columns of a model that staff fill in, and what they hold."""

from __future__ import annotations

from functools import cache
from typing import Any

from django.db import models

from support.models import Audience, Department, Organization, Product, UILocale
from support.rows.columns import Field, editable_fields, translated_texts

_IMAGES = ("logo", "icon")


@cache
def content_fields(model: type[models.Model]) -> tuple[Field, ...]:
    """Return the columns that make up a row's content, with one for each language of a text.

    The place of a locale among those of its product is no content of its own. Images are not in the
    file, and stay as they are.
    """
    return tuple(
        field
        for field in editable_fields(model)
        if not field.many_to_many
        and not (model is UILocale and field.name == "position")
        and not (model is Organization and field.name in _IMAGES)
    )


@cache
def unchecked_columns(model: type[models.Model]) -> frozenset[str]:
    """Return what `clean_fields` must leave out: texts in no language, and what takes a query."""
    references = {field.name for field in model._meta.concrete_fields if field.is_relation}
    return translated_texts(model) | references


def value_of(row: models.Model, field: Field) -> Any:
    """Return a value that compares the same whichever database the row is from.

    What it refers to is given by its short name.
    """
    value = getattr(row, field.name)
    if isinstance(value, (Audience, Department, Product)):
        return value.slug
    return "" if value is None and isinstance(field, models.CharField | models.TextField) else value


def content(row: models.Model) -> tuple[Any, ...]:
    """Return all that a row states, to be compared with others."""
    return tuple(value_of(row, field) for field in content_fields(type(row)))
