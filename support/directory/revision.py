"""The revision: a counter that every committed edit of anything public raises, and beside it a
random token.

Triggers write both inside the edit's own transaction, whichever way the edit came: admin, import,
shell, bulk update or plain SQL. They are installed after every `migrate`, because SQLite drops a
table's triggers when a migration rebuilds the table.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from typing import Any, NamedTuple

from django.db import connections
from django.db.models import F

from support.directory.rows import PUBLIC_MODELS
from support.models import Revision

SUPPORTED_VENDORS = ("sqlite", "postgresql")

_TABLE = Revision._meta.db_table
_TOKENS = {
    "sqlite": "lower(hex(randomblob(16)))",
    "postgresql": "replace(gen_random_uuid()::text, '-', '')",
}


class Edition(NamedTuple):
    """The number of the last edit, and the token by which what was made of the rows is known."""

    number: int
    token: str


def current_edition() -> Edition:
    """Return the edition, with one query."""
    return Edition(*Revision.objects.values_list("number", "token").get(pk=Revision.ONLY_PK))


def current_revision() -> int:
    """Return the number, with one query."""
    return current_edition().number


def current_token() -> str:
    """Return the token, with one query."""
    return current_edition().token


def raise_revision() -> None:
    """Count as an edit what changes pages without a change of their rows."""
    rows = Revision.objects.filter(pk=Revision.ONLY_PK)
    rows.update(number=F("number") + 1, token=secrets.token_hex(16))


def install_triggers(using: str, **kwargs: Any) -> None:
    """Have every edit of a public table raise the revision."""
    connection = connections[using]
    tables = [model._meta.db_table for model in PUBLIC_MODELS]
    if not {_TABLE, *tables} <= set(connection.introspection.table_names()):
        return  # only some of the migrations were applied
    if not _has_token(using):
        return
    Revision.objects.using(using).get_or_create(pk=Revision.ONLY_PK)
    statements = _sqlite(tables) if connection.vendor == "sqlite" else _postgresql(tables)
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def _has_token(using: str) -> bool:
    connection = connections[using]
    with connection.cursor() as cursor:
        columns = connection.introspection.get_table_description(cursor, _TABLE)
    return any(column.name == "token" for column in columns)


def _edit(vendor: str) -> str:
    return f"UPDATE {_TABLE} SET number = number + 1, token = {_TOKENS[vendor]}"  # noqa: S608


def _sqlite(tables: list[str]) -> Iterator[str]:
    for table in tables:
        for event in ("INSERT", "UPDATE", "DELETE"):
            name = f"revision_{table}_{event.lower()}"
            yield f"DROP TRIGGER IF EXISTS {name}"
            yield f"CREATE TRIGGER {name} AFTER {event} ON {table} BEGIN {_edit('sqlite')}; END"


def _postgresql(tables: list[str]) -> Iterator[str]:
    yield (
        "CREATE OR REPLACE FUNCTION support_raise_revision() RETURNS trigger LANGUAGE plpgsql "
        f"AS $$ BEGIN {_edit('postgresql')}; RETURN NULL; END $$"
    )
    for table in tables:
        yield (
            f"CREATE OR REPLACE TRIGGER revision_{table} "
            f"AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON {table} "
            "FOR EACH STATEMENT EXECUTE FUNCTION support_raise_revision()"
        )
