"""The columns of a row that staff fill in, and what they are called."""

from __future__ import annotations

from functools import cache
from typing import Any, TypeAlias

from django.db import models
from django.utils.text import capfirst
from modeltranslation.fields import TranslationField
from modeltranslation.translator import NotRegistered, translator

from support.locales.languages import endonym
from support.models.edit_version import EditVersioned

Field: TypeAlias = "models.Field[Any, Any]"


@cache
def editable_fields(model: type[models.Model]) -> tuple[Field, ...]:
    """Return the columns that staff can change, with one for each language of a text.

    The owner that a row is edited with, such as a window's department, is not among them.
    """
    translated = translated_texts(model)
    is_owned = not issubclass(model, EditVersioned)
    columns = (
        field
        for field in model._meta.concrete_fields
        if field.editable
        and not field.primary_key
        and field.name not in translated
        and not (is_owned and field.is_relation and not field.null)
    )
    return (*columns, *model._meta.many_to_many)


def translated_texts(model: type[models.Model]) -> frozenset[str]:
    """Return the texts that have a column for each language, and one that nobody reads."""
    try:
        return frozenset(translator.get_options_for_model(model).all_fields)
    except NotRegistered:
        return frozenset()


def label(field: Field) -> str:
    """Return the name of a column, as in “Closes” or, for a translated text, “Name · Deutsch”."""
    if isinstance(field, TranslationField):
        return f"{capfirst(field.translated_field.verbose_name)} · {endonym(field.language)}"
    return str(capfirst(field.verbose_name))


def text_language(field: Field) -> str:
    """Return the language of a translated text; empty for any other column."""
    return str(field.language) if isinstance(field, TranslationField) else ""
