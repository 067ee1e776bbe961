"""A database in which something else holds a lock is not away."""

from __future__ import annotations

import sqlite3

import psycopg
import pytest
from django.db import OperationalError, connection
from django.db.backends.sqlite3.base import DatabaseWrapper

from support.directory import current
from support.directory.current import CurrentDirectory
from support.directory.lock_wait import is_lock_wait, wait_for_locks
from tests import lock_errors


@pytest.mark.parametrize(
    "error",
    [
        lock_errors.of_sqlite(),
        lock_errors.of_postgresql(),
        lock_errors.raised_from(psycopg.errors.DeadlockDetected("deadlock detected")),
    ],
)
def test_lock_that_is_not_free_in_time_is_a_wait(error):
    assert is_lock_wait(error)


@pytest.mark.parametrize(
    "error",
    [
        OperationalError("connection refused"),
        lock_errors.raised_from(psycopg.OperationalError("server closed the connection")),
        lock_errors.raised_from(psycopg.errors.AdminShutdown("terminating connection")),
        lock_errors.raised_from(sqlite3.OperationalError("unable to open database file")),
        ValueError("database is locked"),
    ],
)
def test_database_that_is_away_is_none(error):
    assert not is_lock_wait(error)


@pytest.mark.django_db
def test_file_that_another_connection_holds_is_told_by_its_code(tmp_path):
    file = tmp_path / "held.sqlite3"
    holder = sqlite3.connect(file, isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    held = DatabaseWrapper(connection.settings_dict | {"NAME": file, "OPTIONS": {"timeout": 0}})

    with pytest.raises(OperationalError) as caught, held.cursor() as cursor:
        cursor.execute("CREATE TABLE other (id)")

    assert is_lock_wait(caught.value)
    held.close()
    holder.close()


@pytest.mark.skipif("connection.vendor != 'postgresql'", reason="It needs PostgreSQL.")
@pytest.mark.django_db(transaction=True)
def test_table_that_another_connection_holds_is_told_by_its_code():
    other = connection.copy()
    with other.cursor() as cursor:
        cursor.execute("BEGIN; LOCK TABLE support_revision")
    wait_for_locks(connection, 0.1)

    with pytest.raises(OperationalError) as caught:
        CurrentDirectory().load()

    assert is_lock_wait(caught.value)
    other.close()
    connection.close()


@pytest.mark.django_db
def test_connection_waits_for_a_lock_as_long_as_it_is_told():
    wait_for_locks(connection, 1.5)

    asked = {"sqlite": "PRAGMA busy_timeout", "postgresql": "SHOW lock_timeout"}
    with connection.cursor() as cursor:
        cursor.execute(asked[connection.vendor])
        assert cursor.fetchone()[0] in {1500, "1500ms"}
    connection.close()


@pytest.mark.django_db
def test_process_that_does_not_get_a_lock_shows_what_it_has_and_calls_the_database_no_less_there(
    initial_data, monkeypatch
):
    def wait_in_vain():
        raise lock_errors.of_sqlite()

    directory = CurrentDirectory()
    before = directory.get()
    monkeypatch.setattr(current, "current_token", wait_in_vain)

    assert directory.get() is before
    assert not directory.is_database_gone
