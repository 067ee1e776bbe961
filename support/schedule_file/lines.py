"""What an import changes, as lines of text for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from support.rows.changes import Kind
from support.schedule_file.changes import EntryChange, PlannedRow

_MARKS = {Kind.ADDED: "+", Kind.CHANGED: "~", Kind.DELETED: "-"}


def change_lines(changes: Sequence[EntryChange]) -> Iterator[str]:
    """Yield the changes by section: + is new, ~ is changed, - is deleted."""
    section = ""
    for change in changes:
        if change.section != section:
            section = change.section
            yield section
        yield from _row_lines(change.row, "  ")
        for child in change.listed_children:
            yield from _row_lines(child, "    ")


def _row_lines(change: PlannedRow, indent: str) -> Iterator[str]:
    yield f"{indent}{_MARKS[change.kind]} {change.title}"
    if change.kind is Kind.CHANGED:
        for field in change.fields:
            yield f"{indent}    {field.label}: {field.before} → {field.after}"
