"""Errors as Django raises them where a lock in the database was not free in time."""

from __future__ import annotations

import sqlite3

import psycopg
from django.db import OperationalError


def of_sqlite() -> OperationalError:
    cause = sqlite3.OperationalError("database is locked")
    cause.sqlite_errorcode = sqlite3.SQLITE_BUSY
    return raised_from(cause)


def of_postgresql() -> OperationalError:
    return raised_from(psycopg.errors.LockNotAvailable("canceling statement due to lock timeout"))


def raised_from(cause: Exception) -> OperationalError:
    error = OperationalError(*cause.args)
    error.__cause__ = cause
    return error
