from __future__ import annotations

from collections import Counter

from support.directory import DepartmentEntry
from support.locales.zones import UTC


def department_clock(entry: DepartmentEntry) -> str:
    """Return the clock by which most of its windows are stated, the first of those that are
    even."""
    zones = Counter(hours.window.zone for served in entry.languages for hours in served.hours)
    return zones.most_common(1)[0][0] if zones else UTC
