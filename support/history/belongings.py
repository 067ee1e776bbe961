"""What belongs to a row, and the records that concern it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.db.models import OuterRef, Q, Subquery

from support.models import (
    Closure,
    Department,
    LanguageWindow,
    Product,
    SpecialHours,
    UILocale,
    UnscheduledLanguage,
)
from support.models.history import history_of

# In the order in which they are told, and put back: special hours ask what languages are served.
BELONGINGS: dict[type[models.Model], dict[type[models.Model], str]] = {
    Department: {
        LanguageWindow: "department",
        UnscheduledLanguage: "department",
        SpecialHours: "department",
        Closure: "department",
    },
    Product: {UILocale: "product"},
}


@dataclass(frozen=True, slots=True)
class Concerning:
    """The records of one model that concern a row."""

    model: type[models.Model]
    records: Any


def concerning(model: type[models.Model], pk: int) -> Iterator[Concerning]:
    """The row itself first."""
    yield Concerning(model, history_of(model).filter(id=pk))
    for part, owner in BELONGINGS.get(model, {}).items():
        yield Concerning(part, _of_owner(part, owner, pk))


def _of_owner(part: type[models.Model], owner: str, pk: int) -> Any:
    """With the record that says it was given to another, where that is possible."""
    records, owned = history_of(part), Q(**{owner: pk})
    if not part._meta.get_field(owner).null:
        return records.filter(owned)
    once_owned = records.filter(owned).values("id")
    earlier = records.filter(id=OuterRef("id"), history_id__lt=OuterRef("history_id"))
    previous_owner = earlier.order_by("-history_id").values(f"{owner}_id")[:1]
    told = records.filter(id__in=once_owned).annotate(previous_owner=Subquery(previous_owner))
    return told.filter(owned | Q(previous_owner=pk))
