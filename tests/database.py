"""Make the tests' database once, copy it for each worker, put it back after a test that commits.

To migrate takes seconds. So the first worker makes the original, migrated, with the shipped data
beside it in tables of another name, and all copy it. On SQLite it is a file, which later runs copy
too while nothing changes that it is made of.
"""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from functools import cache
from io import StringIO
from pathlib import Path
from unittest import mock

from django.apps import apps
from django.core.management import call_command
from django.db import connection, transaction

from support.models import Revision
from tests.kept import ROOT, alone, digest, folder_of
from tests.settings import DATABASE

_ORIGINAL = f"{DATABASE}_original"

_FOLDER = folder_of("database")

RECORDED_SINCE = datetime(2026, 11, 1, tzinfo=UTC)

# Tables of the original that are named after others: the shipped data, and what migrations make.
SHIPPED, MIGRATED = "shipped_", "migrated_"

_TOKEN_OF_SHIPPED = "0" * 32


def take_copy() -> None:
    """Use a copy of the original, which is made if it is not there yet."""
    own = connection.settings_dict["TEST"]["NAME"]
    with alone(_FOLDER):
        if connection.vendor == "sqlite":
            made_of = digest(ROOT / "tests" / "settings.py", Path(__file__))
            _copy_file(_FOLDER / f"{made_of}.sqlite3", own)
        else:
            _copy_on_server(own)
    connection.settings_dict["NAME"] = own


def drop_copy() -> None:
    """Drop the copy that is in use, and on a server the original after the last copy."""
    connection.close()
    own = connection.settings_dict["NAME"]
    with alone(_FOLDER):
        if connection.vendor == "sqlite":
            Path(own).unlink()
        else:
            _drop_on_server(own)


def load_shipped_data() -> bool:
    """Put the shipped data into the database, with its first records.

    Returns whether nothing was edited before. The edit has the same token each time then.
    """
    revision = Revision._meta.db_table
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            f"SELECT token FROM {revision} EXCEPT SELECT token FROM {MIGRATED}{revision}"
        )
        is_alone = cursor.fetchone() is None
        for table in _tables_with_a(SHIPPED):
            cursor.execute(f"INSERT INTO {table} SELECT * FROM {SHIPPED}{table}")
        if is_alone:
            Revision.objects.update(token=_TOKEN_OF_SHIPPED)
    return is_alone


def put_back() -> None:
    """Make all rows what migrations made them, and have the next ones numbered as then."""
    migrated = _tables_with_a(MIGRATED)
    with transaction.atomic(), connection.cursor() as cursor:
        for table in _key_columns().keys() - migrated:
            cursor.execute(f"DELETE FROM {table}")
        for table in migrated:
            key, copy = _key_columns()[table], f"{MIGRATED}{table}"
            changed = f"SELECT {key} FROM (SELECT * FROM {table} EXCEPT SELECT * FROM {copy}) AS c"
            cursor.execute(f"DELETE FROM {table} WHERE {key} IN ({changed})")
            cursor.execute(f"INSERT INTO {table} SELECT * FROM {copy} EXCEPT SELECT * FROM {table}")
        if connection.vendor == "sqlite":
            cursor.execute("DELETE FROM sqlite_sequence")
            cursor.execute("INSERT INTO sqlite_sequence SELECT * FROM numbers")
        else:
            cursor.execute("SELECT setval(name::regclass, next, false) FROM numbers")


def _copy_file(original: Path, own: str) -> None:
    if not original.exists():
        for older in original.parent.glob("*.*"):  # a run that was broken off leaves parts of one
            older.unlink()
        unfinished = original.with_suffix(".unfinished")
        _make(str(unfinished))
        unfinished.rename(original)
    shutil.copyfile(original, own)


def _copy_on_server(own: str) -> None:
    if _ORIGINAL not in _names_on_server():
        _make(_ORIGINAL)
    with connection._nodb_cursor() as cursor:
        cursor.execute(f"CREATE DATABASE {own} TEMPLATE {_ORIGINAL}")


def _drop_on_server(own: str) -> None:
    """Drop it, though a thread of the live server may still be answering a page that a browser has
    left."""
    with connection._nodb_cursor() as cursor:
        cursor.execute(f"DROP DATABASE {own} WITH (FORCE)")
        if _names_on_server() == [_ORIGINAL]:
            cursor.execute(f"DROP DATABASE {_ORIGINAL} WITH (FORCE)")


def _names_on_server() -> list[str]:
    with connection._nodb_cursor() as cursor:
        cursor.execute(
            "SELECT datname FROM pg_database WHERE starts_with(datname, %s)", [f"{DATABASE}_"]
        )
        return [name for (name,) in cursor.fetchall()]


def _make(name: str) -> None:
    """Make the original, and leave it without a connection."""
    connection.settings_dict["TEST"]["NAME"] = name
    connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    before = _sizes()
    with connection.cursor() as cursor:
        for table in [table for table, size in before.items() if size]:
            cursor.execute(f"CREATE TABLE {MIGRATED}{table} AS SELECT * FROM {table}")
    with mock.patch("support.clock.now", return_value=RECORDED_SINCE):
        call_command("load_initial_data", stdout=StringIO())
    filled = [table for table, size in _sizes().items() if size != before[table]]
    with connection.cursor() as cursor:
        for table in filled:
            cursor.execute(f"CREATE TABLE {SHIPPED}{table} AS SELECT * FROM {table}")
        if connection.vendor == "sqlite":
            cursor.execute("CREATE TABLE numbers AS SELECT * FROM sqlite_sequence")
        else:
            cursor.execute(
                "CREATE TABLE numbers AS SELECT quote_ident(sequencename) AS name, "
                "coalesce(last_value, 0) + 1 AS next FROM pg_sequences"
            )
    put_back()
    connection.close()


def _sizes() -> dict[str, int]:
    models = apps.get_models(include_auto_created=True)
    return {model._meta.db_table: model._default_manager.count() for model in models}


@cache
def _key_columns() -> dict[str, str]:
    models = apps.get_models(include_auto_created=True)
    return {model._meta.db_table: model._meta.pk.column for model in models}


@cache
def _tables_with_a(prefix: str) -> set[str]:
    names = connection.introspection.table_names()
    return {name.removeprefix(prefix) for name in names if name.startswith(prefix)}
