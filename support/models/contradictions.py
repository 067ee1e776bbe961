"""What two special hours say differently: the one rule for model, form and import."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.utils.translation import get_language, gettext

from support.locales.formatting import format_dates, join
from support.schedule import (
    LAST_DAY,
    Contradiction,
    DateRange,
    contradiction,
    day_number,
    touching,
)

if TYPE_CHECKING:
    from support.models.special_hours import SpecialHours


def contradictions_of(
    rows: Sequence[SpecialHours], *, only_of_first: bool = False
) -> Iterator[tuple[int, int, Contradiction]]:
    """Yield, by position, what two entries of one department say differently to the same people.

    Where one lies within the other, the shorter one decides on its days.
    """
    specials = [row.special for row in rows]
    for one, other in touching(specials):
        if only_of_first and one > 0:
            return  # they are sorted
        if rows[one].shares_people(rows[other]):
            found = contradiction(specials[one], specials[other])
            if found:
                yield one, other, found


def contradicts(other: SpecialHours, split: Sequence[DateRange]) -> ValidationError:
    """Return the mistake of an entry that contradicts `other`, and how to split it."""
    language = get_language() or "en"
    if not split:
        return ValidationError(
            gettext(
                "There is another entry for the same days, departments and languages: %(entry)s. "
                "Change one of them, or make one fall entirely within the other; the shorter one "
                "then applies on its days."
            ),
            "contradiction",
            {"entry": str(other)},
        )
    parts = join([_part(days, language) for days in split], language)
    return ValidationError(
        gettext(
            "There is another entry for some of these days, departments and languages: %(entry)s. "
            "Enter only %(parts)s here, or change the other one."
        ),
        "contradiction",
        {"entry": str(other), "parts": parts},
    )


def _part(days: DateRange, language: str) -> str:
    if day_number(days.last) == LAST_DAY:  # every month, without an end
        return gettext("from %(first)s") % {"first": format_dates(days.first, days.first, language)}
    return format_dates(*days, language)
