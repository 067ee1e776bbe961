"""What belongs to an entry, before and after, in the order in which it is to stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from django.utils.translation import gettext as _

from support.models import LanguageWindow, UILocale, UnscheduledLanguage
from support.schedule_file.changes import FieldChange, RowChange
from support.schedule_file.configuration import Entry
from support.schedule_file.matching import pair
from support.schedule_file.row_changes import row_change

Pairs = Sequence[tuple[Any, Any]]

_KINDS = (LanguageWindow, UnscheduledLanguage, UILocale)


def compare_children(
    before: Entry | None, after: Entry | None
) -> tuple[list[RowChange], list[FieldChange]]:
    """The second tells of another order."""
    changes: list[RowChange] = []
    orders: list[FieldChange] = []
    for kind in _KINDS:
        old, new = (_of_kind(entry, kind) for entry in (before, after))
        pairs = pair(old, new)
        moved = set(_renumbered(pairs) if kind is UILocale else _made_anew(pairs))
        if moved:
            orders.append(FieldChange(_("Order"), _listed(old), _listed(new)))
        changes += (row_change(*each, is_moved=id(each[1]) in moved) for each in pairs)
    return [change for change in changes if change], orders


def _made_anew(pairs: Pairs) -> Iterator[int]:
    """Rows that stand in the order in which they were made; which of them come too late to stay."""
    last, is_late = 0, False
    for before, after in pairs:
        if after is None:
            continue
        is_late = is_late or before is None or before.pk < last
        if before is not None and is_late:
            yield id(after)
        last = before.pk if before is not None else last


def _renumbered(pairs: Pairs) -> Iterator[int]:
    """Rows with a position; none of them is touched where their order stays as it is."""
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
