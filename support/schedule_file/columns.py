"""The columns of a model that staff fill in, and what they hold."""

from __future__ import annotations

from functools import cache
from typing import Any

from django.db import models
from modeltranslation.translator import NotRegistered, translator

from support.models import Department, LanguageWindow, Product, UILocale, UnscheduledLanguage

# Whose a row is, and where it stands among the others of its owner, is no content of its own.
_OWNERS = {
    LanguageWindow: {"department"},
    UnscheduledLanguage: {"department"},
    UILocale: {"product", "position"},
}


@cache
def content_fields(model: type[models.Model]) -> tuple[models.Field[Any, Any], ...]:
    """Texts as one column for each language."""
    left_out = _OWNERS.get(model, set()) | _translated(model)
    return tuple(
        field
        for field in model._meta.concrete_fields
        if field.editable and not field.primary_key and field.name not in left_out
    )


@cache
def unchecked_columns(model: type[models.Model]) -> frozenset[str]:
    """What `clean_fields` must leave alone: texts in no language, and what it would ask for."""
    references = {field.name for field in model._meta.concrete_fields if field.is_relation}
    return frozenset(references | _translated(model))


def value_of(row: models.Model, field: models.Field[Any, Any]) -> Any:
    """Comparable whichever database the row is from: what it refers to by its short name."""
    value = getattr(row, field.name)
    if isinstance(value, (Department, Product)):
        return value.slug
    return "" if value is None and isinstance(field, models.CharField | models.TextField) else value


def content(row: models.Model) -> tuple[Any, ...]:
    return tuple(value_of(row, field) for field in content_fields(type(row)))


def _translated(model: type[models.Model]) -> set[str]:
    try:
        return set(translator.get_options_for_model(model).all_fields)
    except NotRegistered:
        return set()
