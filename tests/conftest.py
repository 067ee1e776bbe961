from __future__ import annotations

import copy
import os
from collections.abc import Iterator
from datetime import UTC, datetime
from io import StringIO

import pytest
from django.core import signals
from django.core.handlers.wsgi import WSGIHandler
from django.core.management import call_command
from django.db import close_old_connections, connection, models
from django.test import Client
from hypothesis import settings
from pytest_django.plugin import DjangoDbBlocker

from support.directory.current import current_directory
from support.directory.revision import current_revision
from support.directory.revision_watch import RevisionWatch
from support.finished_pages.addresses import finished_address
from support.finished_pages.application import FinishedPages
from support.models import (
    Channel,
    Department,
    LanguageWindow,
    Organization,
    Product,
    UILocale,
    UnscheduledLanguage,
)
from support.models.history import history_of
from support.parts import parts
from tests import postgresql
from tests.settings import LAST_GOOD_FILE

# Playwright runs an event loop in the test's thread; Django would refuse the database there.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "1")

# A slow moment of a shared machine is no failure. What must pass before a change lands tries the
# same examples each time; a developer's own runs look for new ones.
settings.register_profile("portal", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("portal")


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Nobody holds the test database when it is dropped, and nobody can come back to it.

    A thread of the live server may still answer a page that a browser has left.
    """
    if connection.vendor == "postgresql":
        postgresql.empty_tables_row_by_row()
    yield
    LAST_GOOD_FILE.unlink(missing_ok=True)
    if connection.vendor == "postgresql":
        with django_db_blocker.unblock():
            postgresql.end_other_sessions()


@pytest.fixture(autouse=True)
def forgotten_directory() -> None:
    """A revision counts the edits of one database, and each test has its own."""
    current_directory.forget()
    parts.clear()


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

_RECORDS = [
    *(history_of(model).model for model in _IN_ORDER_OF_REFERENCE[:-1]),
    history_of(Channel).model.departments.model,
]

RECORDED_SINCE = datetime(2026, 11, 1, tzinfo=UTC)

_initial_rows: list[list[models.Model]] = []


@pytest.fixture
def initial_data(db: None) -> None:
    """The shipped data, with its first records; from the second test of a process on copied.

    That is ten times faster.
    """
    if _initial_rows:
        for rows in _initial_rows:
            type(rows[0]).objects.bulk_create(copy.deepcopy(rows))
        return
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("support.clock.now", lambda: RECORDED_SINCE)
        call_command("load_initial_data", stdout=StringIO())
    kinds = [*_IN_ORDER_OF_REFERENCE, *_RECORDS]
    _initial_rows.extend(list(model.objects.order_by("pk")) for model in kinds)


@pytest.fixture
def staff_client(admin_client: Client) -> Client:
    """Signed in as somebody who may do everything, in English."""
    admin_client.cookies["language"] = "en"
    return admin_client


@pytest.fixture
def served(db: None) -> Iterator[FinishedPages]:
    """The portal with finished pages in front of Django, as it is served.

    Django would close the connection around each request, and with it the test's transaction.
    """
    around_a_request = [signals.request_started, signals.request_finished]
    for signal in around_a_request:
        signal.disconnect(close_old_connections)
    yield FinishedPages(WSGIHandler(), finished_address, RevisionWatch(current_revision))
    for signal in around_a_request:
        signal.connect(close_old_connections)


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
