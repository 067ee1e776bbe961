"""What the rows state at present."""

from __future__ import annotations

from support.models import (
    Audience,
    Channel,
    Closure,
    Department,
    Incident,
    Organization,
    Product,
    Section,
    SpecialHours,
    StaffQuestion,
    Topic,
)
from support.schedule_file.configuration import Configuration, Entry


def stored_configuration() -> Configuration:
    """Return what is stored, with fourteen queries however many rows there are."""
    return Configuration(
        [Entry(row) for row in Organization.objects.select_related("control_panel")],
        [
            Entry(row, list(row.ui_locales.all()))
            for row in Product.objects.prefetch_related("ui_locales")
        ],
        [Entry(row) for row in Audience.objects.all()],
        [
            Entry(row, [*row.windows.all(), *row.unscheduled_languages.all()])
            for row in Department.objects.prefetch_related("windows", "unscheduled_languages")
        ],
        [
            Entry(row, departments=[department.slug for department in row.departments.all()])
            for row in Channel.objects.select_related("audience").prefetch_related("departments")
        ],
        [Entry(row) for row in Topic.objects.select_related("department")],
        [Entry(row) for row in Section.objects.all()],
        [Entry(row) for row in SpecialHours.objects.select_related("department")],
        [Entry(row) for row in Closure.objects.select_related("department")],
        [Entry(row) for row in Incident.objects.all()],
        [Entry(row) for row in StaffQuestion.objects.select_related("department")],
    )
