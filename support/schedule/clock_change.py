"""When the clock of a zone is put forward or back."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import NamedTuple

from support.schedule.instant import from_seconds, to_seconds, to_utc
from support.schedule.zone import zone


class ClockChange(NamedTuple):
    """At `at`, in UTC, the distance from UTC goes from `before` to `after`."""

    at: datetime
    zone: str
    before: timedelta
    after: timedelta

    @property
    def shown_before(self) -> datetime:
        """Return what the clock would show then, had nobody touched it; without a zone."""
        return self.at.replace(tzinfo=None) + self.before

    @property
    def shown_after(self) -> datetime:
        """Return what the clock shows instead."""
        return self.at.replace(tzinfo=None) + self.after


def clock_changes(zone_key: str, start: datetime, end: datetime) -> list[ClockChange]:
    """Return the changes in [start, end), sorted. Raises UnknownZone."""
    clock = zone(zone_key)
    return [
        ClockChange(
            from_seconds(instant),
            zone_key,
            timedelta(seconds=clock.offset_at(instant - 1)),
            timedelta(seconds=clock.offset_at(instant)),
        )
        for instant in clock.clock_changes(to_seconds(to_utc(start)), to_seconds(to_utc(end)))
    ]
