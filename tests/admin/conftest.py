from __future__ import annotations

import pytest
from django.urls import reverse

from support.directory.revision import current_revision
from support.models import Department
from tests.admin.form import read_form


@pytest.fixture
def sales(initial_data) -> Department:
    return Department.objects.get(slug="sales")


@pytest.fixture(scope="session")
def untouched() -> dict[int, dict[str, list[str]]]:
    """The form of the sales department as the shipped data fill it, by revision, once read."""
    return {}


@pytest.fixture
def desk(staff_client, sales, untouched):
    """Return the page of the sales department, to open it and to save its form."""
    begun_at = current_revision()

    class Desk:
        url = reverse("admin:support_department_change", args=[sales.pk])

        def open(self):
            return read_form(staff_client.get(self.url))

        def untouched(self):
            """Return the form of a department that nobody has changed yet; the page is read once
            for all tests."""
            assert current_revision() == begun_at, "Somebody has changed it: open its page."
            if begun_at not in untouched:
                untouched[begun_at] = self.open()
            return {name: list(values) for name, values in untouched[begun_at].items()}

        def save(self, form):
            return staff_client.post(self.url, form)

    return Desk()
