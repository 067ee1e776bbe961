"""Group the changes of an import by section, for `admin/support/import_preview.html`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.text import capfirst
from django.utils.translation import get_language, ngettext

from support.locales.formatting import join
from support.rows.changes import Kind
from support.schedule_file import EntryChange

# They fill a screen or two for each section; for the rest, their number is enough.
MOST_ENTRIES = 50

# What another edit cannot undo comes first.
_ORDER = (Kind.DELETED, Kind.CHANGED, Kind.ADDED)


@dataclass(frozen=True, slots=True)
class ShownSection:
    """A section of the preview.

    `counts` is as in “2 are deleted and 1 is changed”; `not_shown` counts the entries left out.
    """

    title: str
    counts: str
    changes: tuple[EntryChange, ...]
    not_shown: int


def shown_changes(changes: Sequence[EntryChange]) -> list[ShownSection]:
    """Return the sections that change, each with its first entries."""
    by_section: dict[str, list[EntryChange]] = {}
    for change in changes:
        by_section.setdefault(change.section, []).append(change)
    return [_section(each) for each in by_section.values()]


def _section(changes: list[EntryChange]) -> ShownSection:
    by_kind = {kind: [each for each in changes if each.kind is kind] for kind in _ORDER}
    shown = [change for kind in _ORDER for change in by_kind[kind]][:MOST_ENTRIES]
    counts = [_count(kind, len(of_kind)) for kind, of_kind in by_kind.items() if of_kind]
    return ShownSection(
        str(capfirst(changes[0].model._meta.verbose_name_plural)),
        join(counts, get_language() or "en"),
        tuple(shown),
        len(changes) - len(shown),
    )


def _count(kind: Kind, count: int) -> str:
    words = {
        Kind.DELETED: ngettext("%(count)d deleted", "%(count)d deleted", count),
        Kind.CHANGED: ngettext("%(count)d changed", "%(count)d changed", count),
        Kind.ADDED: ngettext("%(count)d new", "%(count)d new", count),
    }
    return words[kind] % {"count": count}
