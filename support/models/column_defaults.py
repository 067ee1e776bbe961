"""Defaults of columns, kept in the database for a version of the portal that lacks the column.

During an upgrade the old version goes on serving, after the new version's migrations. A row that
it makes has no value for a new column, so the database has to know one. Django takes its defaults
out of the database again after adding a column.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.db import connections
from django.db.models import Field


def install_column_defaults(using: str, **kwargs: Any) -> None:
    """Give every column that may not be empty the default of its field; where it has none, as a
    text has not, the empty value.

    SQLite cannot change a column without rebuilding its table. A portal on SQLite is one server,
    which an upgrade restarts at once.
    """
    connection = connections[using]
    if connection.vendor != "postgresql":
        return
    tables = {model._meta.db_table: model for model in apps.get_models()}
    with connection.schema_editor() as editor, connection.cursor() as cursor:
        cursor.execute(
            "SELECT table_name, column_name FROM information_schema.columns "
            "WHERE table_schema = current_schema() AND is_nullable = 'NO' "
            "AND column_default IS NULL AND is_identity = 'NO'"
        )
        lacking = [
            (tables[table], column) for table, column in cursor.fetchall() if table in tables
        ]
        for model, column in lacking:
            for field in _fields_with_defaults(model, column):
                table, name = editor.quote_name(model._meta.db_table), editor.quote_name(column)
                value = editor.quote_value(editor.effective_default(field))
                editor.execute(f"ALTER TABLE {table} ALTER COLUMN {name} SET DEFAULT {value}")


def _fields_with_defaults(model: Any, column: str) -> Iterator[Field[Any, Any]]:
    for field in model._meta.local_concrete_fields:
        if field.column == column and not field.primary_key and not field.is_relation:
            is_text = field.blank and field.empty_strings_allowed
            if not callable(field.default) if field.has_default() else is_text:
                yield field
