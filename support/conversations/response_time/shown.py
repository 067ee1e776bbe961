"""Response times in words, the same for staff and for visitors."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from support.conversations.response_time.measure import ResponseTime
from support.directory import Directory
from support.locales.formatting import format_date, format_duration
from support.locales.languages import language_name


@dataclass(frozen=True, slots=True)
class Row:
    """One department in one language; figures that are not told are empty."""

    department: str
    language: str
    count: int
    average: str
    median: str
    nine_of_ten: str
    counted_in: str
    outside: int
    waiting: int
    longest: str


def rows_of(times: Iterable[ResponseTime], directory: Directory, language: str) -> list[Row]:
    return [_row(each, directory, language) for each in times]


def days_of(times: Iterable[ResponseTime], language: str, at: datetime) -> tuple[str, str]:
    """Return the first and the last of the days that are told of."""
    first = next((each.first for each in times), at)
    return format_date(first.date(), language), format_date(at.date(), language)


def _row(time: ResponseTime, directory: Directory, language: str) -> Row:
    entry = directory.department(time.department)
    figures = time.figures
    longest = time.longest
    return Row(
        (entry.name.read(language) if entry else "") or time.department,
        language_name(time.language, language),
        figures.count,
        _length(figures.average, language),
        _length(figures.median, language),
        _length(figures.nine_of_ten, language),
        # Translators: what a response time is counted in.
        _("opening hours") if time.is_open_time else _("all hours (no set hours)"),
        time.outside,
        time.waiting,
        _length(longest.seconds, language) if longest else "",
    )


def _length(seconds: int | None, language: str) -> str:
    """Return a length in words: to the minute from an hour on, for nobody counts seconds then."""
    if seconds is None:
        return ""
    told = seconds if seconds < _HOUR else seconds // 60 * 60
    return format_duration(told, language)


_HOUR = 3600
