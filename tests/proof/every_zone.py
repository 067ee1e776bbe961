"""Every clock change of every IANA zone, sorted by zones whose clocks show the same."""

from __future__ import annotations

import zoneinfo
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from importlib import resources
from typing import NamedTuple
from zoneinfo import ZoneInfo

from tests.proof.clock_changes import Night
from tests.schedule.brute_force import clock_changes, wall_time

# The locked tzdata and nothing of the system's, as the portal itself has it.
zoneinfo.reset_tzpath(to=())

START, END = datetime(2024, 1, 1, tzinfo=UTC), datetime(2038, 1, 1, tzinfo=UTC)

# Where no clock changes, hours are compared on two nights on which those of others do.
CALM_NIGHTS = [datetime(2026, 3, 29, 1, tzinfo=UTC), datetime(2026, 10, 24, 15, tzinfo=UTC)]

# Zones of one piece of work, so that none takes long.
_AT_ONCE = 12


class Clock(NamedTuple):
    """Some zones, what their clocks show at START, and each change with what they show then."""

    zones: tuple[str, ...]
    shows: tuple[tuple[datetime, datetime], ...]

    @property
    def changes(self) -> list[datetime]:
        return [moment for moment, _ in self.shows[1:]]


def files() -> list[tuple[str, ...]]:
    """All zones, those together of which tzdata has the same file."""
    zones: dict[bytes, list[str]] = defaultdict(list)
    for key in sorted(zoneinfo.available_timezones()):
        file = resources.files("tzdata.zoneinfo").joinpath(*key.split("/"))
        zones[file.read_bytes()].append(key)
    return [tuple(keys) for keys in zones.values()]


def clock_of(zones: tuple[str, ...]) -> Clock:
    zone = ZoneInfo(zones[0])
    moments = [START, *clock_changes(zone, START, END)]
    return Clock(zones, tuple((moment, wall_time(zone, moment)) for moment in moments))


def nights(clocks: Iterable[Clock]) -> Iterator[Night]:
    """Each change once for all clocks that show the same in these years."""
    alike: dict[tuple[tuple[datetime, datetime], ...], tuple[str, ...]] = defaultdict(tuple)
    for clock in clocks:
        alike[clock.shows] += clock.zones
    for shows, zones in alike.items():
        for change in Clock(zones, shows).changes or CALM_NIGHTS:
            for first in range(0, len(zones), _AT_ONCE):
                yield Night(zones[first : first + _AT_ONCE], change)
