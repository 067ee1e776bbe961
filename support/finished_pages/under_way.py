"""Know whether pages are to be made: staff leave the processor to what visitors wait for."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Condition


class PagesToMake:
    """How many pages this process is making or will make next."""

    def __init__(self) -> None:
        self._changed = Condition()
        self._count = 0

    def add(self, number: int) -> None:
        with self._changed:
            self._count += number
            self._changed.notify_all()

    @contextmanager
    def one_more(self) -> Iterator[None]:
        """Count a page for as long as the block lasts."""
        self.add(1)
        try:
            yield
        finally:
            self.add(-1)

    def wait(self, seconds: float) -> None:
        """Wait until there are none, `seconds` at most.

        Who saves without pause so takes turns with what visitors wait for.
        """
        with self._changed:
            self._changed.wait_for(lambda: not self._count, seconds)


pages_to_make = PagesToMake()
