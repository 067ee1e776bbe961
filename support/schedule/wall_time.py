"""A time of day as the sign on the door shows it: minutes after midnight, 24:00 included."""

from __future__ import annotations

import re
from datetime import time
from functools import lru_cache

from support.schedule.errors import InvalidWallTime

MINUTES_PER_DAY = 24 * 60

_PATTERN = re.compile(r"(\d{1,2}):(\d{2})", re.ASCII)


# Staff write few times of day, and thousands of windows share them.
@lru_cache(maxsize=2048)
def parse_wall_time(text: str) -> int:
    """Minutes after midnight, 0 to 1440, of "9:30", "09:30" or "24:00". Raises InvalidWallTime."""
    match = _PATTERN.fullmatch(text.strip())
    if match is None:
        raise InvalidWallTime.given(text)
    hour, minute = int(match[1]), int(match[2])
    minutes = hour * 60 + minute
    if minute > 59 or minutes > MINUTES_PER_DAY:
        raise InvalidWallTime.given(text)
    return minutes


def read_opening(text: str) -> time:
    """Read when hours open, which is never 24:00: a day begins at 00:00. Raises InvalidWallTime."""
    minutes = parse_wall_time(text)
    if minutes == MINUTES_PER_DAY:
        raise InvalidWallTime.opening(text)
    return time_of(minutes)


def read_closing(text: str) -> time:
    """Read when hours close; 24:00 is the midnight at which a day ends. Raises InvalidWallTime."""
    return time_of(parse_wall_time(text))


def time_of(minutes: int) -> time:
    """Return the time so many minutes after midnight; 1440 is midnight, as 0 is."""
    return time(*divmod(minutes % MINUTES_PER_DAY, 60))


def minutes_of(at: time) -> int:
    """Return the minutes after midnight, 0 to 1439."""
    return at.hour * 60 + at.minute


def format_wall_time(minutes: int) -> str:
    """Return minutes of a day as in 09:30; 1440 is 24:00."""
    return f"{minutes // 60:02}:{minutes % 60:02}"
