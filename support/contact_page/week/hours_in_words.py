"""The hours of seven days in words, each span on the day on which it begins; days that read the
same are told together.

A span that lasts longer than “the next day” can say is listed day by day. What began before the
first of the days and ends within it is listed there, since its own day is not among them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import time

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from support.contact_page.lines.viewpoint import Wording
from support.contact_page.week.minute_spans import MinuteSpan
from support.contact_page.week.seven_days import SevenDays
from support.locales.formatting import (
    format_hours,
    format_weekdays,
    hours_to_next_day,
    time_in_sentence,
)
from support.schedule import MINUTES_PER_DAY, Weekday, time_of


@dataclass(frozen=True, slots=True)
class HoursInWords:
    """A span in words; what cancels it is called `name` in the language `lang`, between
    `before` and `after`."""

    before: str
    name: str = ""
    lang: str = ""
    after: str = ""
    is_cancelled: bool = False


@dataclass(frozen=True, slots=True)
class DaysInWords:
    """Days with the same hours; no `weekdays` where nobody is there on any of the seven."""

    weekdays: str
    lines: tuple[HoursInWords, ...]


def days_in_words(
    days: SevenDays, opens: Sequence[MinuteSpan], cancelled: Sequence[MinuteSpan], language: str
) -> tuple[DaysInWords, ...]:
    """Return the days on which something is open or cancelled, from today."""
    told: dict[tuple[HoursInWords, ...], list[Weekday]] = {}
    for number, day in enumerate(days.dates):
        if lines := tuple(_lines(days, number, opens, cancelled, language)):
            told.setdefault(lines, []).append(Weekday(day.weekday()))
    if not told:
        return (DaysInWords("", (HoursInWords(pgettext("a day without hours", "closed")),)),)
    return tuple(
        DaysInWords(format_weekdays(weekdays, language), lines) for lines, weekdays in told.items()
    )


def hours_begun(
    days: SevenDays, number: int, opens: Sequence[MinuteSpan], language: str
) -> tuple[str, ...]:
    """Return the hours of one of the days in words, without the rest of a shift of the day
    before."""
    return tuple(
        words
        for span in opens
        if not (span.start < days.starts[0] and _is_shift(days, span))
        and (words := _words(days, number, span, language))
    )


def _lines(
    days: SevenDays,
    number: int,
    opens: Sequence[MinuteSpan],
    cancelled: Sequence[MinuteSpan],
    language: str,
) -> Iterator[HoursInWords]:
    is_closed = True
    for span in opens:
        if words := _words(days, number, span, language):
            yield HoursInWords(words)
            is_closed = False
    names = set()
    for span in cancelled:
        if words := _words(days, number, span, language):
            what = _("closed") if is_closed else _("closed %(hours)s") % {"hours": words}
            if (what, span.reason) not in names:
                yield _cancelled(what, span)
            names.add((what, span.reason))


def _cancelled(what: str, span: MinuteSpan) -> HoursInWords:
    # Translators: why hours are cancelled, where staff have given no reason: “closed
    # (exceptionally)”.
    reason = span.reason or Wording(_("exceptionally"), "")
    pattern = _("{state} ({reason})").replace("{state}", what)
    before, _place, after = pattern.partition("{reason}")
    return HoursInWords(before, reason.text, reason.lang, after, is_cancelled=True)


def _words(days: SevenDays, number: int, span: MinuteSpan, language: str) -> str:
    """Return the words of a span on one of the days; none where it is listed on another."""
    start, end, _reason = span
    day_start, day_end = days.starts[number], days.starts[number + 1]
    if end <= day_start or day_end <= start:
        return ""
    if start <= day_start and day_end <= end:
        return _("24 hours")
    is_shift = _is_shift(days, span)
    is_of_yesterday = is_shift and start < day_start
    if is_of_yesterday and number:
        return ""
    runs_on = is_shift and day_end < end
    closes = time(0) if day_end <= end and not runs_on else _time(days, end)
    if is_of_yesterday:
        return _("until %(time)s") % {"time": time_in_sentence(closes, language, ends=True)}
    write = hours_to_next_day if runs_on else format_hours
    return write(_time(days, max(start, day_start)), closes, language)


def _is_shift(days: SevenDays, span: MinuteSpan) -> bool:
    """Return whether it ends on the next day, at or before the time at which it began."""
    if span.end - span.start > 2 * MINUTES_PER_DAY:
        return False
    (day, opens), (last, closes) = days.wall(span.start), days.wall(span.end)
    return last == day + 1 and closes <= opens


def _time(days: SevenDays, minute: int) -> time:
    return time_of(days.wall(minute)[1])
