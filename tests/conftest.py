from __future__ import annotations

import copy
import os
from datetime import datetime
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import models
from django.test import Client
from hypothesis import settings

from support.keeper import keeper
from support.models import (
    Channel,
    Department,
    LanguageWindow,
    Organization,
    Product,
    UILocale,
    UnscheduledLanguage,
)

# Playwright runs an event loop in the test's thread; Django would refuse the database there.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "1")

# A slow moment of a shared machine is no failure. What must pass before a change lands tries the
# same examples each time; a developer's own runs look for new ones.
settings.register_profile("portal", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("portal")


@pytest.fixture(autouse=True)
def forgotten_directory() -> None:
    """A revision counts the edits of one database, and each test has its own."""
    keeper.forget()


_IN_ORDER_OF_REFERENCE: list[type[models.Model]] = [
    Product,
    UILocale,
    Organization,
    Department,
    LanguageWindow,
    UnscheduledLanguage,
    Channel,
    Channel.departments.through,
]

_initial_rows: list[list[models.Model]] = []


@pytest.fixture
def initial_data(db: None) -> None:
    """The shipped data; from the second test of a process on copied, which is ten times faster."""
    if _initial_rows:
        for rows in _initial_rows:
            type(rows[0]).objects.bulk_create(copy.deepcopy(rows))
        return
    call_command("load_initial_data", stdout=StringIO())
    _initial_rows.extend(list(model.objects.order_by("pk")) for model in _IN_ORDER_OF_REFERENCE)


@pytest.fixture
def staff_client(admin_client: Client) -> Client:
    """Signed in as somebody who may do everything, in English."""
    admin_client.cookies["language"] = "en"
    return admin_client


class FrozenClock:
    """Stops the clock that views, commands and the admin read."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._monkeypatch = monkeypatch

    def stop_at(self, text: str) -> None:
        instant = datetime.fromisoformat(text)
        self._monkeypatch.setattr("support.clock.now", lambda: instant)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> FrozenClock:
    return FrozenClock(monkeypatch)
