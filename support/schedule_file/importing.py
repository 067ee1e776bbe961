"""A file's configuration in place of the stored one, or none of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from support.directory.revision import current_revision
from support.models import (
    Channel,
    Closure,
    Department,
    Organization,
    Product,
    Revision,
    SpecialHours,
)
from support.schedule_file.changes import EntryChange, Written
from support.schedule_file.checking import check_exceptions
from support.schedule_file.comparing import compare
from support.schedule_file.configuration import Configuration
from support.schedule_file.mistakes import Mistakes
from support.schedule_file.parsing import parse
from support.schedule_file.reading import read
from support.schedule_file.saving import save
from support.schedule_file.stored import stored_configuration


class Edited(Exception):
    """Somebody has edited the rows since they were last looked at."""


@dataclass(frozen=True, slots=True)
class Import:
    """What it changes, compared with the rows as `revision` has them; `written` once it has."""

    revision: int
    before: Configuration
    after: Configuration
    changes: Sequence[EntryChange]
    written: Sequence[Written] = ()


def read_file(content: bytes) -> Configuration:
    """Raises ScheduleFileError with every mistake of the file."""
    mistakes = Mistakes()
    configuration = read(parse(content), mistakes)
    check_exceptions(configuration, mistakes)
    if not configuration:
        mistakes.add("", "", _("This file has no entries. An import would delete everything."))
    mistakes.raise_any()
    return configuration


def planned(after: Configuration) -> Import:
    """Writes nothing, locks nothing, and takes a constant number of queries."""
    revision = current_revision()
    before = stored_configuration()
    return Import(revision, before, after, compare(before, after))


@transaction.atomic
def carry_out(after: Configuration, seen_revision: int | None = None) -> Import:
    """Raises Edited where `seen_revision` is no longer the current one. What is alike stays."""
    _lock()
    if seen_revision is not None and seen_revision != current_revision():
        raise Edited
    plan = planned(after)
    return replace(plan, written=save(plan.changes))


def _lock() -> None:
    """Who saves one of these rows waits, and so does every edit, which raises the revision.

    In this order, as a save does: the row first.
    """
    models: Sequence[Any] = (
        Organization,
        Product,
        Department,
        Channel,
        SpecialHours,
        Closure,
        Revision,
    )
    for model in models:
        list(model.objects.select_for_update().order_by("pk").values_list("pk"))
