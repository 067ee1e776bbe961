"""The hours of each of seven days in words, each span on the day on which it begins.

A span that lasts longer than “the next day” can say is listed day by day. What began before the
first of the days and ends within it is listed there, since its own day is not among them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import time

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from support.contact_page.lines.viewpoint import Wording
from support.contact_page.week.minute_spans import MinuteSpan
from support.contact_page.week.seven_days import SevenDays
from support.locales.formatting import format_hours, hours_to_next_day, time_in_sentence
from support.schedule import MINUTES_PER_DAY, time_of


@dataclass(frozen=True, slots=True)
class HoursInWords:
    """A span in words; what cancels it is called `name` in the language `lang`, between
    `before` and `after`."""

    before: str
    name: str = ""
    lang: str = ""
    after: str = ""
    is_cancelled: bool = False
    holds_now: bool = False


@dataclass(frozen=True, slots=True)
class DayCell:
    """The hours of a day: most are a `text`, else there are several lines or a marked one."""

    day: str
    text: str
    lines: tuple[HoursInWords, ...]


def day_cells(
    days: SevenDays,
    labels: Iterable[str],
    opens: Sequence[MinuteSpan],
    cancelled: Sequence[MinuteSpan],
    now: MinuteSpan | None,
    language: str,
) -> tuple[DayCell, ...]:
    """Return a cell for each day; `labels` name the days, and `now` is the one of `opens` that
    holds at the moment."""
    return tuple(
        _cell(label, tuple(_lines(days, number, opens, cancelled, now, language)))
        for number, label in enumerate(labels)
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


def _cell(label: str, lines: tuple[HoursInWords, ...]) -> DayCell:
    first = lines[0]
    if len(lines) > 1 or first.is_cancelled or first.holds_now:
        return DayCell(label, "", lines)
    return DayCell(label, first.before, ())


def _lines(
    days: SevenDays,
    number: int,
    opens: Sequence[MinuteSpan],
    cancelled: Sequence[MinuteSpan],
    now: MinuteSpan | None,
    language: str,
) -> Iterator[HoursInWords]:
    is_closed = True
    for span in opens:
        if words := _words(days, number, span, language):
            yield HoursInWords(words, holds_now=number == 0 and span == now)
            is_closed = False
    names = set()
    for span in cancelled:
        if words := _words(days, number, span, language):
            what = _("closed") if is_closed else _("closed %(hours)s") % {"hours": words}
            if (what, span.reason) not in names:
                yield _cancelled(what, span)
            names.add((what, span.reason))
    if is_closed and not names:
        yield HoursInWords(pgettext("a day without hours", "closed"))


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
