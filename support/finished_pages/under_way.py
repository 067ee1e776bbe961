"""Know whether pages are being made: staff leave the processor to what visitors wait for."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Condition

_changed = Condition()
_count = 0


@contextmanager
def making_a_page() -> Iterator[None]:
    """Count a page as under way for as long as the block lasts."""
    _add(1)
    try:
        yield
    finally:
        _add(-1)


def let_pages_be_made(seconds: float) -> None:
    """Wait until this process makes no page, `seconds` at most.

    Who saves without pause so takes turns with what visitors wait for.
    """
    with _changed:
        _changed.wait_for(lambda: not _count, seconds)


def _add(number: int) -> None:
    global _count
    with _changed:
        _count += number
        _changed.notify_all()
