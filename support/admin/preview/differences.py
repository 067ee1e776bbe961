"""Prepare what `admin/support/differences.html` shows as `differences`."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.utils.translation import get_language

from support.admin.common.close_too import LOOKED_AHEAD, losses_from
from support.admin.common.lost_lines import LostLine, lost_lines
from support.admin.common.night_shift_lines import night_shift_words
from support.admin.preview.difference_lines import DepartmentLines, difference_lines
from support.admin.preview.difference_picture import DifferencePicture, difference_picture
from support.contact_page import Viewpoint
from support.directory import DepartmentEntry
from support.locales.formatting import format_date, format_dates
from support.locales.zones import UTC
from support.planning.coming_differences import coming_differences
from support.planning.losses import LostDays
from support.planning.night_shifts import night_shifts

# A department's lines and picture fill a screen; for the rest, their number is enough.
MOST_DEPARTMENTS = 12
MOST_LOSSES = 12


@dataclass(frozen=True, slots=True)
class ShownDifferences:
    """The effect of an edit on the hours in `days`, which begin at `shown_from`.

    `is_later` tells that nothing changes before them. If nothing changes at all, `looked_until` is
    the last day that was compared. `lost` tells who does not follow special hours, `night_shifts`
    which shifts of a night before run into a day that is closed.
    """

    shown_from: datetime
    days: str
    is_later: bool
    looked_until: str
    departments: tuple[tuple[DepartmentLines, DifferencePicture | None], ...]
    not_shown: int
    lost: tuple[LostLine, ...]
    lost_not_shown: int
    night_shifts: tuple[str, ...]


def shown_differences(
    before: Sequence[DepartmentEntry],
    after: Sequence[DepartmentEntry],
    now: datetime,
    zone: str = UTC,
    about: Collection[object] = (),
    *,
    has_links: bool = True,
) -> ShownDifferences:
    """Compare departments, in the active language and on the staff member's clock, `zone`.

    Special hours that lose are told where they did not lose before, or lose to or against those
    whose keys are in `about`. Without links, the keys of rows can be made up.
    """
    language = get_language() or "en"
    coming = coming_differences(before, after, now)
    first, last, until = (
        at.astimezone(ZoneInfo(zone)).date()
        for at in (coming.start, coming.end, coming.looked_until)
    )
    shown = coming.departments[:MOST_DEPARTMENTS]
    today = now.astimezone(ZoneInfo(zone)).date()
    losses = _losses(before, after, today, about)
    nights = night_shifts(after, about, today, today + LOOKED_AHEAD) if about else []
    told = lost_lines(losses[:MOST_LOSSES], Viewpoint(language, now, zone), has_links=has_links)
    pictures = [difference_picture(each, now, language, zone) for each in shown]
    return ShownDifferences(
        coming.start,
        format_dates(first, last, language),
        coming.start > now,
        format_date(until, language),
        tuple(zip(difference_lines(shown, now, language, zone), pictures, strict=True)),
        len(coming.departments) - len(shown),
        tuple(told),
        len(losses) - len(told),
        tuple(night_shift_words(each, language) for each in nights[:MOST_LOSSES]),
    )


def _losses(
    before: Sequence[DepartmentEntry],
    after: Sequence[DepartmentEntry],
    today: date,
    about: Collection[object],
) -> list[LostDays]:
    known = {lost.told for lost in losses_from(before, today)}
    return [
        lost
        for lost in losses_from(after, today)
        if lost.loser in about
        or not (lost.is_within or (lost.told in known and lost.keys.isdisjoint(about)))
    ]
