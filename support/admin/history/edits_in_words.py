from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import models
from django.utils.translation import gettext as _

from support.history.changes import RowChange
from support.history.edits import EditKey, edits
from support.history.reasons import reason_in_words
from support.locales.formatting import format_moment_in_full
from support.locales.zones import zone_name


@dataclass(frozen=True, slots=True)
class ToldEdit:
    at: datetime
    moment: str
    by: str
    reason: str
    changes: tuple[RowChange, ...]


def told_edits(
    model: type[models.Model], pk: int, keys: Sequence[EditKey], zone: str, language: str
) -> Iterator[ToldEdit]:
    """On the clock of `zone`, which is named."""
    for edit in edits(model, pk, keys, language):
        yield ToldEdit(
            edit.at,
            moment_and_zone(edit.at, zone, language),
            edit.by or _("a command, nobody signed in"),
            reason_in_words(edit.reason, zone, language),
            edit.changes,
        )


def moment_and_zone(at: datetime, zone: str, language: str) -> str:
    """As in “23 November 2026, 14:05:09 (Japan Standard Time)”."""
    return f"{format_moment_in_full(at, zone, language)} ({zone_name(zone, language)})"
