"""A query whose SQL Django writes once: for many columns that takes longer than the answer does."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection, models
from django.db.models.expressions import Expression
from django.db.models.sql import Query


@dataclass(frozen=True, slots=True)
class Statement:
    """The SQL of a query, to be run with other values in its places."""

    query: Query
    sql: str
    converted: Mapping[int, Expression]
    """The columns whose values the database has in another form, by their place in a row."""

    @classmethod
    def of(cls, rows: models.QuerySet[Any, Any]) -> Statement:
        """Write the SQL of rows that are read with `values_list`."""
        compiler = rows.query.get_compiler(connection=connection)
        sql, _values = compiler.as_sql()
        columns = [column for column, _sql, _alias in compiler.select or ()]
        converted = {place: columns[place] for place in compiler.get_converters(columns)}
        return cls(rows.query, sql, converted)

    def run(self, values: Sequence[int] = ()) -> list[tuple[Any, ...]]:
        """Return the rows, as the query set would."""
        with connection.cursor() as cursor:
            cursor.execute(self.sql, values)
            rows: list[tuple[Any, ...]] = cursor.fetchall()
        if not self.converted:
            return rows
        # Those of this thread's connection.
        compiler = self.query.get_compiler(connection=connection)
        converters = compiler.get_converters(self.converted.values()).values()
        in_place = dict(zip(self.converted, converters, strict=True))
        return [tuple(row) for row in compiler.apply_converters(rows, in_place)]
