"""Put a file's configuration in place of the stored one, or none of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from support.directory.revision import current_token
from support.models import (
    Audience,
    Channel,
    Closure,
    Department,
    Incident,
    Organization,
    Product,
    Revision,
    Section,
    SpecialHours,
    Topic,
)
from support.schedule_file.changes import EntryChange, SavedRow
from support.schedule_file.checking import check_exceptions
from support.schedule_file.comparing import compare
from support.schedule_file.configuration import Configuration
from support.schedule_file.mistakes import Mistakes
from support.schedule_file.parsing import parse
from support.schedule_file.reading import read
from support.schedule_file.saving import save
from support.schedule_file.stored import stored_configuration


class ConcurrentEdit(Exception):
    """Somebody has edited the rows since the import was planned."""


@dataclass(frozen=True, slots=True)
class Import:
    """What an import changes in the rows as they were when the last edit wrote `token`.

    `saved_rows` is empty while it is only planned.
    """

    token: str
    before: Configuration
    after: Configuration
    changes: Sequence[EntryChange]
    saved_rows: Sequence[SavedRow] = ()


def read_file(content: bytes) -> Configuration:
    """Return what a file states. Raise ScheduleFileError with every mistake of the file."""
    mistakes = Mistakes()
    configuration = read(parse(content), mistakes)
    check_exceptions(configuration, mistakes)
    if not configuration:
        mistakes.add("", "", _("This file has no entries. Importing it would delete everything."))
    mistakes.raise_any()
    return configuration


def plan_import(after: Configuration) -> Import:
    """Return what an import would change. Write and lock nothing.

    Takes a constant number of queries.
    """
    token = current_token()
    before = stored_configuration()
    return Import(token, before, after, compare(before, after))


@transaction.atomic
def apply_import(after: Configuration, seen_token: str | None = None) -> Import:
    """Make the rows equal to `after`; those that are equal already are not touched.

    Raise ConcurrentEdit if `seen_token` is no longer the current one.
    """
    _lock()
    if seen_token is not None and seen_token != current_token():
        raise ConcurrentEdit
    plan = plan_import(after)
    return replace(plan, saved_rows=save(plan.changes))


def _lock() -> None:
    """Hold up everyone who saves one of these rows, and every edit, since it raises the revision.

    The order is that of a save, which locks its row first.
    """
    models: Sequence[Any] = (
        Organization,
        Product,
        Audience,
        Department,
        Channel,
        Topic,
        Section,
        SpecialHours,
        Closure,
        Incident,
        Revision,
    )
    for model in models:
        list(model.objects.select_for_update().order_by("pk").values_list("pk"))
