"""Write a configuration as a file: the same bytes for the same content."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import models

from support.models import UILocale
from support.schedule_file.configuration import (
    SECTIONS,
    UNNAMED,
    Configuration,
    Entry,
    in_order,
)
from support.schedule_file.fields import Names, Texts
from support.schedule_file.file_fields import file_fields
from support.schedule_file.form import FORMAT
from support.schedule_file.toml import Value, assignment

HEAD = f"""\
# The configuration of the support portal.
#
# Hours are wall time on the clock of `zone`; "12:00-06:00" runs past midnight, 24:00 is the end of
# a day. Weekdays are the days on which the hours begin, as iCalendar writes them. Special hours and
# closures without a department are for all of them. What is not stated here, an import deletes.

format = {FORMAT}
"""


def write(configuration: Configuration) -> str:
    """Return the content of the file."""
    order = [entry.slug for entry in in_order(configuration.departments)]
    return "\n".join(
        [HEAD]
        + [
            block
            for section in SECTIONS
            for block in _section(section, configuration.section(section), order)
        ]
    )


def _section(section: str, entries: list[Entry], order: list[str]) -> list[str]:
    entries = in_order(entries)
    blocks = [
        _entry(section, entry, number, order) for number, entry in enumerate(entries, start=1)
    ]
    if section not in UNNAMED:
        return blocks
    # These have no order of their own.
    pairs = zip(entries, blocks, strict=True)
    return [block for _days, block in sorted((_days(entry.row), block) for entry, block in pairs)]


def _entry(section: str, entry: Entry, number: int, order: list[str]) -> str:
    header = f"[{section}]" if section == "organization" else f"[[{section}]]"
    names: dict[str, list[str]] = {
        "locales": [row.locale for row in entry.children if isinstance(row, UILocale)],
        "unscheduled": [row.language for row in entry.unscheduled],
        "departments": sorted(entry.departments, key=order.index),
    }
    windows = f"{section}.windows"
    return "\n".join(
        [
            _table(header, section, entry.row, names, number),
            *(_table(f"[[{windows}]]", windows, window) for window in entry.windows),
        ]
    )


def _table(
    header: str,
    path: str,
    row: models.Model,
    names: Mapping[str, list[str]] | None = None,
    number: int = 0,
) -> str:
    """Return the row's own fields, and after them its texts as tables below it."""
    values: dict[str, Value | None] = {}
    texts: list[str] = []
    for field in file_fields(type(row)):
        if isinstance(field, Texts):
            texts += _texts(f"{path}.{field.name}", field.texts(row))
        elif isinstance(field, Names):
            values[field.name] = (names or {})[field.name] or None
        else:
            values[field.name] = field.write(row)
    if values.get("position") == number:
        del values["position"]
    lines = [assignment(name, value) for name, value in values.items() if value is not None]
    return "".join(f"{line}\n" for line in [header, *lines, *texts])


def _texts(path: str, texts: dict[str, str]) -> list[str]:
    if not texts:
        return []
    return ["", f"[{path}]", *(assignment(code, text) for code, text in texts.items())]


def _days(row: models.Model) -> list[str]:
    names = ("first_day", "last_day", "starts_on", "starts_at")
    return [str(getattr(row, name, "")) for name in names]
