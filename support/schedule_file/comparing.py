"""Compare two configurations."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from support.locales.formatting import join
from support.rows.changes import FieldChange
from support.rows.words import NOTHING
from support.schedule_file.changes import EntryChange
from support.schedule_file.children import compare_children
from support.schedule_file.configuration import SECTIONS, UNNAMED, Configuration, Entry, by_slug
from support.schedule_file.matching import pair
from support.schedule_file.row_changes import row_change, title


def compare(before: Configuration, after: Configuration) -> list[EntryChange]:
    """Return what leads from one configuration to the other, by section."""
    departments = by_slug([*before.departments, *after.departments])
    names = {slug: str(entry.row) for slug, entry in departments.items()}
    return [
        change
        for section in SECTIONS
        for old, new in _pairs(section, before.section(section), after.section(section))
        if (change := _entry_change(section, old, new, names))
    ]


def _pairs(
    section: str, before: Sequence[Entry], after: Sequence[Entry]
) -> Sequence[tuple[Entry | None, Entry | None]]:
    if section in UNNAMED:
        return pair(before, after)
    old, new = by_slug(before), by_slug(after)
    if section == "departments":
        return _pairs_of_departments(old, new)
    return [(old.get(slug), new.get(slug)) for slug in dict.fromkeys([*new, *old])]


def _pairs_of_departments(
    old: Mapping[str, Entry], new: Mapping[str, Entry]
) -> Sequence[tuple[Entry | None, Entry | None]]:
    """Pair a department also with the one whose short name it had; it remembers all of them."""
    pairs: list[tuple[Entry | None, Entry | None]] = []
    left = dict(old)
    for slug, entry in new.items():
        row: Any = entry.row
        former = (name for name in row.former_slugs if name in left and name not in new)
        before = left.pop(slug if slug in left else next(former, ""), None)
        if before:
            row.remember(before.row)
        pairs.append((before, entry))
    return [*pairs, *((entry, None) for entry in left.values())]


def _entry_change(
    section: str, before: Entry | None, after: Entry | None, names: Mapping[str, str]
) -> EntryChange:
    children, orders = compare_children(before, after)
    row = row_change(
        before.row if before else None,
        after.row if after else None,
        also=[*orders, *_departments(before, after, names)],
    )
    if children and not row:
        row = replace(row, title=title(row.before))
    return EntryChange(section, before, after, row, children)


def _departments(
    before: Entry | None, after: Entry | None, names: Mapping[str, str]
) -> list[FieldChange]:
    """Return the change of a channel's departments; their order is not its own."""
    old, new = (set(entry.departments) if entry else set() for entry in (before, after))
    if old == new:
        return []
    return [FieldChange(_("Departments"), _listed(old, names), _listed(new, names))]


def _listed(slugs: set[str], names: Mapping[str, str]) -> str:
    listed = [name for slug, name in names.items() if slug in slugs]
    return join(listed, get_language() or "en") if listed else NOTHING
