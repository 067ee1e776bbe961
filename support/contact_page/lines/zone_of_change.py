from __future__ import annotations

from datetime import datetime, timedelta

from support.directory import ServedLanguage

_SECOND = timedelta(seconds=1)


def zone_of_change(served: ServedLanguage, change: datetime, *, opens: bool) -> str:
    """Return the clock of the window that begins or ends at a change of state."""
    zones = served.zones
    if len(zones) == 1:
        return next(iter(zones))
    return served.timetable.windows_at(change if opens else change - _SECOND)[0].zone
