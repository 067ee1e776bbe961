from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo


def midnight(day: date, zone: str) -> datetime:
    """Return when the day begins on that clock, in UTC."""
    return datetime.combine(day, time(0), ZoneInfo(zone)).astimezone(UTC)


def next_midnight(at: datetime, zone: str) -> datetime:
    """Return when the day after that of an instant begins on that clock, in UTC."""
    return midnight(at.astimezone(ZoneInfo(zone)).date() + timedelta(days=1), zone)
