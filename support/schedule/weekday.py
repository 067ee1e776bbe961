"""Weekdays, numbered as Python does and written as iCalendar's BYDAY does."""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum
from functools import lru_cache

from support.schedule.errors import InvalidWeekdays


class Weekday(IntEnum):
    """The value equals `date.weekday()`; the name is the code of RFC 5545, section 3.3.10."""

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
    """Read "MO,TU,FR"; case and spaces do not matter. Raises InvalidWeekdays."""
    codes = [code.strip().upper() for code in text.split(",") if code.strip()]
    if not codes:
        raise InvalidWeekdays.empty()
    for code in codes:
        if code not in Weekday.__members__:
            raise InvalidWeekdays.unknown(code)
    return frozenset(Weekday[code] for code in codes)


def format_weekdays(weekdays: Iterable[Weekday]) -> str:
    """Write "MO,TU,FR", Monday first."""
    return ",".join(weekday.name for weekday in sorted(weekdays))
