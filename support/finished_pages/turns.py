from __future__ import annotations

from collections.abc import Hashable, Iterator
from contextlib import contextmanager
from threading import Lock


class Turns:
    """A lock for every name that somebody waits for, and for no other, so that invented names leave
    nothing behind."""

    def __init__(self) -> None:
        self._turns: dict[Hashable, _Turn] = {}
        self._lock = Lock()

    @contextmanager
    def at(self, name: Hashable) -> Iterator[None]:
        with self._lock:
            turn = self._turns.setdefault(name, _Turn())
            turn.waiting += 1
        try:
            with turn.lock:
                yield
        finally:
            with self._lock:
                turn.waiting -= 1
                if not turn.waiting:
                    del self._turns[name]

    def is_taken(self, name: Hashable) -> bool:
        return name in self._turns

    def __len__(self) -> int:
        return len(self._turns)


class _Turn:
    """`waiting` counts the one who has the lock too."""

    __slots__ = ("lock", "waiting")

    def __init__(self) -> None:
        self.lock = Lock()
        self.waiting = 0
