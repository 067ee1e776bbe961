"""What the rows state at present."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeVar

from support.directory import Rows, read_rows
from support.models import Closure, SpecialHours
from support.schedule_file.configuration import Configuration, Entry

_Item = TypeVar("_Item")


def stored_configuration() -> Configuration:
    """Ten queries, however many rows there are."""
    return configuration_of(read_rows())


def configuration_of(rows: Rows) -> Configuration:
    products = {row.pk: row for row in rows.products}
    departments = {row.pk: row for row in rows.departments}
    locales = _by((row.product_id, row) for row in rows.ui_locales)
    windows = _by((row.department_id, row) for row in rows.windows)
    unscheduled = _by((row.department_id, row) for row in rows.unscheduled_languages)
    chosen = _by((channel, departments[pk].slug) for channel, pk in rows.channel_departments)
    organization = rows.organization
    if organization and organization.control_panel_id:
        organization.control_panel = products[organization.control_panel_id]
    return Configuration(
        [Entry(organization)] if organization else [],
        [Entry(row, locales.get(row.pk, [])) for row in rows.products],
        [
            Entry(row, [*windows.get(row.pk, []), *unscheduled.get(row.pk, [])])
            for row in rows.departments
        ],
        [Entry(row, departments=chosen.get(row.pk, [])) for row in rows.channels],
        [Entry(_with_department(row, departments)) for row in rows.special_hours],
        [Entry(_with_department(row, departments)) for row in rows.closures],
    )


def _with_department(row: Any, departments: dict[int, Any]) -> SpecialHours | Closure:
    """No query when the department is asked for."""
    row.department = departments.get(row.department_id)
    return row  # type: ignore[no-any-return]


def _by(pairs: Iterable[tuple[Any, _Item]]) -> dict[Any, list[_Item]]:
    grouped: dict[Any, list[_Item]] = {}
    for key, item in pairs:
        grouped.setdefault(key, []).append(item)
    return grouped
