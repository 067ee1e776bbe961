"""A department with the hours that a test gives it."""

from __future__ import annotations

from datetime import time

import pytest

from support.models import LanguageWindow
from support.schedule import EVERY_DAY
from tests import factories


@pytest.fixture
def desk(db):
    return factories.department("desk")


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
