"""Compare the rows that belong to an entry, and their order, before and after."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from django.utils.translation import gettext as _

from support.models import LanguageWindow, UILocale, UnscheduledLanguage
from support.rows.changes import FieldChange
from support.schedule_file.changes import PlannedRow
from support.schedule_file.configuration import Entry
from support.schedule_file.matching import pair
from support.schedule_file.row_changes import row_change

Pairs = Sequence[tuple[Any, Any]]

_KINDS = (LanguageWindow, UnscheduledLanguage, UILocale)


def compare_children(
    before: Entry | None, after: Entry | None
) -> tuple[list[PlannedRow], list[FieldChange]]:
    """Return the changes of rows, and those of their order."""
    changes: list[PlannedRow] = []
    orders: list[FieldChange] = []
    for kind in _KINDS:
        old, new = (_of_kind(entry, kind) for entry in (before, after))
        pairs = pair(old, new)
        moved = set(_renumbered(pairs) if kind is UILocale else _to_recreate(pairs))
        if moved:
            orders.append(FieldChange(_("Order"), _listed(old), _listed(new)))
        changes += (row_change(*each, is_moved=id(each[1]) in moved) for each in pairs)
    return [change for change in changes if change], orders


def _to_recreate(pairs: Pairs) -> Iterator[int]:
    """Yield the rows that come too late to stay, as each stands in the order of its creation."""
    last, is_late = 0, False
    for before, after in pairs:
        if after is None:
            continue
        is_late = is_late or before is None or before.pk < last
        if before is not None and is_late:
            yield id(after)
        last = before.pk if before is not None else last


def _renumbered(pairs: Pairs) -> Iterator[int]:
    """Yield the rows that get another position; none if their order stays as it is."""
    kept = [(before, after) for before, after in pairs if after is not None]
    places = [(before.position, before.pk) for before, _after in kept if before is not None]
    if len(places) == len(kept) and places == sorted(places):
        return
    for before, after in kept:
        if before is not None and before.position != after.position:
            yield id(after)


def _of_kind(entry: Entry | None, kind: type[Any]) -> list[Any]:
    return [row for row in entry.children if isinstance(row, kind)] if entry else []


def _listed(rows: Sequence[Any]) -> str:
    return " · ".join(map(str, rows))
