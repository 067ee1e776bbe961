"""What changes in the next 24 hours, in order of time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import groupby

from django.utils.translation import gettext as _

from support.admin.first_page.coming_exceptions import coming_exceptions
from support.admin.first_page.context import Outlook
from support.admin.first_page.line import Line
from support.directory import DepartmentEntry
from support.locales.formatting import join

A_DAY = timedelta(hours=24)

# So many moments are shown at once, so many lines of a moment; the rest is folded away.
MOMENTS_SHOWN = 10
LINES_SHOWN = 4
MOST_LINES = 40


@dataclass(frozen=True, slots=True)
class Moment:
    """All that happens at one instant; what is `folded` are too many to be read at a glance."""

    at: datetime
    words: str
    lines: list[Line]
    more: int

    @property
    def is_folded(self) -> bool:
        return len(self.lines) > LINES_SHOWN

    @property
    def count(self) -> int:
        return len(self.lines) + self.more


@dataclass(frozen=True, slots=True)
class ComingChanges:
    next: list[Moment]
    later: list[Moment]


def coming_changes(outlook: Outlook) -> ComingChanges:
    end = outlook.at + A_DAY
    happenings = [*coming_exceptions(outlook, end), *_openings(outlook, end)]
    moments = list(_moments(happenings, outlook))
    return ComingChanges(moments[:MOMENTS_SHOWN], moments[MOMENTS_SHOWN:])


def _moments(happenings: Iterable[tuple[datetime, Line]], outlook: Outlook) -> Iterator[Moment]:
    in_order = sorted(happenings, key=lambda happening: happening[0])
    for at, together in groupby(in_order, key=lambda happening: happening[0]):
        lines = [line for _at, line in together]
        shown = lines[:MOST_LINES]
        yield Moment(at, outlook.moment(at), shown, len(lines) - len(shown))


def _openings(outlook: Outlook, end: datetime) -> Iterator[tuple[datetime, Line]]:
    """One line for the languages of a department that open, or close, together."""
    for entry in outlook.directory.departments:
        together: dict[tuple[datetime, bool], list[str]] = {}
        for tag, at, opens in _changes(entry, outlook.at, end):
            together.setdefault((at, opens), []).append(outlook.language_name(tag))
        for (at, opens), names in together.items():
            words = _("%(department)s opens in %(languages)s")
            if not opens:
                words = _("%(department)s closes in %(languages)s")
            values = {
                "department": outlook.name(entry),
                "languages": join(names, outlook.language),
            }
            yield at, Line(words % values, outlook.address(entry))


def _changes(
    entry: DepartmentEntry, start: datetime, end: datetime
) -> Iterator[tuple[str, datetime, bool]]:
    """Every change after `start` up to `end`: the language, when, and whether it opens."""
    for served in entry.languages:
        change = served.timetable.next_change(start)
        while change and change <= end:
            yield served.tag, change, served.timetable.is_open(change)
            change = served.timetable.next_change(change)
