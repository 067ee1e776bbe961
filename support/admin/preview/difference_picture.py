"""Two weeks of open hours before and after an edit: bars for a picture, hours for a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

from support.directory import ServedLanguage
from support.locales.formatting import format_dates, format_days, format_hours, format_weekdays
from support.locales.languages import language_name
from support.locales.zones import zone_name
from support.planning.difference import DepartmentDifference, LanguageDifference
from support.schedule import MINUTES_PER_DAY, Interval, Weekday, without

_A_DAY = timedelta(days=1)
_WEEK = 7
_ROW_HEIGHT = 46


@dataclass(frozen=True, slots=True)
class DifferenceBar:
    """Open hours, in minutes of the clock since the week began.

    `kind` is “kept”, “removed” or “added”.
    """

    kind: str
    start: int
    length: int


@dataclass(frozen=True, slots=True)
class LanguageBars:
    name: str
    top: int
    before: tuple[DifferenceBar, ...]
    after: tuple[DifferenceBar, ...]


@dataclass(frozen=True, slots=True)
class WeekOfBars:
    """A week of the picture; `days` pairs each weekday's short name with the day of the month."""

    title: str
    days: tuple[tuple[str, int], ...]
    languages: tuple[LanguageBars, ...]

    @property
    def height(self) -> int:
        return _ROW_HEIGHT * len(self.languages)


@dataclass(frozen=True, slots=True)
class DayLine:
    """A day on which a language's hours differ."""

    language: str
    day: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class DifferencePicture:
    zone: str
    weeks: tuple[WeekOfBars, ...]
    lines: tuple[DayLine, ...]


def difference_picture(
    department: DepartmentDifference, now: datetime, language: str, zone: str
) -> DifferencePicture | None:
    """Draw the two weeks from the day of the first change, leaving out what is before `now`.

    The clock is the one by which the hours that differ are stated or, if there are several, that
    of `zone`. Return None if no hours differ.
    """
    changed = [each for language in department.languages for each in _changed(language)]
    if not changed:
        return None
    key = _clock(department, zone)
    clock = ZoneInfo(key)
    first = min(changed).start.astimezone(clock).date()
    days = [first + number * _A_DAY for number in range(2 * _WEEK)]
    rows = [_Row(each, now, days, clock) for each in department.languages]
    return DifferencePicture(
        zone_name(key, language),
        tuple(_week(rows, days[at : at + _WEEK], language) for at in (0, _WEEK)),
        tuple(line for row in rows for line in row.lines(days, language)),
    )


def _changed(difference: LanguageDifference) -> tuple[Interval, ...]:
    return (*difference.added, *difference.removed)


def _clock(department: DepartmentDifference, zone: str) -> str:
    zones = {
        served.timetable.windows_at(interval.start)[0].zone
        for each in department.languages
        for served, changed in ((each.before, each.removed), (each.after, each.added))
        if served
        for interval in changed[:1]
    }
    return zones.pop() if len(zones) == 1 else zone


class _Row:
    """The hours of one language in the days of the picture, in pieces that end at midnight."""

    def __init__(
        self, difference: LanguageDifference, start: datetime, days: Sequence[date], clock: ZoneInfo
    ) -> None:
        self.tag = difference.tag
        first = max(start, _midnight(days[0], clock))
        last = _midnight(days[-1] + _A_DAY, clock)
        before = _intervals(difference.before, first, last)
        after = _intervals(difference.after, first, last)
        removed = without(before, after)
        self.before = list(_pieces(before, clock))
        self.after = list(_pieces(after, clock))
        self.kept = list(_pieces(without(before, removed), clock))
        self.removed = list(_pieces(removed, clock))
        self.added = list(_pieces(without(after, before), clock))

    def bars(
        self, kind: str, pieces: Sequence[_Piece], week: Sequence[date]
    ) -> tuple[DifferenceBar, ...]:
        """Join pieces that meet, as at midnight, to one bar."""
        bars: list[DifferenceBar] = []
        for day, opens, closes in pieces:
            if day not in week:
                continue
            start = (day - week[0]).days * MINUTES_PER_DAY + opens
            if bars and bars[-1].start + bars[-1].length == start:
                start = bars.pop().start
            end = (day - week[0]).days * MINUTES_PER_DAY + closes
            bars.append(DifferenceBar(kind, start, end - start))
        return tuple(bars)

    def lines(self, days: Sequence[date], language: str) -> Iterator[DayLine]:
        """Yield the days on which the hours differ."""
        for day in days:
            before, after = (_hours(day, each, language) for each in (self.before, self.after))
            if before != after:
                name = language_name(self.tag, language)
                yield DayLine(name, format_days(day, day, language), before, after)


_Piece = tuple[date, int, int]


def _week(rows: Sequence[_Row], days: Sequence[date], language: str) -> WeekOfBars:
    return WeekOfBars(
        format_dates(days[0], days[-1], language),
        tuple((format_weekdays([Weekday(day.weekday())], language), day.day) for day in days),
        tuple(
            LanguageBars(
                language_name(row.tag, language),
                number * _ROW_HEIGHT,
                row.bars("kept", row.kept, days) + row.bars("removed", row.removed, days),
                row.bars("kept", row.kept, days) + row.bars("added", row.added, days),
            )
            for number, row in enumerate(rows)
        ),
    )


def _intervals(served: ServedLanguage | None, start: datetime, end: datetime) -> list[Interval]:
    return served.timetable.intervals(start, end) if served else []


def _pieces(intervals: Sequence[Interval], clock: ZoneInfo) -> Iterator[_Piece]:
    """Cut intervals at midnight, in minutes of the clock; a repeated hour counts once."""
    for start, end in intervals:
        while start < end:
            day = start.astimezone(clock).date()
            midnight = _midnight(day + _A_DAY, clock)
            opens = _minutes(start, clock)
            closes = MINUTES_PER_DAY if midnight <= end else _minutes(end, clock)
            if opens < closes:
                yield day, opens, closes
            start = min(end, midnight)


def _midnight(day: date, clock: ZoneInfo) -> datetime:
    return datetime.combine(day, time(0), clock).astimezone(UTC)


def _minutes(at: datetime, clock: ZoneInfo) -> int:
    local = at.astimezone(clock)
    return local.hour * 60 + local.minute


def _hours(day: date, pieces: Sequence[_Piece], language: str) -> str:
    hours = [
        format_hours(time(opens // 60, opens % 60), time(closes // 60 % 24, closes % 60), language)
        for on, opens, closes in pieces
        if on == day
    ]
    return ", ".join(hours) or _("closed")
