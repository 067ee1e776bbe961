"""Make a change for real, look at what it does, and take it back: nothing is written."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction


@contextmanager
def rehearsed() -> Iterator[None]:
    """What is saved within is seen within, by all the rules of a save, and undone at the end.

    Read rows with `read_rows` within, never by `current_directory`:
    it would keep what is taken back.
    """
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
