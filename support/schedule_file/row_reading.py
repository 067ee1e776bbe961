"""Read one table of a file into a row, by the rules of the file and then those of the model."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _

from support.models import Department
from support.models.scope import Scoped
from support.schedule_file.columns import unchecked_columns
from support.schedule_file.fields import FileField, Names, Texts
from support.schedule_file.file_fields import file_fields, name_in_file
from support.schedule_file.mistakes import Mistakes
from support.schedule_file.references import Known
from support.schedule_file.shape import Table


def read_row(row: models.Model, entry: Table, place: str, known: Known, mistakes: Mistakes) -> bool:
    """Read the entry into the row, and return whether it has no mistake. Takes no query."""
    return _RowReading(row, place, mistakes).read(entry, known)


class _RowReading:
    def __init__(self, row: models.Model, place: str, mistakes: Mistakes) -> None:
        self.row = row
        self.place = place
        self.mistakes = mistakes
        self.fields = {
            field.name: field for field in file_fields(type(row)) if not isinstance(field, Names)
        }
        self.wrong: set[str] = set()

    def read(self, entry: Table, known: Known) -> bool:
        unknown = [name for name in entry if name not in self.fields]
        for name in unknown:
            message = _("there is no such field. Available fields: %(names)s.")
            self.mistakes.add(self.place, name, message % {"names": ", ".join(self._names())})
        for name, field in self.fields.items():
            if name in entry or field.required:
                self._read_field(field, entry.get(name), known)
        self._check_row()
        return not self.wrong and not unknown

    def _names(self) -> list[str]:
        names = [field.name for field in file_fields(type(self.row))]
        return [*names, "windows"] if isinstance(self.row, Department) else names

    def _read_field(self, field: FileField | Texts, value: object, known: Known) -> None:
        try:
            field.read(self.row, value, known)
        except ValidationError as error:
            self.wrong |= set(field.columns)
            self.mistakes.add_error(self.place, error)

    def _check_row(self) -> None:
        """Add what the model refuses, but no field that could not be read in the first place."""
        try:
            self.row.clean_fields(exclude=self.wrong | unchecked_columns(type(self.row)))
        except ValidationError as error:
            self._add(error)
        try:
            _clean(self.row)
        except ValidationError as error:
            self._add(error)

    def _add(self, error: ValidationError) -> None:
        messages: dict[str, Any] = {
            column: texts
            for column, texts in error.message_dict.items()
            if column not in self.wrong
        }
        if messages:
            self.wrong |= messages.keys()
            model = type(self.row)
            self.mistakes.add_error(
                self.place, ValidationError(messages), lambda column: name_in_file(model, column)
            )


def _clean(row: models.Model) -> None:
    """Do what the model's own `clean` does, without its queries."""
    if isinstance(row, Scoped):
        mistakes = row.mistakes()
        if mistakes:
            raise ValidationError(mistakes)
        return
    row.clean()
