"""Instants are whole seconds since 1970-01-01T00:00Z inside, aware datetimes outside."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from support.schedule.errors import InstantOutOfRange, NaiveInstant

SECONDS_PER_DAY = 24 * 60 * 60

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
EPOCH_DAY = EPOCH.toordinal()
EARLIEST = datetime(1900, 1, 1, tzinfo=UTC)
LATEST = datetime(2201, 1, 1, tzinfo=UTC)

_SECOND = timedelta(seconds=1)
EARLIEST_SECONDS = (EARLIEST - EPOCH) // _SECOND
LATEST_SECONDS = (LATEST - EPOCH) // _SECOND


def to_seconds(at: datetime) -> int:
    """Fractions of a second are dropped: every edge of an interval is a whole second.

    Raises NaiveInstant without a zone, InstantOutOfRange outside [EARLIEST, LATEST).
    """
    try:
        elapsed = at - EPOCH
    except TypeError as error:  # quicker than to ask first: nearly every instant is aware
        raise NaiveInstant.given(at) from error
    seconds = elapsed.days * SECONDS_PER_DAY + elapsed.seconds
    if not EARLIEST_SECONDS <= seconds < LATEST_SECONDS:
        raise InstantOutOfRange.given(at, EARLIEST, LATEST)
    return seconds


def from_seconds(seconds: int) -> datetime:
    """The instant in UTC."""
    return datetime.fromtimestamp(seconds, UTC)


def day_number(day: date) -> int:
    """Days since 1970-01-01, the unit in which dates are compared with wall seconds."""
    return day.toordinal() - EPOCH_DAY


def new_year(year: int) -> int:
    """The first second of the year in UTC."""
    return day_number(date(year, 1, 1)) * SECONDS_PER_DAY
