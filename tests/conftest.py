from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterator
from datetime import datetime
from functools import cache

import pytest
from django.core import signals
from django.core.handlers.wsgi import WSGIHandler
from django.db import close_old_connections
from django.template import Context, Template
from django.test import Client, TransactionTestCase
from hypothesis import settings
from pytest_django.plugin import DjangoDbBlocker

from support.directory import load_directory
from support.directory.current import current_directory
from support.finished_pages.addresses import finished_address
from support.finished_pages.application import FinishedPages
from support.parts import parts
from tests import database
from tests.settings import LAST_GOOD_FILE

# Playwright runs an event loop in the test's thread; Django would refuse the database there.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "1")

# A slow moment of a shared machine is no failure. What must pass before a change lands tries the
# same examples each time; a developer's own runs look for new ones.
settings.register_profile("portal", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("portal")

# Rooms of the public pages, which ask no database; test_layers.py holds them to it.
SHOW_THE_DIRECTORY = [
    "api",
    "badge",
    "calendars",
    "contact_page",
    "page_search",
    "site",
    "structured_data",
]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--asks-database", action="store_true", help="run only tests that ask a database"
    )
    parser.addoption(
        "--faults", action="store_true", help="run those of tests/faults that take long, too"
    )


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out those that take long, and where another database is tried, those that cannot tell.

    A test tells databases apart if it is given one, and is not of a room that shows the directory:
    that is loaded from each database by tests of its own room. In a browser it tells nothing more:
    each page and each save that it asks for is asked for by a test without one, and several at once
    by those of races, servers and faults. So the browser looks at the first database only.
    """
    if config.option.asks_database:
        _leave_out(config, items, lambda item: not _asks_database(item))
    if not config.option.faults:
        _leave_out(config, items, lambda item: item.get_closest_marker("faults") is not None)


def pytest_collection_finish(session: pytest.Session) -> None:
    """Keep what is loaded by now, thousands of tests with their modules, out of what the garbage
    collector goes through, as the server does; it took a seventh of all time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000)


def _leave_out(
    config: pytest.Config, items: list[pytest.Item], is_out: Callable[[pytest.Item], bool]
) -> None:
    config.hook.pytest_deselected(items=list(filter(is_out, items)))
    items[:] = [item for item in items if not is_out(item)]


def _asks_database(item: pytest.Item) -> bool:
    if item.nodeid.startswith(tuple(f"tests/{room}/" for room in SHOW_THE_DIRECTORY)):
        return False
    fixtures = {"db", "transactional_db", "django_db_setup"}
    is_given_one = item.get_closest_marker("django_db") or fixtures & set(item.fixturenames)
    return bool(is_given_one) and "browser" not in item.fixturenames


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
def django_db_setup(
    django_test_environment: None,
    django_db_modify_db_settings: None,
    django_db_blocker: DjangoDbBlocker,
) -> Iterator[None]:
    """Give this worker its database, and have it put back after each test that commits.

    Django would empty all tables then, and make permissions and triggers anew.
    """
    with django_db_blocker.unblock():
        database.take_copy()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", lambda test: database.put_back())
        # Nothing that a test writes needs to outlast a power cut.
        patch.setattr(os, "fsync", lambda handle: None)
        yield
    LAST_GOOD_FILE.unlink(missing_ok=True)
    with django_db_blocker.unblock():
        database.drop_copy()


@pytest.fixture(autouse=True)
def forgotten_directory() -> None:
    """Forget the directory of the test before: each test counts revisions anew."""
    current_directory.forget()
    parts.clear()


_shipped_directory = cache(load_directory)


@pytest.fixture
def initial_data(db: None) -> None:
    """Put the shipped data into the database, with its first records.

    Their directory is loaded once: what an edit does not touch is the same object after it anyway.
    """
    if database.load_shipped_data():
        current_directory._directory = _shipped_directory()


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
