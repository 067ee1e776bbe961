"""Instants as whole minutes since 1970-01-01T00:00Z, as the page carries them for JavaScript."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

_MINUTE = timedelta(minutes=1)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def in_minutes(at: datetime) -> int:
    """Return the whole minutes from 1970-01-01T00:00Z until `at`."""
    return (at - _EPOCH) // _MINUTE
