"""The rows that belong to another row, and all records about them."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.db.models import OuterRef, Q, Subquery

from support.models import (
    Audience,
    Channel,
    Closure,
    Department,
    HolidayConfirmation,
    Incident,
    LanguageWindow,
    Organization,
    Product,
    Section,
    SpecialHours,
    StaffProfile,
    StaffQuestion,
    Topic,
    UILocale,
    UnscheduledLanguage,
)
from support.models.history import history_of

# In the order in which they are shown, and put back: special hours are only valid for a language
# that the department already serves.
RELATED_ROWS: dict[type[models.Model], dict[type[models.Model], str]] = {
    Department: {
        LanguageWindow: "department",
        UnscheduledLanguage: "department",
        SpecialHours: "department",
        Closure: "department",
        HolidayConfirmation: "department",
        StaffQuestion: "department",
    },
    Product: {UILocale: "product"},
}

# The rows that people edit one at a time, each with what belongs to it.
KINDS_OF_ROWS: tuple[type[models.Model], ...] = (
    Department,
    SpecialHours,
    Closure,
    Incident,
    StaffQuestion,
    Channel,
    Topic,
    Section,
    Audience,
    Product,
    Organization,
)

# The many-to-many fields of other rows that name a row. They are other rows' own, and come back
# only with a row that was deleted.
POINTING_ROWS: dict[type[models.Model], dict[type[models.Model], str]] = {
    Department: {Channel: "departments", StaffProfile: "departments"},
}


@dataclass(frozen=True, slots=True)
class RecordsOfModel:
    """The records of one model that are about a row or about what belongs to it."""

    model: type[models.Model]
    records: Any


def records_about(model: type[models.Model], pk: int) -> Iterator[RecordsOfModel]:
    """Yield the records of the row itself, then those of each kind of row that belongs to it."""
    yield RecordsOfModel(model, history_of(model).filter(id=pk))
    for related, owner in RELATED_ROWS.get(model, {}).items():
        yield RecordsOfModel(related, _records_of_related(related, owner, pk))


def records_of_all(owners: Collection[type[models.Model]], **which: object) -> list[RecordsOfModel]:
    """Return all records of some kinds of rows and of what belongs to them that `which` selects."""
    return [
        RecordsOfModel(model, history_of(model).filter(**which))
        for owner in owners
        for model in dict.fromkeys([owner, *RELATED_ROWS.get(owner, {})])
        if model is owner or model not in owners
    ]


def owner_of(row: Any) -> tuple[type[models.Model], int]:
    """Return the kind and key of the row in whose history a row is: itself or its owner."""
    model = type(row)
    if model not in KINDS_OF_ROWS:
        for owner, related in RELATED_ROWS.items():
            if model in related:
                return owner, getattr(row, f"{related[model]}_id")
    return model, row.pk


def _records_of_related(related: type[models.Model], owner: str, pk: int) -> Any:
    """Return the records made while the row belonged to `pk`, and the one that gave it away."""
    records, owned = history_of(related), Q(**{owner: pk})
    if not related._meta.get_field(owner).null:
        return records.filter(owned)
    once_owned = records.filter(owned).values("id")
    earlier = records.filter(id=OuterRef("id"), history_id__lt=OuterRef("history_id"))
    previous_owner = earlier.order_by("-history_id").values(f"{owner}_id")[:1]
    found = records.filter(id__in=once_owned).annotate(previous_owner=Subquery(previous_owner))
    return found.filter(owned | Q(previous_owner=pk))
