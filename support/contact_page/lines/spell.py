"""What has been worked out of a part of the directory, kept for as long as it reads the same."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from datetime import UTC, datetime
from typing import Any, TypeVar, cast
from weakref import WeakKeyDictionary

from support.contact_page.lines.viewpoint import Viewpoint

P = TypeVar("P")
T = TypeVar("T")

FOR_GOOD = datetime.max.replace(tzinfo=UTC)


class Spell:
    """From `since` until `until`, when something may read differently."""

    __slots__ = ("_known", "since", "until")

    def __init__(self, since: datetime, until: datetime) -> None:
        self.since = since
        self.until = until
        self._known: dict[Hashable, object] = {}

    def once(self, key: Hashable, work_out: Callable[[], T]) -> T:
        """Worked out when first asked for; then the same object until the spell is over."""
        if key not in self._known:
            self._known[key] = work_out()
        return cast("T", self._known[key])

    def seen_from(self, view: Viewpoint, work_out: Callable[[], T]) -> T:
        """Once for each language; on a chosen clock, of which there are hundreds, each time."""
        return work_out() if view.zone else self.once(view.language, work_out)


# One each, since time goes on. It goes with its part when the directory is loaded anew, so nothing
# that is worked out may refer to the part.
_spells: WeakKeyDictionary[Any, Spell] = WeakKeyDictionary()


def spell(part: P, at: datetime, until: Callable[[P, datetime], datetime]) -> Spell:
    """That of the part at an instant; `until` says how long it reads as it does then."""
    known = _spells.get(part)
    if known is None or not known.since <= at < known.until:
        known = _spells[part] = Spell(at, until(part, at))
    return known
