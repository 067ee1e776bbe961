"""Count open time: what a department is expected to answer in, in one language."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import accumulate
from typing import NamedTuple

from support.directory import Directory, ServedLanguage


class Span(NamedTuple):
    """From when on time is counted, for a department in a language."""

    department: str
    language: str
    since: datetime


def served_in(directory: Directory, department: str, language: str) -> ServedLanguage | None:
    """Return the hours of a department in a language; None where it states none there."""
    entry = directory.department(department)
    if entry is None:
        return None
    served = next((each for each in entry.languages if each.tag == language), None)
    return served if served and served.hours else None


def open_seconds(
    directory: Directory, department: str, language: str, since: datetime, until: datetime
) -> int | None:
    """Return the open time from `since` until `until`; None where no hours are stated."""
    return open_seconds_of_each(directory, [Span(department, language, since)], until)[0]


def open_seconds_of_each(
    directory: Directory, spans: Sequence[Span], until: datetime
) -> list[int | None]:
    """Return the open time of each span until `until`; None where no hours are stated.

    Hours are expanded once for all spans of a department and language.
    """
    beginnings: dict[tuple[str, str], datetime] = {}
    for department, language, since in spans:
        key = department, language
        beginnings[key] = min(beginnings.get(key, since), since)
    counted = {
        key: _Counted(served, since, until) if served else None
        for key, since in beginnings.items()
        for served in [served_in(directory, *key)]
    }
    return [
        counts.seconds_since(span.since) if counts else None
        for span in spans
        for counts in [counted[span.department, span.language]]
    ]


class _Counted:
    """The open time until one instant, from any instant that is not before the first."""

    def __init__(self, served: ServedLanguage, first: datetime, until: datetime) -> None:
        self._intervals = served.timetable.intervals(first, max(first, until))
        self._starts = [each.start for each in self._intervals]
        lengths = (each.end - each.start for each in reversed(self._intervals))
        # From each interval on, to the end; nothing is left after the last.
        self._left = [*accumulate(lengths, initial=timedelta())][::-1]

    def seconds_since(self, since: datetime) -> int:
        place = bisect_right(self._starts, since)
        left = self._left[place]
        if place:
            left += max(self._intervals[place - 1].end - since, timedelta())
        return round(left.total_seconds())


def promised_at(
    directory: Directory, department: str, language: str, at: datetime
) -> datetime | None:
    """Return when a message of `at` is read: at once while the hours last, else when they begin.

    None where no hours are stated, or where none will ever be.
    """
    served = served_in(directory, department, language)
    if served is None:
        return None
    return at if served.timetable.is_open(at) else served.timetable.next_change(at)
