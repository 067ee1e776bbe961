"""The revision as a process knows it, asked for at most once a second."""

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

    def known(self) -> int | None:
        """At most a second old. While one thread looks, the others take what was known."""
        if time.monotonic() >= self._next_look and self._looking.acquire(blocking=False):
            try:
                self._revision = self._read()
                self._next_look = time.monotonic() + _SECONDS_BETWEEN_LOOKS
            finally:
                self._looking.release()
        return self._revision

    def forget(self) -> None:
        """Look again when next asked: this process may have edited."""
        self._next_look = 0.0


def read_revision() -> int | None:
    """Outside of Django's requests, whose connections Django looks after."""
    close_old_connections()
    try:
        return current_revision()
    except (DatabaseError, ObjectDoesNotExist):
        connection.close()
        return None
