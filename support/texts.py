"""The texts that staff write in the languages of the site, and those that are missing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

from django.db import models
from django.db.models import Q
from modeltranslation.translator import translator

from support.directory import Rows, Text
from support.directory.rows import Row, public_columns
from support.locales.languages import SITE_LANGUAGES
from support.models import Department
from support.models.checked_texts import cleaned

# Answers that staff keep ready are not on any page; a language without its own is no gap.
_OF_VISITORS = "support"
_BELONGS_TO = "department"


@dataclass(frozen=True, slots=True)
class StaffText:
    """One text of one row, written in at least one language."""

    row: models.Model
    field: str
    text: Text

    @property
    def key(self) -> str:
        """Return the name of the text in forms, different from that of any other text."""
        return f"{self.row._meta.model_name}-{self.row.pk}-{self.field}"

    @property
    def department(self) -> Department | None:
        """Return the department that it belongs to; None if it belongs to no single one."""
        if isinstance(self.row, Department):
            return self.row
        belongs_to = getattr(self.row, _BELONGS_TO, None)
        return belongs_to if isinstance(belongs_to, Department) else None

    def lacks(self, language: str) -> bool:
        """Tell whether the text is missing in a language."""
        return language not in self.text.texts


def staff_texts() -> Iterator[StaffText]:
    """Yield every text that at least one language has, model by model.

    Takes one query for each model.
    """
    for model in _models():
        fields = _fields(model)
        for row in _rows(model, fields):
            for field in fields:
                text = Text.of(row, field)
                if text:
                    yield StaffText(row, field, text)


def missing_texts(rows: Rows) -> dict[str, int]:
    """Return how many texts each language of the site lacks, of the rows of a directory.

    What only staff see is not among those rows, and takes a query for each of its texts.
    """
    missing = dict.fromkeys(SITE_LANGUAGES, 0)
    for texts in _stored_texts(rows):
        if any(texts):
            for language, text in zip(SITE_LANGUAGES, texts, strict=True):
                missing[language] += not text
    return missing


def _models() -> Iterator[type[models.Model]]:
    for model in translator.get_registered_models(abstract=False):
        if model._meta.app_label == _OF_VISITORS:
            yield model


def _fields(model: type[models.Model]) -> list[str]:
    return [
        name
        for name in translator.get_options_for_model(model).all_fields
        # An address may be another one in a language; it is no text to be translated.
        if not isinstance(model._meta.get_field(name), models.URLField)
    ]


def _stored_texts(rows: Rows) -> Iterator[list[str]]:
    """Yield each text of each row in all languages, empty where there is none."""
    for model in _models():
        public = public_columns(model) if model in rows else ()
        for field in _fields(model):
            columns = [f"{field}_{code}" for code in SITE_LANGUAGES]
            stored: Iterable[Row] = (
                map(itemgetter(*map(public.index, columns)), rows[model])
                if columns[0] in public
                else models.QuerySet(model).values_list(*columns)
            )
            column: Any = model._meta.get_field(columns[0])
            for texts in stored:
                yield [cleaned(column, text) if text else "" for text in texts]


def _rows(model: type[models.Model], fields: list[str]) -> models.QuerySet[models.Model]:
    columns = [f"{field}_{code}" for field in fields for code in SITE_LANGUAGES]
    written = Q()
    for column in columns:
        written |= Q(**{f"{column}__gt": ""})
    rows = model._default_manager.filter(written).order_by("pk")
    relations = (field.name for field in model._meta.fields if field.is_relation)
    has_department = _BELONGS_TO in relations
    return rows.select_related(_BELONGS_TO) if has_department else rows
