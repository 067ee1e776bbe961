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
class Bar:
    """In minutes of the clock since the week began; `kind` is kept, removed or added."""

    kind: str
    start: int
    length: int


@dataclass(frozen=True, slots=True)
class LanguageBars:
    name: str
    top: int
    before: tuple[Bar, ...]
    after: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Week:
    """`days` are pairs of a weekday's short name and the day of the month."""

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
    weeks: tuple[Week, ...]
    lines: tuple[DayLine, ...]


def difference_picture(
    department: DepartmentDifference, now: datetime, language: str, zone: str
) -> DifferencePicture | None:
    """From the day of the first change, and on its clock if all hours that differ are stated by it.

    Else on that of `zone`. What is before `now` is left out.
    """
    stretches = [each for tongue in department.languages for each in _stretches(tongue)]
    if not stretches:
        return None
    key = _clock(department, zone)
    clock = ZoneInfo(key)
    first = min(stretches).start.astimezone(clock).date()
    days = [first + number * _A_DAY for number in range(2 * _WEEK)]
    rows = [_Row(each, now, days, clock) for each in department.languages]
    return DifferencePicture(
        zone_name(key, language),
        tuple(_week(rows, days[at : at + _WEEK], language) for at in (0, _WEEK)),
        tuple(line for row in rows for line in row.lines(days, language)),
    )


def _stretches(difference: LanguageDifference) -> tuple[Interval, ...]:
    return (*difference.added, *difference.removed)


def _clock(department: DepartmentDifference, zone: str) -> str:
    zones = {
        served.timetable.windows_at(stretch.start)[0].zone
        for each in department.languages
        for served, stretches in ((each.before, each.removed), (each.after, each.added))
        if served
        for stretch in stretches[:1]
    }
    return zones.pop() if len(zones) == 1 else zone


class _Row:
    """One language's hours in the days of the picture, as pieces that no midnight cuts."""

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

    def bars(self, kind: str, pieces: Sequence[_Piece], week: Sequence[date]) -> tuple[Bar, ...]:
        """Pieces that meet, as at midnight, are one bar."""
        bars: list[Bar] = []
        for day, opens, closes in pieces:
            if day not in week:
                continue
            start = (day - week[0]).days * MINUTES_PER_DAY + opens
            if bars and bars[-1].start + bars[-1].length == start:
                start = bars.pop().start
            end = (day - week[0]).days * MINUTES_PER_DAY + closes
            bars.append(Bar(kind, start, end - start))
        return tuple(bars)

    def lines(self, days: Sequence[date], language: str) -> Iterator[DayLine]:
        for day in days:
            before, after = (_hours(day, each, language) for each in (self.before, self.after))
            if before != after:
                name = language_name(self.tag, language)
                yield DayLine(name, format_days(day, day, language), before, after)


_Piece = tuple[date, int, int]


def _week(rows: Sequence[_Row], days: Sequence[date], language: str) -> Week:
    return Week(
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
    """The day and the minutes of its clock; an hour that a clock repeats is drawn once."""
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
    told = [
        format_hours(time(opens // 60, opens % 60), time(closes // 60 % 24, closes % 60), language)
        for on, opens, closes in pieces
        if on == day
    ]
    return ", ".join(told) or _("closed")
