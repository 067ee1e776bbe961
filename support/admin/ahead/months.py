"""What lies ahead by month: a grid of days, and below it what happens on which of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from support.admin.ahead.entry import Entry
from support.locales.formatting import format_days, format_full_date, format_month

_A_DAY = timedelta(days=1)

# A month that is fuller than this is narrowed by the form above.
MOST_ENTRIES = 100


@dataclass(frozen=True, slots=True)
class Day:
    """A day in the grid. `anchor` is where the list tells of it, `count` how much there is."""

    number: int
    name: str
    is_today: bool
    anchor: str
    count: int


@dataclass(frozen=True, slots=True)
class Told:
    """What happens on the same days; `anchor` is that of the first, or of the month's first."""

    days: str
    anchor: str
    entries: list[Entry]


@dataclass(frozen=True, slots=True)
class Month:
    title: str
    key: str
    weeks: list[list[Day | None]]
    told: list[Told]
    more: int


def month(first: date, entries: Sequence[Entry], today: date, language: str) -> Month:
    """Return the month that begins on `first`, with those of the entries that touch it."""
    last = next_month(first) - _A_DAY
    inside = [entry for entry in entries if entry.first <= last and entry.last >= first]
    shown = inside[:MOST_ENTRIES]
    on_day: dict[date, list[Entry]] = {}
    for entry in shown:
        day = max(entry.first, first)
        while day <= min(entry.last, last):
            on_day.setdefault(day, []).append(entry)
            day += _A_DAY
    days = [_day(first, each, on_day, today, language) for each in _days(first, last)]
    blank: list[Day | None] = [None] * first.weekday()
    cells = [*blank, *days]
    cells += [None] * (-len(cells) % 7)
    weeks = [cells[start : start + 7] for start in range(0, len(cells), 7)]
    told = list(_told(shown, first, language))
    return Month(
        format_month(first, language), f"{first:%Y-%m}", weeks, told, len(inside) - len(shown)
    )


def next_month(first: date) -> date:
    return (first + timedelta(days=31)).replace(day=1)


def month_before(first: date) -> date:
    return (first - _A_DAY).replace(day=1)


def _days(first: date, last: date) -> Iterator[date]:
    return (first + number * _A_DAY for number in range((last - first).days + 1))


def _day(
    first: date, day: date, on_day: dict[date, list[Entry]], today: date, language: str
) -> Day:
    found = on_day.get(day, [])
    anchor = _anchor(max(found[0].first, first)) if found else ""
    name = format_full_date(day, language)
    return Day(day.day, name, day == today, anchor, len(found))


def _told(entries: Sequence[Entry], first: date, language: str) -> Iterator[Told]:
    """Group what begins on the same day; what began in an earlier month comes first."""
    together: dict[date, list[Entry]] = {}
    for entry in entries:
        together.setdefault(max(entry.first, first), []).append(entry)
    for day in sorted(together):
        spans: dict[tuple[date, date], list[Entry]] = {}
        for entry in together[day]:
            spans.setdefault((entry.first, entry.last), []).append(entry)
        for number, ((starts, ends), those) in enumerate(spans.items()):
            anchor = "" if number else _anchor(day)
            yield Told(format_days(starts, ends, language), anchor, those)


def _anchor(day: date) -> str:
    return f"day-{day.isoformat()}"
