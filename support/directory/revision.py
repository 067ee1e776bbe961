"""The revision: a counter that every committed edit of anything public raises.

Triggers raise it inside the edit's own transaction, whichever way the edit came: admin, import,
shell, bulk update or plain SQL. They are installed after every `migrate`, because SQLite drops a
table's triggers when a migration rebuilds the table.
"""

from __future__ import annotations

from typing import Any

from django.db import connections

from support.directory.rows import PUBLIC_MODELS
from support.models import Revision

SUPPORTED_VENDORS = ("sqlite", "postgresql")

_RAISE = f"UPDATE {Revision._meta.db_table} SET number = number + 1"  # noqa: S608  # names only


def current_revision() -> int:
    """Return the revision, with one query."""
    return Revision.objects.values_list("number", flat=True).get(pk=Revision.ONLY_PK)


def install_triggers(using: str, **kwargs: Any) -> None:
    """Have every edit of a public table raise the revision."""
    connection = connections[using]
    tables = [model._meta.db_table for model in PUBLIC_MODELS]
    if not {Revision._meta.db_table, *tables} <= set(connection.introspection.table_names()):
        return  # only some of the migrations were applied
    Revision.objects.using(using).get_or_create(pk=Revision.ONLY_PK)
    statements = _sqlite(tables) if connection.vendor == "sqlite" else _postgresql(tables)
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def _sqlite(tables: list[str]) -> list[str]:
    return [
        f"CREATE TRIGGER IF NOT EXISTS revision_{table}_{event.lower()} "
        f"AFTER {event} ON {table} BEGIN {_RAISE}; END"
        for table in tables
        for event in ("INSERT", "UPDATE", "DELETE")
    ]


def _postgresql(tables: list[str]) -> list[str]:
    function = (
        "CREATE OR REPLACE FUNCTION support_raise_revision() RETURNS trigger LANGUAGE plpgsql "
        f"AS $$ BEGIN {_RAISE}; RETURN NULL; END $$"
    )
    return [function] + [
        f"CREATE OR REPLACE TRIGGER revision_{table} "
        f"AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON {table} "
        "FOR EACH STATEMENT EXECUTE FUNCTION support_raise_revision()"
        for table in tables
    ]
