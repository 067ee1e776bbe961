"""What an entry of each kind has in a file: the columns and texts of its model."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any

from django.db import models
from modeltranslation.fields import TranslationField

from support.models import Audience, Channel, Department, Product
from support.models.day_hours_field import DayHoursField
from support.models.listed_field import (
    FormerNamesField,
    HolidayNamesField,
    LanguageTagsField,
    SiteLanguagesField,
)
from support.models.monthly_field import MonthlyField
from support.models.season_field import SeasonField
from support.models.weekdays_field import WeekdaysField
from support.models.written_field import WrittenField
from support.rows.columns import Field, translated_texts
from support.schedule import EVERY_DAY
from support.schedule_file.columns import content_fields
from support.schedule_file.fields import (
    Choice,
    Day,
    FileField,
    Flag,
    Names,
    Number,
    Plain,
    Reference,
    Texts,
)
from support.schedule_file.hours_fields import Hours, Moment, Places, Weekdays, Written
from support.schedule_file.names_fields import (
    HolidayZone,
    Languages,
    ListOfNames,
    OneLanguage,
)

# Lists of names; what they name are rows of their own.
_NAMES: Mapping[type[models.Model], str] = {
    Product: "locales",
    Department: "unscheduled",
    Channel: "departments",
}

# Two columns that are one value in a file, at the place of the first.
_PAIRS: Mapping[str, tuple[str, type[Hours | Moment], str]] = {
    "opens": ("hours", Hours, "closes"),
    "starts_on": ("starts", Moment, "starts_at"),
    "ends_on": ("ends", Moment, "ends_at"),
}
_SECONDS = frozenset(second for _name, _kind, second in _PAIRS.values())

_OF_COLUMNS: Mapping[type[WrittenField], Callable[[str], FileField]] = {
    HolidayNamesField: ListOfNames,
    SiteLanguagesField: ListOfNames,
    FormerNamesField: ListOfNames,
    MonthlyField: Places,
    SeasonField: Written,
    DayHoursField: Written,
}

_SECTIONS: Mapping[Any, str] = {
    Product: "products",
    Audience: "audiences",
    Department: "departments",
}


@cache
def file_fields(model: type[models.Model]) -> Sequence[FileField | Texts | Names]:
    """Return the fields in the order in which they are written: columns, names, texts."""
    columns = (field for field in content_fields(model) if not isinstance(field, TranslationField))
    texts = (
        field for field in model._meta.concrete_fields if field.name in translated_texts(model)
    )
    return (
        *(
            field
            for column in columns
            if column.name not in _SECONDS
            for field in _fields_of(column)
        ),
        *(Names(name) for of, name in _NAMES.items() if of is model),
        *(Texts(text.name, required=not text.blank) for text in texts),
    )


def name_in_file(model: type[models.Model], column: str) -> str:
    """Return what a file calls a column: “hours” for `opens`, “name.ja” for `name_ja`."""
    for field in file_fields(model):
        if isinstance(field, Names):
            continue
        if column in field.columns and isinstance(field, Texts):
            return f"{field.name}.{column.removeprefix(f'{field.name}_')}"
        if column in field.columns:
            return field.name
    return column


def _fields_of(column: Field) -> Sequence[FileField]:
    if isinstance(column, LanguageTagsField):
        return (OneLanguage(), Languages())
    return (_file_field(column),)


def _file_field(column: Field) -> FileField:
    is_required = not column.blank and not column.has_default()
    if column.name in _PAIRS:
        name, kind, second = _PAIRS[column.name]
        return kind(name, (column.name, second), is_required)
    if column.name == "holidays_zone":
        return HolidayZone(column.name)
    if isinstance(column, WeekdaysField):
        return Weekdays(column.name, every_day_is_usual=column.default == EVERY_DAY)
    for of, file_field in _OF_COLUMNS.items():
        if isinstance(column, of):
            return file_field(column.name)
    if isinstance(column, models.ForeignKey):
        return Reference(column.name, is_required, section=_SECTIONS[column.related_model])
    if isinstance(column, models.DateField):
        same_as = "first_day" if column.name == "last_day" else ""
        return Day(column.name, is_required, unless_same_as=same_as)
    if isinstance(column, models.BooleanField):
        return Flag(column.name)
    if isinstance(column, models.IntegerField):
        default = column.default if column.name == "every_weeks" else None
        return Number(column.name, is_required, unless=default)
    if column.choices:
        return Choice(column.name, is_required, unless=str(column.get_default() or ""))
    return Plain(column.name, is_required)
