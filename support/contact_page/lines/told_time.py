"""The times that an exception closes or opens, told on any clock.

On the clock by which staff stated an exception, its own words are the shortest: “Fri 25 Dec,
closed”. On another clock days begin and end elsewhere, so what really holds is told: “Thu 24 Dec,
23:00 – Fri 25 Dec, 08:30, closed”. The same rule is in `told_time.js`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

from support.contact_page.lines.state_line import with_zone
from support.locales.formatting import (
    format_days,
    format_hours,
    format_range,
    format_wall_moment,
    format_wall_range,
    format_weekdays,
    hours_to_next_day,
)
from support.locales.zones import zone_name
from support.schedule import MINUTES_PER_DAY, Weekday, date_of, time_of
from support.schedule.zone import zone as clock_of

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MINUTE = timedelta(minutes=1)


class Form(StrEnum):
    """How times are told."""

    CLOSED = "closed"
    UNTIL_FURTHER_NOTICE = "until-further-notice"
    OPEN = "open"
    ALSO = "also"


class Span(NamedTuple):
    """From `start`, inclusive, to `end`, exclusive, in minutes since 1970 in UTC."""

    start: int
    end: int


class Line(NamedTuple):
    """`languages` is empty where all languages of the department are meant."""

    when: str
    what: str
    languages: str = ""


class Concerned(NamedTuple):
    """Languages, by name, and the times that an exception closes or opens for them."""

    languages: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class ToldTime:
    """The times of an exception. `zones` are the clocks by which its own words tell them.

    `is_shifted` marks those that its own words would place on other days than they are on,
    `has_year` those that began in another year.
    """

    form: Form
    zones: tuple[str, ...]
    concerned: tuple[Concerned, ...]
    is_shifted: bool = False
    has_year: bool = False

    def needs_retelling(self, zone: str | None) -> bool:
        """Return whether its own words would be wrong on the clock of `zone`, or of its zones."""
        if not any(each.spans for each in self.concerned):
            return False
        return self.is_shifted or (zone is not None and not self._reads_alike(zone))

    def _reads_alike(self, zone: str) -> bool:
        edges = {edge * 60 for each in self.concerned for span in each.spans for edge in span}
        clock = clock_of(zone)
        return all(
            clock_of(other).offset_at(edge) == clock.offset_at(edge)
            for other in self.zones
            for edge in edges
        )

    def as_json(self) -> str:
        """Return what JavaScript tells them by; spans are distances from edge to edge."""
        told: dict[str, object] = {
            "form": self.form,
            "zones": self.zones,
            "of": [[each.languages, _distances(each.spans)] for each in self.concerned],
        }
        if self.is_shifted:
            told["shifted"] = True
        if self.has_year:
            told["year"] = True
        return json.dumps(told, ensure_ascii=False, separators=(",", ":"))


@dataclass(frozen=True, slots=True)
class Telling:
    """Lines in words; `data` is what JavaScript retells them by, or empty.

    `only_when` marks those of a sentence that already says what happens.
    """

    lines: tuple[Line, ...]
    data: str = ""
    only_when: bool = False


def when_and_what() -> str:
    """Return the pattern by which a sentence tells a line."""
    # Translators: {when}: “Thu 24 Dec”, {what}: “closed” or “10:00–15:00 (UTC)”.
    return _("{when}, {what}")


def days_of_weekdays() -> str:
    """Return the pattern of a range of days of which only some weekdays count."""
    # Translators: {days}: “Tue 1 – Thu 31 Dec”, {weekdays}: “Mon–Fri” or “first Sunday of the
    # month”.
    return _("{days} ({weekdays})")


def telling(time: ToldTime, own_words: Line, zone: str | None, language: str) -> Telling:
    """Tell times in the exception's own words, or what really holds on the clock of `zone`."""
    lines: tuple[Line, ...] = (own_words,)
    if time.needs_retelling(zone):
        lines = tuple(_lines(time, zone or time.zones[0], language, names_zone=zone is None))
    data = time.as_json() if any(each.spans for each in time.concerned) else ""
    return Telling(lines, data)


def _lines(time: ToldTime, zone: str, language: str, *, names_zone: bool) -> Iterator[Line]:
    def placed(words: str) -> str:
        if not names_zone:
            return words
        return with_zone().format(words=words, zone=zone_name(zone, language))

    for languages, spans in time.concerned:
        match time.form:
            case Form.CLOSED:
                for span in spans:
                    yield Line(placed(_from_until(span, zone, language)), _("closed"), languages)
            case Form.UNTIL_FURTHER_NOTICE:
                start = _local(spans[0].start, zone)
                moment = format_wall_moment(start, language, has_year=time.has_year)
                when = _("from %(moment)s") % {"moment": moment}
                yield Line(placed(when), _("closed until further notice"), languages)
            case Form.OPEN | Form.ALSO:
                for days, hours in _days_and_hours(spans, zone, language):
                    also = _("also {hours}").format(hours=hours)
                    what = placed(hours if time.form is Form.OPEN else also)
                    yield Line(days, what, languages)


def _from_until(span: Span, zone: str, language: str) -> str:
    return format_wall_range(_local(span.start, zone), _local(span.end, zone), language)


def _days_and_hours(spans: Sequence[Span], zone: str, language: str) -> Iterator[tuple[str, str]]:
    """Yield days that have the same hours, and these, in the order in which they first come."""
    by_hours: dict[str, list[int]] = {}
    for span in spans:
        (day, opens), (last, closes) = (_wall(minute, zone) for minute in span)
        if last > day and closes:
            hours = hours_to_next_day(time_of(opens), time_of(closes), language)
        elif opens == closes:
            hours = _("24 hours")
        else:
            hours = format_hours(time_of(opens), time_of(closes), language)
        by_hours.setdefault(hours, []).append(day)
    for hours, days in by_hours.items():
        for words in _days_in_words(days, language):
            yield words, hours


def _days_in_words(days: Sequence[int], language: str) -> Iterator[str]:
    """Yield them as one range, of some weekdays where that is all that is left out."""
    weekdays = {_weekday(day) for day in days}
    every = [day for day in range(days[0], days[-1] + 1) if _weekday(day) in weekdays]
    runs = [list(days)] if every == list(days) else list(_runs(days))
    for run in runs:
        first, last = (_day(date_of(day), language) for day in (run[0], run[-1]))
        words = first if len(run) == 1 else format_range(first, last, language)
        if len(run) <= run[-1] - run[0]:
            words = days_of_weekdays().format(
                days=words, weekdays=format_weekdays(weekdays, language)
            )
        yield words


def _runs(days: Sequence[int]) -> Iterator[list[int]]:
    run = [days[0]]
    for day in days[1:]:
        if day == run[-1] + 1:
            run.append(day)
        else:
            yield run
            run = [day]
    yield run


def _weekday(day: int) -> Weekday:
    return Weekday(date_of(day).weekday())


def _day(day: date, language: str) -> str:
    return format_days(day, day, language)


def _wall(minute: int, zone: str) -> tuple[int, int]:
    return divmod(minute + clock_of(zone).offset_at(minute * 60) // 60, MINUTES_PER_DAY)


def _local(minute: int, zone: str) -> datetime:
    return (_EPOCH + minute * _MINUTE).astimezone(ZoneInfo(zone))


def _distances(spans: Iterable[Span]) -> list[int]:
    edges = [edge for span in spans for edge in span]
    return [*edges[:1], *(later - earlier for earlier, later in pairwise(edges))]
