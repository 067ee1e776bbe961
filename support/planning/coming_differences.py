"""The four weeks in which it is best seen what an edit does to hours."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from support.directory import DepartmentEntry
from support.planning.difference import DepartmentDifference, differences

SHOWN = timedelta(weeks=4)
LOOKED_AHEAD = (SHOWN, timedelta(weeks=13), timedelta(days=366))


@dataclass(frozen=True, slots=True)
class ComingDifferences:
    """The departments that differ from `start` to `end`.

    There are none if nothing differs until `looked_until`.
    """

    start: datetime
    end: datetime
    looked_until: datetime
    departments: tuple[DepartmentDifference, ...]


def coming_differences(
    before: Sequence[DepartmentEntry], after: Sequence[DepartmentEntry], now: datetime
) -> ComingDifferences:
    """Compare the next four weeks or, if nothing differs in them, four from the first change.

    Special hours are often entered long in advance, and “no change” would then be wrong.
    """
    now = now.replace(second=0, microsecond=0)
    for ahead in LOOKED_AHEAD:
        found = differences(before, after, now, now + ahead)
        if found:
            start = now if ahead == SHOWN else _first_change(found) or now
            end = start + SHOWN
            if start != now:
                found = differences(before, after, start, end)
            return ComingDifferences(start, end, end, found)
    return ComingDifferences(now, now + SHOWN, now + ahead, ())


def _first_change(departments: Sequence[DepartmentDifference]) -> datetime | None:
    return min(
        (
            stretch.start
            for department in departments
            for language in department.languages
            for stretch in (*language.added[:1], *language.removed[:1])
        ),
        default=None,
    )
