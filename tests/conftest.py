from __future__ import annotations

import os
from datetime import datetime
from io import StringIO

import pytest
from django.core.management import call_command
from django.test import Client
from hypothesis import settings

# Playwright runs an event loop in the test's thread; Django would refuse the database there.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "1")

# A slow moment of a shared machine is no failure.
settings.register_profile("portal", deadline=None)
settings.load_profile("portal")


@pytest.fixture
def initial_data(db: None) -> None:
    call_command("load_initial_data", stdout=StringIO())


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
