"""The structured data as last worked out; they change as a day begins or the clocks change."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from support.contact_page import Viewpoint
from support.contact_page.lines.valid_until import spell_for_good
from support.directory import Directory
from support.structured_data.organization import organization


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class StructuredData:
    """In `content`, what JSON-LD says; what is rendered of it is kept with this object."""

    content: dict[str, Any]


@dataclass(slots=True)
class _Last:
    """One each, since time goes on and most sites have one host."""

    known: tuple[Hashable, StructuredData] | None = None


def structured_data(
    directory: Directory,
    view: Viewpoint,
    page: str,
    *,
    department_page: str = "",
    department: str = "",
) -> StructuredData:
    """What `organization` says, and the same object for as long as it says the same."""
    spell = spell_for_good(directory, view.at)
    zones = spell.once("zones", lambda: _zones(directory))
    last = spell.once(("structured data", view.language, department), _Last)
    key = page, department_page, tuple(_day_and_offset(zone, view.at) for zone in zones)
    known = last.known  # looked at once: other threads may put in another
    if known is None or known[0] != key:
        content = organization(
            directory, view, page, department_page=department_page, department=department
        )
        last.known = known = key, StructuredData(content)
    return known[1]


def _zones(directory: Directory) -> tuple[ZoneInfo, ...]:
    keys = {zone for e in directory.departments for served in e.languages for zone in served.zones}
    return tuple(ZoneInfo(key) for key in sorted(keys))


def _day_and_offset(zone: ZoneInfo, at: datetime) -> tuple[int, float]:
    local = at.astimezone(zone)
    return local.toordinal(), (local.replace(tzinfo=UTC) - at).total_seconds()
