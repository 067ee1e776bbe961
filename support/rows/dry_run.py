"""Make a change for real, look at what it does, and take it back: nothing is written."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction


@contextmanager
def dry_run() -> Iterator[None]:
    """Undo at the end whatever is saved within the block, after all the rules of a save.

    Read rows with `read_rows` inside it, never through `current_directory`, which would hold on
    to rows that are about to be undone.
    """
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
