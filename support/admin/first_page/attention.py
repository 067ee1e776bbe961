"""What needs attention: kinds of matters, each with a list of what there is of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from support.admin.first_page.clocks import coming_clock_changes
from support.admin.first_page.context import Outlook
from support.admin.first_page.endings import ended_windows, ending_hours
from support.admin.first_page.freshness import unconfirmed_windows
from support.admin.first_page.incomplete_departments import (
    departments_without_channel,
    departments_without_hours,
)
from support.admin.first_page.last_good_copy import missing_reserve
from support.admin.first_page.line import Line
from support.admin.first_page.overruled import overruled_special_hours
from support.admin.first_page.texts import languages_with_missing_texts

# More are on a page of their own.
SHOWN = 5


@dataclass(frozen=True, slots=True)
class Kind:
    """`key` names it in the address of its page."""

    key: str
    title: str | Promise
    find: Callable[[Outlook], Sequence[Line]]


KINDS: tuple[Kind, ...] = (
    Kind("reserve", _("Something is wrong with the server"), missing_reserve),
    Kind("ending", _("Hours that end soon, with nothing after them"), ending_hours),
    Kind("unconfirmed", _("Hours to be confirmed"), unconfirmed_windows),
    Kind("no-hours", _("Departments without any hours"), departments_without_hours),
    Kind("no-channel", _("Departments without any channel"), departments_without_channel),
    Kind("clock-changes", _("Clocks that change in the next 14 days"), coming_clock_changes),
    Kind("overruled", _("Special hours that change nothing"), overruled_special_hours),
    Kind("texts", _("Languages in which texts are missing"), languages_with_missing_texts),
    Kind("ended", _("Hours whose last valid day is over"), ended_windows),
)


@dataclass(frozen=True, slots=True)
class Matter:
    kind: Kind
    count: int
    lines: list[Line]

    @property
    def more(self) -> int:
        return self.count - len(self.lines)


def matters_of(outlook: Outlook) -> Iterator[Matter]:
    """Those of which there is anything, each with the first of its lines."""
    for kind in KINDS:
        lines = kind.find(outlook)
        if lines:
            yield Matter(kind, len(lines), list(lines[:SHOWN]))
