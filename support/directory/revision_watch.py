"""The revision as a process knows it, read at most once a second."""

from __future__ import annotations

import time
from collections.abc import Callable
from threading import Lock

from django.core.exceptions import ObjectDoesNotExist
from django.db import DatabaseError, close_old_connections, connection

from support.directory.revision import current_revision

_SECONDS_BETWEEN_LOOKS = 1.0


class RevisionWatch:
    """`read` gives the revision, or None where the database does not answer."""

    def __init__(self, read: Callable[[], int | None]) -> None:
        self._read = read
        self._revision: int | None = None
        self._next_look = 0.0
        self._looking = Lock()

    def revision(self) -> int | None:
        """Return the revision, at most a second old. While one thread looks, the others get the
        one from before."""
        if time.monotonic() >= self._next_look and self._looking.acquire(blocking=False):
            try:
                self._look()
            finally:
                self._looking.release()
        return self._revision

    def look(self) -> None:
        """Read the revision now. It waits for a thread that is looking, which may have begun
        before the edit."""
        with self._looking:
            self._look()

    def _look(self) -> None:
        self._revision = self._read()
        self._next_look = time.monotonic() + _SECONDS_BETWEEN_LOOKS


def read_revision() -> int | None:
    """Return the revision; for use outside of Django's requests, whose connections it closes."""
    close_old_connections()
    try:
        return current_revision()
    except (DatabaseError, ObjectDoesNotExist):
        connection.close()
        return None
