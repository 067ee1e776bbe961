"""Where a window is mended: its place on the page of its department."""

from __future__ import annotations

from django.db.models import Count, IntegerField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse

from support.models import LanguageWindow


def windows_with_place() -> QuerySet[LanguageWindow]:
    """With their departments, and how many windows stand above each on its department's page."""
    above = (
        LanguageWindow.objects.filter(department=OuterRef("department"), pk__lt=OuterRef("pk"))
        .order_by()
        .values("department")
        .annotate(count=Count("pk"))
    )
    place = Coalesce(Subquery(above.values("count"), output_field=IntegerField()), 0)
    return LanguageWindow.objects.select_related("department").annotate(place=place)


def window_address(row: LanguageWindow) -> str:
    """`row` is one of `windows_with_place`."""
    page = reverse("admin:support_department_change", args=[row.department_id])
    return f"{page}#windows-{row.place}"  # type: ignore[attr-defined]


def window_words(row: LanguageWindow) -> str:
    """The window with its department."""
    return f"{row.department} · {row}"
