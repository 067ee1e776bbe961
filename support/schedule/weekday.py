"""Weekdays, numbered as Python does and written as iCalendar's BYDAY does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import IntEnum
from functools import lru_cache

from support.schedule.errors import InvalidWeekdays


class Weekday(IntEnum):
    """A day of the week. Its value equals `date.weekday()`, its name the code of RFC 5545."""

    MO = 0
    TU = 1
    WE = 2
    TH = 3
    FR = 4
    SA = 5
    SU = 6


EVERY_DAY = frozenset(Weekday)


# Staff choose few sets of weekdays, and thousands of windows share them.
@lru_cache(maxsize=256)
def parse_weekdays(text: str) -> frozenset[Weekday]:
    """Read "MO,TU,FR", "MO-FR" or "SU-TH" in either case. Raises InvalidWeekdays."""
    parts = [part.strip().upper() for part in text.split(",") if part.strip()]
    if not parts:
        raise InvalidWeekdays.empty()
    return frozenset(day for part in parts for day in _days_of(part))


def parse_weekday(text: str) -> Weekday:
    """Read "MO". Raises InvalidWeekdays."""
    code = text.strip().upper()
    if code not in Weekday.__members__:
        raise InvalidWeekdays.unknown(code)
    return Weekday[code]


def _days_of(part: str) -> Iterator[Weekday]:
    """Read one day, or a range that can run over Sunday."""
    first, dash, last = part.partition("-")
    begins = parse_weekday(first)
    ends = parse_weekday(last) if dash else begins
    for step in range((ends - begins) % 7 + 1):
        yield Weekday((begins + step) % 7)


def format_weekdays(weekdays: Iterable[Weekday]) -> str:
    """Write "MO,TU,FR", Monday first."""
    return ",".join(weekday.name for weekday in sorted(weekdays))
