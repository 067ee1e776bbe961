"""The rows that a directory is made of."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from django.db.models import Q

from support.models import (
    Channel,
    Closure,
    Department,
    LanguageWindow,
    Organization,
    Product,
    SpecialHours,
    UILocale,
    UnscheduledLanguage,
)


@dataclass(frozen=True, slots=True)
class Rows:
    """Each kind in the order in which its model is listed.

    `channel_departments` are pairs of primary keys, in the order of the departments.
    """

    organization: Organization | None
    products: Sequence[Product]
    ui_locales: Sequence[UILocale]
    departments: Sequence[Department]
    windows: Sequence[LanguageWindow]
    unscheduled_languages: Sequence[UnscheduledLanguage]
    channels: Sequence[Channel]
    channel_departments: Sequence[tuple[int, int]]
    special_hours: Sequence[SpecialHours]
    closures: Sequence[Closure]


def read_rows(department: int | Collection[int] | None = None) -> Rows:
    """Ten queries, however many rows there are.

    With the primary key of a department, or several, only those, their hours and what counts for
    them; no channel then belongs to any other.
    """
    chosen = [department] if isinstance(department, int) else department
    own = Q() if chosen is None else Q(department__in=chosen)
    shared = own and own | Q(department=None)
    pairs = Channel.departments.through.objects.order_by("department__position", "department__slug")
    return Rows(
        Organization.objects.first(),
        list(Product.objects.all()),
        list(UILocale.objects.all()),
        list(Department.objects.filter(Q() if chosen is None else Q(pk__in=chosen))),
        list(LanguageWindow.objects.filter(own).order_by("pk")),
        list(UnscheduledLanguage.objects.filter(own).order_by("pk")),
        list(Channel.objects.all()),
        list(pairs.filter(own).values_list("channel_id", "department_id")),
        list(SpecialHours.objects.filter(shared)),
        list(Closure.objects.filter(shared)),
    )
