"""Give a test a department, and a way to add hours to it."""

from __future__ import annotations

from functools import partial

import pytest

from tests import factories


@pytest.fixture
def desk(db):
    return factories.department("desk")


@pytest.fixture
def window(desk):
    """Add hours to the department: 9 to 17 in UTC on every day, unless a test says others."""
    return partial(factories.window, desk)
