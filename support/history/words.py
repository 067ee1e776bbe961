"""Fields and their values as a person reads them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, time
from typing import Any, TypeAlias

from django.db import models
from django.utils.text import capfirst
from modeltranslation.fields import TranslationField
from modeltranslation.translator import NotRegistered, translator

from support.locales.formatting import format_date, format_time, format_weekdays, join
from support.locales.holiday_calendars import calendar_codes, calendar_name
from support.locales.languages import endonym, language_name
from support.locales.zones import zone_keys, zone_name_with_place
from support.models.history import history_of
from support.models.language_tag_field import LanguageTagField
from support.models.weekdays_field import WeekdaysField

NOTHING = "–"

Field: TypeAlias = "models.Field[Any, Any]"


def told_fields(model: type[models.Model]) -> list[Field]:
    """What staff can change, texts by language; not what a row always belongs to."""
    columns = [
        field
        for field in model._meta.concrete_fields
        if field.editable
        and not field.primary_key
        and field.name not in _texts(model)
        and not (field.is_relation and not field.null)
    ]
    return [*columns, *model._meta.many_to_many]


def _texts(model: type[models.Model]) -> set[str]:
    """Those that stand in a column of each language besides."""
    try:
        return set(translator.get_options_for_model(model).all_fields)
    except NotRegistered:
        return set()


def label(field: Field) -> str:
    if isinstance(field, TranslationField):
        return f"{capfirst(field.translated_field.verbose_name)} · {endonym(field.language)}"
    return str(capfirst(field.verbose_name))


def text_language(field: Field) -> str:
    """The language in which the field's texts are written; empty where it holds none."""
    return field.language if isinstance(field, TranslationField) else ""


class Words:
    """Values in one site language. Names of other rows are asked for once, however many occur."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._names: dict[type[models.Model], dict[int, str]] = {}

    def value(self, field: Field, value: Any) -> str:
        if value is None or value in ("", frozenset(), ()):
            return NOTHING
        if field.many_to_many:
            return join([self._name(field, key) for key in value], self.language)
        if field.is_relation:
            return self._name(field, value)
        return self._plain(field, value)

    def _plain(self, field: Field, value: Any) -> str:
        if isinstance(field, WeekdaysField):
            return format_weekdays(value, self.language)
        if isinstance(value, time):
            return format_time(value, self.language, ends=field.name == "closes")
        if isinstance(value, date):
            return format_date(value, self.language)
        if isinstance(field, LanguageTagField):
            return language_name(value, self.language)
        if field.name == "zone" and value in zone_keys():
            return f"{zone_name_with_place(value, self.language)} ({value})"
        if field.name == "holidays" and value in calendar_codes():
            return calendar_name(value, self.language)
        return str(dict(field.flatchoices).get(value, value))

    def _name(self, field: Field, key: int) -> str:
        model = field.related_model
        assert isinstance(model, type)  # noqa: S101  # a relation leads to a model
        if model not in self._names:
            self._names[model] = _names(model)
        return self._names[model].get(key, f"#{key}")


def _names(model: type[models.Model]) -> dict[int, str]:
    """Of all rows there are or, as the records know, were."""
    gone: Iterable[Any] = history_of(model).latest_of_each()
    there: Iterable[models.Model] = model._default_manager.all()
    return {record.instance.pk: str(record.instance) for record in gone} | {
        row.pk: str(row) for row in there
    }
