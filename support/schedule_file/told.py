"""What an import changes, as lines of text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from support.schedule_file.changes import EntryChange, Kind, RowChange

_MARKS = {Kind.CREATED: "+", Kind.CHANGED: "~", Kind.DELETED: "-"}


def told_changes(changes: Sequence[EntryChange]) -> Iterator[str]:
    """By section: + is new, ~ is changed, - is deleted."""
    section = ""
    for change in changes:
        if change.section != section:
            section = change.section
            yield section
        yield from _row(change.row, "  ")
        for child in change.told_children:
            yield from _row(child, "    ")


def _row(change: RowChange, indent: str) -> Iterator[str]:
    yield f"{indent}{_MARKS[change.kind]} {change.title}"
    if change.kind is Kind.CHANGED:
        for field in change.fields:
            yield f"{indent}    {field.label}: {field.before} → {field.after}"
