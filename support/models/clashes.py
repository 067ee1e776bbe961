"""Which windows of a department overlap: the one rule for model, form and import."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.utils.translation import get_language, gettext

from support.models.window_words import window_hours, window_rules
from support.schedule import overlaps

if TYPE_CHECKING:
    from support.models.language_window import LanguageWindow


def clashes(windows: Sequence[LanguageWindow]) -> dict[int, list[ValidationError]]:
    """Return, for each position in `windows` of one department, the others that it overlaps.

    Windows of different languages or zones may share time, as those of regional teams do.
    """
    found: dict[int, list[ValidationError]] = {}
    by_language: dict[str, list[int]] = {}
    for position, row in enumerate(windows):
        by_language.setdefault(row.language, []).append(position)
    for positions in by_language.values():
        for one, other in overlaps([windows[position].window for position in positions]):
            for mine, theirs in ((one, other), (other, one)):
                found.setdefault(positions[mine], []).append(
                    _clash_with(windows[positions[theirs]])
                )
    return found


def _clash_with(row: LanguageWindow) -> ValidationError:
    language = get_language() or "en"
    return ValidationError(
        gettext("These hours overlap with %(hours)s. Change one of them, or combine the two."),
        "overlap",
        {"hours": " · ".join([window_hours(row, language), *window_rules(row, language)])},
    )
