from __future__ import annotations

import pytest
from django.urls import reverse

from support.models import Department
from tests.admin.form import read_form


@pytest.fixture
def sales(initial_data) -> Department:
    return Department.objects.get(slug="sales")


@pytest.fixture
def desk(staff_client, sales):
    """Return the page of the sales department, to open it and to save its form."""

    class Desk:
        url = reverse("admin:support_department_change", args=[sales.pk])

        def open(self):
            return read_form(staff_client.get(self.url))

        def save(self, form):
            return staff_client.post(self.url, form)

    return Desk()
