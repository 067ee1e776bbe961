from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from datetime import datetime
from threading import Lock
from typing import NamedTuple, TypeVar, cast

from support.parts.period import Period

T = TypeVar("T")

# A page of eight departments takes a quarter of a megabyte in each language, one of 200 with 5,000
# windows some sixty.
_MOST_BYTES = 224 * 1024 * 1024

# What the objects of a worked-out part take is not counted but assumed.
_ASSUMED_BYTES = 1500


class _Key(NamedTuple):
    name: str
    entries: tuple[int, ...]
    variant: tuple[Hashable, ...]


class _Item(NamedTuple):
    """`entries` are here so that no other object can get their identity."""

    entries: tuple[object, ...]
    made_of: object
    value: object
    weight: int


class Parts:
    """Parts of pages, worked out or rendered, kept by what they show.

    A part is known by its name, the entries of the directory that it shows, and its variant: the
    site language, the clock. It is handed out again as long as it is made of the same: the period
    in which it reads the same, or the parts that it was put together from. If that differs, it is
    made again and takes the place of the old one.

    Entries are told apart by identity. One that an edit does not touch is the same object after
    the edit, so its parts are found; one that it does is another, and nobody asks for the parts
    of the old one again. They leave, as all parts do, by not having been used for the longest time
    when there are more than `most_bytes`.

    Every value is immutable, and may be handed to several threads. Two threads may make the same
    part at the same time; both get the one that was there first.
    """

    def __init__(self, most_bytes: int = _MOST_BYTES) -> None:
        self._items: OrderedDict[_Key, _Item] = OrderedDict()
        self._keys: dict[int, _Key] = {}
        self._weight = 0
        self._most_bytes = most_bytes
        self._lock = Lock()

    def get(
        self,
        name: str,
        entries: tuple[object, ...],
        variant: tuple[Hashable, ...],
        made_of: object,
        make: Callable[[], T],
    ) -> T:
        """Return the part, making it where there is none that is made of the same."""
        key = _Key(name, tuple(map(id, entries)), variant)
        item = self._find(key)
        if item is None or item.made_of != made_of:
            item = self._store(key, entries, made_of, make())
        return cast("T", item.value)

    def period(
        self,
        name: str,
        entries: tuple[object, ...],
        variant: tuple[Hashable, ...],
        at: datetime,
        until: Callable[[], datetime],
    ) -> Period:
        """Return the period that holds at `at`, starting a new one if the last is over."""
        key = _Key(name, tuple(map(id, entries)), variant)
        item = self._find(key)
        period = cast("Period", item.value) if item else None
        if period is None or not period.holds_at(at):
            period = Period(at, until())
            self._store(key, entries, period, period)
        return period

    def rendered(
        self, name: str, of: object, language: str, made_of: object, make: Callable[[], bytes]
    ) -> bytes:
        """Return what was rendered of a part under the name of its template.

        It is rendered again with the part, or when something else in `made_of` is another. What is
        not a part is rendered and not kept.
        """
        key = self._keys.get(id(of))
        return make() if key is None else self.get(name, (), (key, language), made_of, make)

    def clear(self) -> None:
        with self._lock:
            self._items.clear()
            self._keys.clear()
            self._weight = 0

    def __len__(self) -> int:
        return len(self._items)

    @property
    def weight(self) -> int:
        return self._weight

    def _find(self, key: _Key) -> _Item | None:
        with self._lock:
            item = self._items.get(key)
            if item is not None:
                self._items.move_to_end(key)
            return item

    def _store(
        self, key: _Key, entries: tuple[object, ...], made_of: object, value: object
    ) -> _Item:
        with self._lock:
            before = self._items.get(key)
            if before is not None and before.made_of == made_of:
                return before  # by another thread, in the meantime
            if before is not None:
                self._forget(key)
            item = _Item(entries, made_of, value, _weight(value))
            self._items[key] = item
            self._keys[id(value)] = key
            self._weight += item.weight
            while self._weight > self._most_bytes and len(self._items) > 1:
                self._forget(next(iter(self._items)))
            return item

    def _forget(self, key: _Key) -> None:
        item = self._items.pop(key)
        self._weight -= item.weight
        if self._keys.get(id(item.value)) == key:
            del self._keys[id(item.value)]


def _weight(value: object) -> int:
    return len(value) if isinstance(value, bytes | str) else _ASSUMED_BYTES


# Those of this process.
parts = Parts()
