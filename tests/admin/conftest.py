from __future__ import annotations

import pytest
from django.urls import reverse

from support.models import Department
from tests.admin.form import read_form


@pytest.fixture
def sales(initial_data) -> Department:
    return Department.objects.get(slug="sales")


@pytest.fixture(scope="session")
def untouched() -> dict[str, list[str]]:
    """The form of the sales department as the shipped data fill it, once it was read."""
    return {}


@pytest.fixture
def desk(staff_client, sales, untouched):
    """Return the page of the sales department, to open it and to save its form."""

    class Desk:
        url = reverse("admin:support_department_change", args=[sales.pk])

        def open(self):
            return read_form(staff_client.get(self.url))

        def untouched(self):
            """Return the form of a department that nobody has changed yet; the page is read once
            for all tests."""
            if not untouched:
                untouched.update(self.open())
            return {name: list(values) for name, values in untouched.items()}

        def save(self, form):
            return staff_client.post(self.url, form)

    return Desk()
