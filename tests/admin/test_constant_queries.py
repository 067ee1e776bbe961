"""Pages of the desk ask as many questions of the database for many departments as for few."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from support.models import StaffQuestion
from tests import factories

pytestmark = pytest.mark.django_db

WEEKDAYS = "MO,TU,WE,TH,FR 09:00-17:00"

PAGES = [
    "",
    "ahead/?month=2026-12",
    "attention/ending/",
    "attention/overruled/",
    "attention/questions/",
    "changes/",
    "clock-changes/",
    "coverage/",
    "departments/order/",
    "explain/",
    "holidays/",
    "support/closure/",
    "support/department/",
    "support/specialhours/",
    "support/staffquestion/",
    "translations/",
    "translations/ja/",
    "updated-data/",
]


@pytest.fixture
def grow(initial_data, clock):
    """Return a way to add departments, each a minute later: the last changes are those of the last
    departments, and of every kind."""

    def add(first, last):
        for number in range(first, last):
            clock.stop_at(f"2026-11-27T12:{number:02}:00+00:00")
            department = factories.department(f"d{number}", name_en=f"D{number}")
            factories.window(department, f"{WEEKDAYS} Europe/Berlin", holidays="DE")
            factories.window(department, f"{WEEKDAYS} UTC", "ja")
            department.windows.filter(language="ja").update(valid_through=date(2026, 12, 4))
            factories.closed_on("2026-12-24", department=department)
            factories.closure("2026-12-03 20:00", "2026-12-03 21:00", department=department)
            StaffQuestion.objects.create(department=department, text_en=f"Question {number}?")

    return add


@pytest.fixture
def queries(staff_client):
    """Return a way to count the queries of a page whose directory is loaded."""

    def count(page):
        address = f"{reverse('admin:index')}{page}"
        assert staff_client.get(address).status_code == 200
        with CaptureQueriesContext(connection) as captured:
            staff_client.get(address)
        return len(captured)

    return count


def test_number_of_queries_does_not_grow_with_the_departments(queries, grow):
    grow(0, 3)
    few = {page: queries(page) for page in PAGES}
    grow(3, 12)

    assert {page: queries(page) for page in PAGES} == few
