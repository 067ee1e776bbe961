"""Say in words what an edit does to hours."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.utils.html import format_html
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from support.admin.common.state_badge import state_badge
from support.contact_page import Viewpoint
from support.contact_page.lines.viewpoint import Wording, wording
from support.directory import ServedLanguage
from support.locales.formatting import format_length, format_wall_moment, format_wall_range
from support.locales.languages import language_name
from support.locales.zones import UTC, zone_name
from support.planning.difference import DepartmentDifference, LanguageDifference
from support.schedule import Interval


@dataclass(frozen=True, slots=True)
class LanguageLines:
    """How a language differs, in words.

    `hours` is as in “adds 10 hours, removes 14 hours”; `line` puts the language's name before it.
    `first_removed` and `first_added` are the first interval of either kind, and the states are the
    present ones.
    """

    name: str
    hours: str
    line: str
    first_removed: str
    first_added: str
    state_before: str
    state_after: str


@dataclass(frozen=True, slots=True)
class DepartmentLines:
    """How a department differs; `fate` says that it is new or deleted, else it is empty."""

    name: Wording
    fate: str
    languages: tuple[LanguageLines, ...]


def difference_lines(
    departments: Sequence[DepartmentDifference], now: datetime, language: str, zone: str = UTC
) -> Iterator[DepartmentLines]:
    """Describe each department.

    Times are on the clock by which the hours are stated and, if it reads otherwise, on `zone`.
    """
    view = Viewpoint(language, now, zone)
    for department in departments:
        yield DepartmentLines(
            wording(department.entry.name, view),
            _fate(department),
            tuple(_language_lines(each, view) for each in department.languages),
        )


def _fate(department: DepartmentDifference) -> str:
    if department.before is None:
        return _("This department is new.")
    return _("This department will be deleted.") if department.after is None else ""


def _language_lines(difference: LanguageDifference, view: Viewpoint) -> LanguageLines:
    name = language_name(difference.tag, view.language)
    hours = _hours(difference, view.language)
    return LanguageLines(
        name,
        hours,
        format_html(
            _("{what}: {detail}"),
            what=format_html("<strong>{}</strong>", capfirst(name)),
            detail=hours,
        ),
        _first(difference.removed, difference.before, difference.after, view),
        _first(difference.added, difference.after, difference.before, view),
        _state(difference.before, view),
        _state(difference.after, view),
    )


def _hours(difference: LanguageDifference, language: str) -> str:
    durations = {
        "added": _total(difference.added, language),
        "removed": _total(difference.removed, language),
    }
    if difference.added and difference.removed:
        return _("adds %(added)s, removes %(removed)s") % durations
    if difference.added:
        return _("adds %(added)s") % durations
    if difference.removed:
        return _("removes %(removed)s") % durations
    return _("no change in hours")


def _total(intervals: Sequence[Interval], language: str) -> str:
    total = sum((interval.end - interval.start for interval in intervals), timedelta(0))
    return format_length(total, language)


def _first(
    intervals: Sequence[Interval],
    served: ServedLanguage | None,
    other: ServedLanguage | None,
    view: Viewpoint,
) -> str:
    """Return the first interval in which only `served` is open, on both clocks."""
    if not intervals or served is None:
        return ""
    first = intervals[0]
    stated, own = served.timetable.windows_at(first.start)[0].zone, view.zone or UTC
    goes_on = _is_open(served, first.end) and not _is_open(other, first.end)
    words = _on_clock(first, stated, view.language, goes_on=goes_on)
    if _offset(first, stated) == _offset(first, own):
        return words
    return f"{words} · {_on_clock(first, own, view.language, goes_on=goes_on)}"


def _is_open(served: ServedLanguage | None, at: datetime) -> bool:
    return served is not None and served.timetable.is_open(at)


def _on_clock(interval: Interval, zone: str, language: str, *, goes_on: bool) -> str:
    """Say when it is; where it goes on beyond the time that was compared, only from when."""
    start, end = (at.astimezone(ZoneInfo(zone)) for at in interval)
    place = zone_name(zone, language)
    if goes_on:
        moment = f"{format_wall_moment(start, language)} ({place})"
        return _("from %(moment)s") % {"moment": moment}
    return f"{format_wall_range(start, end, language)} ({place})"


def _offset(interval: Interval, zone: str) -> list[timedelta | None]:
    return [at.astimezone(ZoneInfo(zone)).utcoffset() for at in interval]


def _state(served: ServedLanguage | None, view: Viewpoint) -> str:
    return state_badge(served, view.at, view.zone or UTC) if served else _("not served")
