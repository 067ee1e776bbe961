"""Empty a PostgreSQL database hundreds of times, and drop it at the end."""

from __future__ import annotations

from django.db import connection


def empty_tables_row_by_row() -> None:
    """Have Django delete rows after each test that commits. TRUNCATE takes far longer for a few."""
    ops = connection.ops

    def sql_flush(style, tables, *, reset_sequences=False, allow_cascade=False) -> list[str]:
        return [f"DELETE FROM {ops.quote_name(table)}" for table in tables]

    ops.sql_flush = sql_flush


def end_other_sessions() -> None:
    """End all other sessions of the database and let none begin."""
    name = connection.settings_dict["NAME"]
    connection.close()  # a session cannot refuse connections to the database that it is in
    with connection._nodb_cursor() as cursor:
        quoted = connection.ops.quote_name(name)
        cursor.execute(f"ALTER DATABASE {quoted} WITH ALLOW_CONNECTIONS false")
        cursor.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", [name]
        )
