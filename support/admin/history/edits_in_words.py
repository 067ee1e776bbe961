from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from support.history.edits import EditKey, edits
from support.history.reasons import reason_in_words
from support.history.related_rows import RecordsOfModel
from support.locales.formatting import format_moment_in_full
from support.locales.zones import zone_name
from support.rows.changes import RowChange


@dataclass(frozen=True, slots=True)
class EditInWords:
    at: datetime
    moment: str
    by: str
    reason: str
    changes: tuple[RowChange, ...]
    more: int


def edits_in_words(
    about: Iterable[RecordsOfModel],
    keys: Sequence[EditKey],
    zone: str,
    language: str,
    most_rows: int | None = None,
) -> Iterator[EditInWords]:
    """Yield the edits of `keys` as people read them, on the clock of `zone`; of each, the changes
    of `most_rows` rows at most."""
    for edit in edits(about, keys, language, most_rows):
        yield EditInWords(
            edit.at,
            moment_and_zone(edit.at, zone, language),
            edit.by or _("a command (no one signed in)"),
            reason_in_words(edit.reason, zone, language),
            edit.changes,
            edit.more,
        )


def moment_and_zone(at: datetime, zone: str, language: str) -> str:
    """Format a moment, as in “23 November 2026, 14:05:09 (Japan Standard Time)”."""
    return f"{format_moment_in_full(at, zone, language)} ({zone_name(zone, language)})"
