"""What an import changes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import models

from support.rows.changes import FieldChange, Kind
from support.schedule_file.configuration import Entry


@dataclass(frozen=True, slots=True)
class PlannedRow:
    """What an import does to one row: `before` is None for a new one, `after` for a deleted one.

    `title` and `fields` are in words. It `is_moved` if its place among the others changes.
    """

    before: models.Model | None
    after: models.Model | None
    title: str = ""
    fields: Sequence[FieldChange] = ()
    is_moved: bool = False

    @property
    def kind(self) -> Kind:
        if self.before is None:
            return Kind.ADDED
        return Kind.DELETED if self.after is None else Kind.CHANGED

    def __bool__(self) -> bool:
        """Tell whether anything differs."""
        return self.kind is not Kind.CHANGED or bool(self.fields) or self.is_moved


@dataclass(frozen=True, slots=True)
class EntryChange:
    """What an import does to a row and to the rows that belong to it.

    `before` is None for a new entry, `after` for a deleted one.
    """

    section: str
    before: Entry | None
    after: Entry | None
    row: PlannedRow
    children: Sequence[PlannedRow] = ()

    @property
    def kind(self) -> Kind:
        return self.row.kind

    @property
    def model(self) -> type[models.Model]:
        entry = self.after or self.before
        assert entry is not None  # noqa: S101  # one of the two always is
        return type(entry.row)

    @property
    def listed_children(self) -> list[PlannedRow]:
        """Return the children that change by themselves; another order is a field of the row."""
        return [child for child in self.children if child.fields or not child.is_moved]

    def __bool__(self) -> bool:
        """Tell whether anything differs."""
        return bool(self.row) or any(self.children)


@dataclass(frozen=True, slots=True)
class SavedRow:
    """A change that was made, with the primary key that the entry's row has, or had."""

    change: EntryChange
    key: int
