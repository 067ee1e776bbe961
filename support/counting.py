"""Count what happens in this process, for next to nothing: millions of pages are handed out."""

from __future__ import annotations

from itertools import count
from threading import Lock


class Tally:
    """`add` counts one event. It is one call into C, so threads lose none and wait for none."""

    def __init__(self) -> None:
        counter = count()
        self.add = counter.__next__
        self._reads = 0
        self._reading = Lock()

    def total(self) -> int:
        """Return how many events were counted since the process began."""
        with self._reading:
            # Reading counts as well, so it is taken off.
            total = self.add() - self._reads
            self._reads += 1
            return total


HITS = Tally()
MISSES = Tally()
REFUSED_HOSTS = Tally()
