"""What needs attention, by kind of matter."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from support.admin.first_page.clocks import coming_clock_changes
from support.admin.first_page.context import FirstPageContext
from support.admin.first_page.endings import ended_windows, ending_hours
from support.admin.first_page.freshness import unconfirmed_windows
from support.admin.first_page.holiday_clocks import holiday_clocks
from support.admin.first_page.incidents import incidents_to_look_at
from support.admin.first_page.incomplete_departments import (
    departments_without_channel,
    departments_without_hours,
)
from support.admin.first_page.last_good_copy import missing_last_good_copy
from support.admin.first_page.line import Line
from support.admin.first_page.not_followed import special_hours_not_followed
from support.admin.first_page.overruled import overruled_special_hours
from support.admin.first_page.questions import open_questions
from support.admin.first_page.texts import languages_with_missing_texts
from support.admin.first_page.unreachable_channels import channels_without_address
from support.admin.first_page.updated_data import hours_changed_by_data

# The rest is on a page of its own.
SHOWN = 5


@dataclass(frozen=True, slots=True)
class MatterKind:
    """A kind of matter. `key` is in the address of its page; `find` lists its matters."""

    key: str
    title: str | Promise
    find: Callable[[FirstPageContext], Sequence[Line]]


KINDS: tuple[MatterKind, ...] = (
    MatterKind("reserve", _("For your technical team"), missing_last_good_copy),
    MatterKind("incidents", _("Incidents"), incidents_to_look_at),
    MatterKind(
        "updated-data",
        _("Hours affected by an update to time zone data or holiday calendars"),
        hours_changed_by_data,
    ),
    MatterKind("ending", _("Hours ending soon with nothing to follow"), ending_hours),
    MatterKind("questions", _("Questions to answer"), open_questions),
    MatterKind("unconfirmed", _("Hours to confirm"), unconfirmed_windows),
    MatterKind("holiday-clocks", _("Public holiday time zones to confirm"), holiday_clocks),
    MatterKind("no-hours", _("Departments with no hours"), departments_without_hours),
    MatterKind("no-channel", _("Departments with no channel"), departments_without_channel),
    MatterKind("no-address", _("Chats and forms with no address"), channels_without_address),
    MatterKind("clock-changes", _("Clock changes in the next 14 days"), coming_clock_changes),
    MatterKind(
        "not-followed", _("Special hours that don’t apply to everyone"), special_hours_not_followed
    ),
    MatterKind("overruled", _("Special hours that have no effect"), overruled_special_hours),
    MatterKind("texts", _("Languages with missing texts"), languages_with_missing_texts),
    MatterKind("ended", _("Expired hours"), ended_windows),
)


@dataclass(frozen=True, slots=True)
class Matter:
    kind: MatterKind
    count: int
    lines: list[Line]

    @property
    def more(self) -> int:
        return self.count - len(self.lines)


def matters_of(context: FirstPageContext) -> Iterator[Matter]:
    """Yield the kinds that have any matters, each with its first lines."""
    for kind in KINDS:
        lines = kind.find(context)
        if lines:
            yield Matter(kind, len(lines), list(lines[:SHOWN]))
