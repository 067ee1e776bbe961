"""Prepare what `admin/support/differences.html` shows as `differences`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from django.utils.translation import get_language

from support.admin.preview.difference_lines import DepartmentLines, difference_lines
from support.admin.preview.difference_picture import DifferencePicture, difference_picture
from support.directory import DepartmentEntry
from support.locales.formatting import format_date, format_dates
from support.locales.zones import UTC
from support.planning.coming_differences import coming_differences

# A department's lines and picture fill a screen; for the rest, their number is enough.
MOST_DEPARTMENTS = 12


@dataclass(frozen=True, slots=True)
class ShownDifferences:
    """The effect of an edit on the hours in `days`, which begin at `shown_from`.

    `is_later` tells that nothing changes before them. If nothing changes at all, `looked_until` is
    the last day that was compared.
    """

    shown_from: datetime
    days: str
    is_later: bool
    looked_until: str
    departments: tuple[tuple[DepartmentLines, DifferencePicture | None], ...]
    not_shown: int


def shown_differences(
    before: Sequence[DepartmentEntry],
    after: Sequence[DepartmentEntry],
    now: datetime,
    zone: str = UTC,
) -> ShownDifferences:
    """Compare departments, in the active language and on the staff member's clock, `zone`."""
    language = get_language() or "en"
    coming = coming_differences(before, after, now)
    first, last, until = (
        at.astimezone(ZoneInfo(zone)).date()
        for at in (coming.start, coming.end, coming.looked_until)
    )
    shown = coming.departments[:MOST_DEPARTMENTS]
    pictures = [difference_picture(each, now, language, zone) for each in shown]
    return ShownDifferences(
        coming.start,
        format_dates(first, last, language),
        coming.start > now,
        format_date(until, language),
        tuple(zip(difference_lines(shown, now, language, zone), pictures, strict=True)),
        len(coming.departments) - len(shown),
    )
