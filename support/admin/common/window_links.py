"""Where a window is edited: its place in the form of its department."""

from __future__ import annotations

from django.db.models import Count, IntegerField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse

from support.models import LanguageWindow


def windows_with_place() -> QuerySet[LanguageWindow]:
    """Return all windows, with their departments and how many stand above each in the form."""
    above = (
        LanguageWindow.objects.filter(department=OuterRef("department"), pk__lt=OuterRef("pk"))
        .order_by()
        .values("department")
        .annotate(count=Count("pk"))
    )
    place = Coalesce(Subquery(above.values("count"), output_field=IntegerField()), 0)
    return LanguageWindow.objects.select_related("department").annotate(place=place)


def window_address(row: LanguageWindow) -> str:
    """Return the address of a window in the form. `row` comes from `windows_with_place`."""
    page = reverse("admin:support_department_change", args=[row.department_id])
    return f"{page}#windows-{row.place}"  # type: ignore[attr-defined]


def window_words(row: LanguageWindow) -> str:
    """Name a window together with its department."""
    return f"{row.department} · {row}"
