"""A department with the hours that a test gives it."""

from __future__ import annotations

from datetime import time

import pytest

from support.models import Department, LanguageWindow
from support.schedule import EVERY_DAY


@pytest.fixture
def desk(db):
    return Department.objects.create(slug="desk", name_en="Desk")


@pytest.fixture
def window(desk):
    """Adds hours: in English, 9 to 17 in UTC on every day, but for what is said otherwise."""

    def create(**fields):
        usual = {
            "department": desk,
            "language": "en",
            "weekdays": EVERY_DAY,
            "opens": time(9),
            "closes": time(17),
            "zone": "UTC",
        }
        LanguageWindow.objects.create(**usual | fields)

    return create
