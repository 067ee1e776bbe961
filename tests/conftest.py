from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from io import StringIO

import pytest
from django.apps import apps
from django.core import signals
from django.core.handlers.wsgi import WSGIHandler
from django.core.management import call_command
from django.db import close_old_connections, connection, transaction
from django.template import Context, Template
from django.test import Client
from hypothesis import settings
from pytest_django.plugin import DjangoDbBlocker

from support.directory.current import current_directory
from support.finished_pages.addresses import finished_address
from support.finished_pages.application import FinishedPages
from support.parts import parts
from tests import postgresql
from tests.settings import LAST_GOOD_FILE

# Playwright runs an event loop in the test's thread; Django would refuse the database there.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "1")

# A slow moment of a shared machine is no failure. What must pass before a change lands tries the
# same examples each time; a developer's own runs look for new ones.
settings.register_profile("portal", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("portal")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--asks-database", action="store_true", help="run only tests that ask a database"
    )
    parser.addoption(
        "--faults", action="store_true", help="run those of tests/faults that take long, too"
    )


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out the tests that are not given a database, where another one is tried, and those that
    take long."""
    if config.option.asks_database:
        _leave_out(config, items, lambda item: not _asks_database(item))
    if not config.option.faults:
        _leave_out(config, items, lambda item: item.get_closest_marker("faults") is not None)


def _leave_out(
    config: pytest.Config, items: list[pytest.Item], is_out: Callable[[pytest.Item], bool]
) -> None:
    config.hook.pytest_deselected(items=list(filter(is_out, items)))
    items[:] = [item for item in items if not is_out(item)]


def _asks_database(item: pytest.Item) -> bool:
    fixtures = {"db", "transactional_db", "django_db_setup"}
    is_marked = item.get_closest_marker("django_db") is not None
    return is_marked or not fixtures.isdisjoint(item.fixturenames)


@pytest.fixture(scope="session", autouse=True)
def top_templates_recorded(django_test_environment: None) -> Iterator[None]:
    """Record the context of a page, not of the hundreds of templates that it includes.

    Django's test environment copies them all for `response.context`, which takes longer than many
    a page.
    """
    record = Template._render

    def render(template: Template, context: Context) -> str:
        is_page = context.template is template
        return record(template, context) if is_page else template.nodelist.render(context)

    Template._render = render
    yield
    Template._render = record


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Close the test database to everybody before it is dropped.

    A thread of the live server may still be answering a page that a browser has left.
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
    """Forget the directory of the test before: each test counts revisions anew."""
    current_directory.forget()
    parts.clear()


RECORDED_SINCE = datetime(2026, 11, 1, tzinfo=UTC)


@pytest.fixture(scope="session")
def initial_tables(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> list[str]:
    """Load the shipped data once, and keep every table that it fills under another name."""
    with django_db_blocker.unblock(), pytest.MonkeyPatch.context() as patch:
        patch.setattr("support.clock.now", lambda: RECORDED_SINCE)
        before = _sizes()
        call_command("load_initial_data", stdout=StringIO())
        filled = [table for table, size in _sizes().items() if size != before[table]]
        with transaction.atomic(), connection.cursor() as cursor:
            for table in filled:
                cursor.execute(f"CREATE TABLE initial_{table} AS SELECT * FROM {table}")
                cursor.execute(f"DELETE FROM {table}")
    return filled


def _sizes() -> dict[str, int]:
    models = apps.get_app_config("support").get_models(include_auto_created=True)
    return {model._meta.db_table: model._default_manager.count() for model in models}


@pytest.fixture
def initial_data(initial_tables: list[str], db: None) -> None:
    """Put the shipped data into the database, with its first records."""
    with transaction.atomic(), connection.cursor() as cursor:
        for table in initial_tables:
            cursor.execute(f"INSERT INTO {table} SELECT * FROM initial_{table}")


@pytest.fixture
def staff_client(admin_client: Client) -> Client:
    """Return a client that is signed in as a superuser, in English."""
    admin_client.cookies["language"] = "en"
    return admin_client


@pytest.fixture
def served(db: None) -> Iterator[FinishedPages]:
    """Return the portal with finished pages in front of Django, as it is served.

    Django would close the connection around each request, and with it the test's transaction.
    """
    around_a_request = [signals.request_started, signals.request_finished]
    for signal in around_a_request:
        signal.disconnect(close_old_connections)
    yield FinishedPages(WSGIHandler(), finished_address, current_directory, seconds_of_grace=0)
    for signal in around_a_request:
        signal.connect(close_old_connections)


class FrozenClock:
    """Stop the clock that views, commands and the admin read."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._monkeypatch = monkeypatch

    def stop_at(self, text: str) -> None:
        instant = datetime.fromisoformat(text)
        self._monkeypatch.setattr("support.clock.now", lambda: instant)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> FrozenClock:
    return FrozenClock(monkeypatch)
