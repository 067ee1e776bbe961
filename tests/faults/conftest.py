from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.faults.figures import HELD
from tests.faults.server import Portal
from tests.services.postgresql import PostgreSQL
from tests.services.postgresql import postgresql as serve_postgresql
from tests.services.redis import Redis
from tests.services.redis import redis as serve_redis


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say each figure that was measured, beside what it may be."""
    reports = [report for reports in terminalreporter.stats.values() for report in reports]
    properties = [each for report in reports for each in getattr(report, "user_properties", ())]
    figures = [value for name, value in properties if name == "figure"]
    if figures:
        terminalreporter.section("figures")
        for figure in figures:
            terminalreporter.write_line(figure)


@pytest.fixture(autouse=True)
def figures(record_property: Callable[[str, object], None]) -> Iterator[None]:
    """Send what the test measures with its report, from whichever process runs it."""
    HELD.clear()
    yield
    for figure in HELD:
        record_property("figure", str(figure))


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a portal on SQLite with the shipped data."""
    folder = tmp_path_factory.mktemp("prepared")
    Portal(folder).prepare()
    return folder


@pytest.fixture
def portal(prepared: Path, tmp_path: Path) -> Iterator[Portal]:
    """A portal on SQLite, prepared and not started."""
    portal = Portal(shutil.copytree(prepared, tmp_path / "portal"))
    yield portal
    portal.stop()


@pytest.fixture
def postgresql() -> Iterator[PostgreSQL]:
    with serve_postgresql() as postgresql:
        yield postgresql


@pytest.fixture
def redis() -> Iterator[Redis]:
    with serve_redis() as redis:
        yield redis


@pytest.fixture
def portal_on_postgresql(tmp_path: Path, postgresql: PostgreSQL) -> Iterator[Portal]:
    portal = Portal(tmp_path, DATABASE_URL=postgresql.url).prepare(postgresql)
    yield portal
    postgresql.go_on()
    portal.stop()
