"""Gaps in cover as a person would write them: by weekday, on the chosen clock."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time
from itertools import groupby
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

from support.locales.formatting import (
    format_days,
    format_exact_time,
    format_hours,
    format_time,
    format_weekdays,
    join,
)
from support.planning.coverage import Coverage, LanguageCover
from support.schedule import Interval, Weekday, clock_changes


@dataclass(frozen=True, slots=True)
class GapLine:
    """Days of the week on which nobody answers at the same times."""

    weekdays: str
    hours: str


def gap_lines(cover: LanguageCover, whole: Coverage, language: str) -> tuple[GapLine, ...]:
    """Describe the gaps day by day, since people look up a day; alike days share a line."""
    weekdays: dict[tuple[str, ...], list[Weekday]] = {}
    for day, hours in groupby(whole.hours, key=lambda hour: hour.day):
        intervals = [hour.interval for hour in hours]
        bounds = Interval(intervals[0].start, intervals[-1].end)
        words = tuple(_words_of_day(cover, bounds, whole.zone, language))
        if words:
            weekdays.setdefault(words, []).append(Weekday(day.weekday()))
    return tuple(
        GapLine(format_weekdays(days, language), join(words, language))
        for words, days in weekdays.items()
    )


def _words_of_day(cover: LanguageCover, day: Interval, zone: str, language: str) -> Iterator[str]:
    for gap in cover.gaps:
        start, end = max(gap.start, day.start), min(gap.end, day.end)
        if (start, end) == day:
            yield _("all day")
        elif start < end:
            yield _hours(start, end, ZoneInfo(zone), language, ends_day=end == day.end)


def _hours(start: datetime, end: datetime, zone: ZoneInfo, language: str, *, ends_day: bool) -> str:
    first, last = start.astimezone(zone), end.astimezone(zone)
    if _comes_twice(first) or _comes_twice(last):
        return f"{format_exact_time(first, language)} – {format_exact_time(last, language)}"
    return format_hours(first.time(), time(0) if ends_day else last.time(), language)


def _comes_twice(at: datetime) -> bool:
    return at.replace(fold=0).utcoffset() != at.replace(fold=1).utcoffset()


def change_lines(whole: Coverage, language: str) -> Iterator[str]:
    """Say what each change of the chosen clock does to the hours of the week."""
    forward = _(
        "%(day)s: the clocks go forward from %(before)s to %(after)s. The time in between doesn’t "
        "exist."
    )
    back = _(
        "%(day)s: the clocks go back from %(before)s to %(after)s. The time in between happens "
        "twice and is counted together."
    )
    start, end = whole.hours[0].interval.start, whole.hours[-1].interval.end
    for change in clock_changes(whole.zone, start, end):
        day = change.shown_before.date()
        words = forward if change.before < change.after else back
        yield words % {
            "day": format_days(day, day, language),
            "before": format_time(change.shown_before.time(), language),
            "after": format_time(change.shown_after.time(), language),
        }
