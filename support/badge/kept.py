"""What has been put into words for one visitor is there for the next who asks the same."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from weakref import WeakKeyDictionary

from support.badge.asked_for import Clock
from support.badge.content import carried_badge
from support.directory import DepartmentEntry, Directory, ServedLanguage

_Key = tuple[str, str, str, Clock, date]

# Some 3 KB each; the bound holds off those who try every zone.
_MOST = 1000

_kept: WeakKeyDictionary[Directory, dict[_Key, dict[str, Any]]] = WeakKeyDictionary()


def kept_carried_badge(
    directory: Directory,
    entry: DepartmentEntry,
    served: ServedLanguage,
    locale: str,
    at: datetime,
    clock: Clock,
) -> dict[str, Any]:
    """As `carried_badge`, which differs with the day; not to be changed."""
    kept = _kept.setdefault(directory, {})
    key = (entry.slug, served.tag, locale, clock, at.date())
    content = kept.get(key)
    if content is None:
        if len(kept) >= _MOST:
            kept.clear()
        content = kept[key] = carried_badge(entry, served, locale, at, clock)
    return content
