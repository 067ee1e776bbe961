"""Instants are whole seconds since 1970-01-01T00:00Z inside, aware datetimes outside."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import accumulate
from operator import sub

from support.schedule.errors import InstantOutOfRange, NaiveInstant

SECONDS_PER_DAY = 24 * 60 * 60
SECONDS_PER_WEEK = 7 * SECONDS_PER_DAY

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
EPOCH_DAY = EPOCH.toordinal()
EARLIEST = datetime(1900, 1, 1, tzinfo=UTC)
LATEST = datetime(2201, 1, 1, tzinfo=UTC)

# The days, by any clock, of the years that are answered for.
FIRST_DAY = EARLIEST.toordinal() - EPOCH_DAY
LAST_DAY = LATEST.toordinal() - EPOCH_DAY - 1

_SECOND = timedelta(seconds=1)


def to_utc(at: datetime) -> datetime:
    """Return the same instant in UTC.

    Raises NaiveInstant without a zone, InstantOutOfRange outside [EARLIEST, LATEST).
    """
    if at.utcoffset() is None:
        raise NaiveInstant.given(at)
    if not EARLIEST <= at < LATEST:
        raise InstantOutOfRange.given(at, EARLIEST, LATEST)
    return at.astimezone(UTC)


def to_seconds(at: datetime) -> int:
    """Return the second of an instant; every edge of an interval is a whole second."""
    return (at - EPOCH) // _SECOND


def from_seconds(seconds: int) -> datetime:
    """Return the instant in UTC."""
    return datetime.fromtimestamp(seconds, UTC)


def row_from_seconds(seconds: Sequence[int], base: int) -> list[datetime]:
    """Return many instants at once, three times as fast: hours repeat, so few distances differ.

    They are counted from `base`.
    """
    if not seconds:
        return []
    distances = map(_distances.__getitem__, map(sub, seconds[1:], seconds))
    return list(accumulate(distances, initial=from_seconds(base + seconds[0])))  # type: ignore[arg-type]


class _Distances(dict[int, timedelta]):
    """Timedeltas by their seconds, the first thousand of them kept: faster than any cache."""

    def __missing__(self, seconds: int) -> timedelta:
        distance = timedelta(seconds=seconds)
        if len(self) < 1000:
            self[seconds] = distance
        return distance


_distances = _Distances()


def day_number(day: date) -> int:
    """Return the days since 1970-01-01: the unit in which dates and wall seconds compare."""
    return day.toordinal() - EPOCH_DAY


def date_of(day: int) -> date:
    """Return the date of a day number."""
    return date.fromordinal(day + EPOCH_DAY)


def new_year_day(year: int) -> int:
    """Return the day number of the first of January."""
    return day_number(date(year, 1, 1))


def new_year(year: int) -> int:
    """Return the first second of the year in UTC."""
    return new_year_day(year) * SECONDS_PER_DAY
