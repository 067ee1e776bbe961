"""What an import changes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from django.db import models

from support.schedule_file.configuration import Entry


class Kind(StrEnum):
    CREATED = "created"
    CHANGED = "changed"
    DELETED = "deleted"


@dataclass(frozen=True, slots=True)
class FieldChange:
    """In words of the language in which it was found; texts are in the `language` of theirs."""

    label: str
    before: str
    after: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class RowChange:
    """`before` is None for a new row, `after` for one that goes.

    `title` and `fields` are in words; `is_moved` where its place among the others is not what it
    was.
    """

    before: models.Model | None
    after: models.Model | None
    title: str = ""
    fields: Sequence[FieldChange] = ()
    is_moved: bool = False

    @property
    def kind(self) -> Kind:
        if self.before is None:
            return Kind.CREATED
        return Kind.DELETED if self.after is None else Kind.CHANGED

    def __bool__(self) -> bool:
        return self.kind is not Kind.CHANGED or bool(self.fields) or self.is_moved


@dataclass(frozen=True, slots=True)
class EntryChange:
    """Of a row with what belongs to it; `before` and `after` as above."""

    section: str
    before: Entry | None
    after: Entry | None
    row: RowChange
    children: Sequence[RowChange] = ()

    @property
    def kind(self) -> Kind:
        return self.row.kind

    @property
    def model(self) -> type[models.Model]:
        entry = self.after or self.before
        assert entry is not None  # noqa: S101  # one of the two always is
        return type(entry.row)

    @property
    def told_children(self) -> list[RowChange]:
        """The order of all stands with the row."""
        return [child for child in self.children if child.fields or not child.is_moved]

    def __bool__(self) -> bool:
        return bool(self.row) or any(self.children)


@dataclass(frozen=True, slots=True)
class Written:
    """A change with the key that its row has, or had."""

    change: EntryChange
    key: int
