"""Add what of a file is not there yet."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction

from support.schedule_file.changes import EntryChange
from support.schedule_file.checking import check_exceptions
from support.schedule_file.comparing import compare
from support.schedule_file.configuration import (
    NAMED,
    SECTIONS,
    UNNAMED,
    Configuration,
    Entry,
    department_of,
)
from support.schedule_file.mistakes import Mistakes
from support.schedule_file.parsing import parse
from support.schedule_file.reading import read
from support.schedule_file.saving import save
from support.schedule_file.stored import stored_configuration


@transaction.atomic
def add_missing(content: bytes) -> tuple[list[EntryChange], int]:
    """Return what was added, and how many entries were left as staff have them.

    Raise ScheduleFileError if the file has mistakes; then nothing is added.
    """
    mistakes = Mistakes()
    stored = stored_configuration()
    file = read(parse(content), mistakes, elsewhere=stored)
    new = _new(stored, file)
    merged = merge(stored, new)
    check_exceptions(merged, mistakes)
    mistakes.raise_any()
    changes = compare(stored, merged)
    save(changes)
    return changes, _count(file) - _count(new)


def _new(stored: Configuration, file: Configuration) -> Configuration:
    named = [_by_name(stored.section(name), file.section(name)) for name in NAMED]
    added = {entry.slug for entry in named[NAMED.index("departments")]}
    return Configuration(
        [] if stored.organization else file.organization,
        *named,
        *(_unnamed(stored.section(name), file.section(name), added) for name in UNNAMED),
    )


def _by_name(stored: Sequence[Entry], file: Sequence[Entry]) -> list[Entry]:
    existing = {entry.slug for entry in stored}
    return [entry for entry in file if entry.slug not in existing]


def _unnamed(stored: Sequence[Entry], file: Sequence[Entry], added: set[str]) -> list[Entry]:
    """Return the rows to add that have no short name: those of added departments.

    Those of all departments, and incidents, are added where there are none yet.
    """
    return [
        entry
        for entry in file
        if (department_of(entry.row) in added if department_of(entry.row) else not stored)
    ]


def merge(stored: Configuration, new: Configuration) -> Configuration:
    """Return a configuration with the entries of both."""
    return Configuration(*(stored.section(name) + new.section(name) for name in SECTIONS))


def _count(configuration: Configuration) -> int:
    return sum(len(configuration.section(name)) for name in SECTIONS)
