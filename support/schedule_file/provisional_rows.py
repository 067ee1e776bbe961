"""A file's configuration as the rows that it would become, without saving any."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count
from typing import Any

from support.directory import Rows
from support.models import UILocale
from support.schedule_file.configuration import Configuration, Entry, by_slug, in_order


def provisional_rows(configuration: Configuration) -> Rows:
    """As after a save into an empty database; from now on, the rows bear made-up keys."""
    keys = count(1)
    sections = [
        in_order(configuration.section(name))
        for name in ("products", "departments", "channels", "special_hours", "closures")
    ]
    for entry in (entry for section in sections for entry in section):
        entry.row.pk = next(keys)
        for child in entry.children:
            child.pk = next(keys)
            owner = "product" if isinstance(child, UILocale) else "department"
            setattr(child, owner, entry.row)
    products, departments, channels, special_hours, closures = sections
    _refer_anew([*configuration.organization, *special_hours, *closures])
    slugs = by_slug(departments)
    return Rows(
        next(iter(_rows(configuration.organization)), None),
        _rows(products),
        [child for entry in products for child in entry.children if isinstance(child, UILocale)],
        _rows(departments),
        [window for entry in departments for window in entry.windows],
        [language for entry in departments for language in entry.unscheduled],
        _rows(channels),
        [
            (channel.row.pk, department.row.pk)
            for channel in channels
            for slug, department in slugs.items()
            if slug in channel.departments
        ],
        _rows(special_hours),
        _rows(closures),
    )


def _rows(entries: Sequence[Entry]) -> list[Any]:
    return [entry.row for entry in entries]


def _refer_anew(entries: Sequence[Entry]) -> None:
    """Django notes the key of what is referred to when it is set."""
    for entry in entries:
        for name in ("control_panel", "department"):
            if hasattr(entry.row, name):
                setattr(entry.row, name, getattr(entry.row, name))
