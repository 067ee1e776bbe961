"""PostgreSQL for tests: emptied hundreds of times, and dropped at the end."""

from __future__ import annotations

from django.db import connection


def empty_tables_row_by_row() -> None:
    """After each test that commits; for a few rows, TRUNCATE takes far longer."""
    ops = connection.ops

    def sql_flush(style, tables, *, reset_sequences=False, allow_cascade=False) -> list[str]:
        return [f"DELETE FROM {ops.quote_name(table)}" for table in tables]

    ops.sql_flush = sql_flush


def end_other_sessions() -> None:
    """None is left, and none can begin."""
    name = connection.settings_dict["NAME"]
    connection.close()  # of a database that one is in, connections cannot be refused
    with connection._nodb_cursor() as cursor:
        quoted = connection.ops.quote_name(name)
        cursor.execute(f"ALTER DATABASE {quoted} WITH ALLOW_CONNECTIONS false")
        cursor.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", [name]
        )
