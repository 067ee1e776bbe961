"""What opens, closes or begins in the next 24 hours, in order of time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import groupby

from django.utils.translation import gettext as _

from support.admin.first_page.coming_exceptions import coming_exceptions
from support.admin.first_page.context import FirstPageContext
from support.admin.first_page.line import Line
from support.directory import DepartmentEntry
from support.locales.formatting import join

A_DAY = timedelta(hours=24)

# What is beyond these numbers is folded away.
MOMENTS_SHOWN = 10
LINES_SHOWN = 4
# Beyond this number, only a count is shown.
MOST_LINES = 40


@dataclass(frozen=True, slots=True)
class ComingMoment:
    """All that happens at one instant; `more` counts the lines that are left out."""

    at: datetime
    words: str
    lines: list[Line]
    more: int

    @property
    def is_folded(self) -> bool:
        """Return whether the lines are too many to be read at a glance."""
        return len(self.lines) > LINES_SHOWN

    @property
    def count(self) -> int:
        return len(self.lines) + self.more


@dataclass(frozen=True, slots=True)
class ComingChanges:
    next: list[ComingMoment]
    later: list[ComingMoment]


def coming_changes(context: FirstPageContext) -> ComingChanges:
    end = context.at + A_DAY
    happenings = [*coming_exceptions(context, end), *_openings(context, end)]
    moments = list(_moments(happenings, context))
    return ComingChanges(moments[:MOMENTS_SHOWN], moments[MOMENTS_SHOWN:])


def _moments(
    happenings: Iterable[tuple[datetime, Line]], context: FirstPageContext
) -> Iterator[ComingMoment]:
    in_order = sorted(happenings, key=lambda happening: happening[0])
    for at, together in groupby(in_order, key=lambda happening: happening[0]):
        lines = [line for _at, line in together]
        shown = lines[:MOST_LINES]
        yield ComingMoment(at, context.moment(at), shown, len(lines) - len(shown))


def _openings(context: FirstPageContext, end: datetime) -> Iterator[tuple[datetime, Line]]:
    """Yield one line for all languages of a department that open, or close, at the same time."""
    words = {
        True: _("%(department)s opens in %(languages)s"),
        False: _("%(department)s closes in %(languages)s"),
    }
    for entry in context.directory.departments:
        together: dict[tuple[datetime, bool], list[str]] = {}
        for tag, at, opens in _changes(entry, context.at, end):
            together.setdefault((at, opens), []).append(context.language_name(tag))
        name, address = context.name(entry), context.address(entry)
        for (at, opens), names in together.items():
            values = {"department": name, "languages": join(names, context.language)}
            yield at, Line(words[opens] % values, address)


def _changes(
    entry: DepartmentEntry, start: datetime, end: datetime
) -> Iterator[tuple[str, datetime, bool]]:
    """Yield every change after `start` up to `end`: the language, when, and whether it opens."""
    for served in entry.languages:
        change = served.timetable.next_change(start)
        while change and change <= end:
            yield served.tag, change, served.timetable.is_open(change)
            change = served.timetable.next_change(change)
