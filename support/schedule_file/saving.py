"""Write what an import changes, each row by itself, so that history records it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import models
from django.utils import translation

from support.models import Audience, Channel, Department, Product, UILocale
from support.models.edit_version import EditVersioned
from support.rows.changes import Kind
from support.schedule_file.changes import EntryChange, PlannedRow, SavedRow
from support.schedule_file.columns import content_fields
from support.schedule_file.configuration import SECTIONS

_REFERRED: Mapping[str, type[models.Model]] = {
    "products": Product,
    "audiences": Audience,
    "departments": Department,
}
_DELETED_LAST = ("organization", *_REFERRED)
# What refers to another row goes before it and comes after it.
_IN_ORDER_OF_REFERENCE = ("products", *(name for name in SECTIONS if name != "products"))


def save(changes: Sequence[EntryChange]) -> list[SavedRow]:
    """Save the changes within a transaction, while the rows are as `changes` found them."""
    saving = _Saving(changes)
    with translation.override("en"):  # in which modeltranslation fills the columns of no language
        saving.save()
    return saving.saved_rows


class _Saving:
    def __init__(self, changes: Sequence[EntryChange]) -> None:
        order = _IN_ORDER_OF_REFERENCE.index
        self.changes = sorted(changes, key=lambda change: order(change.section))
        self.keys = {
            model: dict(model._default_manager.values_list("slug", "pk"))
            for model in _REFERRED.values()
        }
        self.saved_rows: list[SavedRow] = []

    def save(self) -> None:
        for change in reversed(self.changes):
            if change.kind is Kind.DELETED and change.section not in _DELETED_LAST:
                self.delete_entry(change)
        for change in self.changes:
            if change.kind is not Kind.DELETED:
                self.save_entry(change)
        # Others can refer to these until the changes above are saved.
        for section in _DELETED_LAST:
            for change in self.changes:
                if change.kind is Kind.DELETED and change.section == section:
                    self.delete_entry(change)

    def delete_entry(self, change: EntryChange) -> None:
        row: Any = change.row.before
        self.saved_rows.append(SavedRow(change, row.pk))
        _delete(row)

    def save_entry(self, change: EntryChange) -> None:
        row = self.save_row(change.row)
        self.saved_rows.append(SavedRow(change, row.pk))
        if type(row) in self.keys and change.after is not None:
            self.keys[type(row)][change.after.slug] = row.pk
        self.save_children(row, change.children)
        if isinstance(row, Channel) and change.after is not None:
            departments = self.keys[Department]
            row.departments.set([departments[slug] for slug in change.after.departments])

    def save_children(self, owner: models.Model, children: Sequence[PlannedRow]) -> None:
        """Save the rows of an owner. Deleted ones go first, as others can take their values."""
        owned_by = {"product" if isinstance(owner, Product) else "department": owner}
        for child in children:
            if child.kind is Kind.DELETED or _is_recreated(child):
                _delete(child.before)
        for child in children:
            if _is_recreated(child):
                self.save_row(PlannedRow(None, child.after), **owned_by)
            elif child.kind is not Kind.DELETED:
                self.save_row(child, **owned_by)

    def save_row(self, change: PlannedRow, **owner: models.Model) -> models.Model:
        after: Any = change.after
        model: type[models.Model] = type(after)
        row: Any = change.before if change.before is not None else model(**owner)
        for field in content_fields(model):
            value = getattr(after, field.name)
            if isinstance(value, Audience | Department | Product):
                setattr(row, field.attname, self.keys[type(value)][value.slug])
            else:
                setattr(row, field.name, value)
        if isinstance(row, UILocale) and (change.is_moved or change.before is None):
            row.position = after.position
        if isinstance(row, EditVersioned) and change.before is not None:
            row.edit_version += 1
        row.save()
        return row  # type: ignore[no-any-return]


def _is_recreated(child: PlannedRow) -> bool:
    """Tell whether a row is created again to stand elsewhere, as it has no position to say so."""
    return child.is_moved and not isinstance(child.after, UILocale)


def _delete(row: models.Model | None) -> None:
    assert row is not None  # noqa: S101  # what is deleted was there
    row.delete()
