"""Tell a database that answers, though something else holds a lock in it, from one that is away."""

from __future__ import annotations

from typing import Any

from django.db import OperationalError

# The primary codes of SQLite for a lock of another connection and of its own; extended codes have
# them in their lowest byte.
_OF_SQLITE = {5, 6}
# PostgreSQL's codes for a lock that was not free in time, and for two that wait for each other.
_OF_POSTGRESQL = {"55P03", "40P01"}

_STATEMENTS = {
    "sqlite": "PRAGMA busy_timeout = {milliseconds}",
    "postgresql": "SET lock_timeout = {milliseconds}",
}


def is_lock_wait(error: BaseException) -> bool:
    """Tell whether an error of Django's database says that a wait for a lock was in vain."""
    cause = error.__cause__
    return isinstance(error, OperationalError) and (
        getattr(cause, "sqlite_errorcode", 0) & 0xFF in _OF_SQLITE
        or getattr(cause, "sqlstate", None) in _OF_POSTGRESQL
    )


def wait_for_locks(connection: Any, seconds: float) -> None:
    """Have this connection wait for a lock so long and no longer, until it is closed."""
    with connection.cursor() as cursor:
        milliseconds = int(seconds * 1000)
        cursor.execute(_STATEMENTS[connection.vendor].format(milliseconds=milliseconds))
