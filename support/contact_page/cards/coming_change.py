from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from support.contact_page.lines.exception_line import ExceptionLine, exception_lines
from support.contact_page.lines.reason_line import ReasonLine
from support.contact_page.lines.told_time import Line, Telling
from support.contact_page.lines.viewpoint import Viewpoint, wording
from support.directory import DepartmentEntry
from support.locales.formatting import join


@dataclass(frozen=True, slots=True)
class ComingChange:
    """An exception of the coming weeks, told once for all departments that it concerns."""

    departments: str
    telling: Telling
    reason: ReasonLine
    until_minute: int


def coming_changes(entries: Sequence[DepartmentEntry], view: Viewpoint) -> tuple[ComingChange, ...]:
    """Return what is not as usual, the first to be over first.

    Whole days, and what concerns several departments, are told as staff state them, since they
    begin and end at other hours for each; the rest is told on the clock of the page.
    """
    found: dict[tuple[tuple[Line, ...], ReasonLine], list[tuple[DepartmentEntry, ExceptionLine]]]
    found = {}
    as_stated = replace(view, zone=None)
    for entry in entries:
        stated = exception_lines(entry, as_stated)
        for line, shown in zip(stated, exception_lines(entry, view), strict=True):
            found.setdefault((line.telling.lines, line.reason), []).append((entry, shown))
    changes = [
        ComingChange(
            _departments([entry for entry, _line in those], entries, view),
            Telling(lines) if len(those) > 1 or those[0][1].is_of_days else those[0][1].telling,
            reason,
            max(line.until_minute for _entry, line in those),
        )
        for (lines, reason), those in found.items()
    ]
    return tuple(sorted(changes, key=lambda change: change.until_minute))


def _departments(
    those: Sequence[DepartmentEntry], entries: Sequence[DepartmentEntry], view: Viewpoint
) -> str:
    if len(those) == len(entries) > 1:
        return _("All departments")
    return join([wording(entry.name, view).text for entry in those], view.language)
