from __future__ import annotations

import contextlib
import http.client
import os
import ssl
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from benchmarks.servers import Server, portal
from tests.installation import environment_of, prepare_by_copy
from tests.services import missing_programs
from tests.services.nginx import nginx
from tests.services.postgresql import postgresql
from tests.services.redis import redis


@dataclass
class Site:
    """The portal as it is shipped: nginx, two servers, PostgreSQL and Redis."""

    port: int
    folder: Path
    environment: dict[str, str]
    servers: list[Server]
    running: list[contextlib.ExitStack] = field(default_factory=list)

    def ask(
        self,
        address: str,
        method: str = "GET",
        headers: Mapping[str, str] | None = None,
        body: bytes | None = None,
        host: str = "localhost",
    ) -> http.client.HTTPResponse:
        """Return the answer, read to its end; its content is in `content`."""
        context = ssl._create_unverified_context()
        connection = http.client.HTTPSConnection(host, self.port, timeout=30, context=context)
        try:
            connection.request(method, address, body, dict(headers or {}))
            answer = connection.getresponse()
            answer.content = answer.read()
        finally:
            connection.close()
        return answer


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    missing = missing_programs()
    # What must pass before a change lands has them all.
    if missing and "CI" not in os.environ:
        pytest.skip(f"These are not installed: {', '.join(missing)}.")
    folder = tmp_path_factory.mktemp("site")
    with contextlib.ExitStack() as stack:
        database = stack.enter_context(postgresql())
        environment = environment_of(
            folder,
            DATABASE_URL=database.url,
            CACHE_URL=stack.enter_context(redis()).url,
            HTTPS="true",
            BEHIND_PROXY="true",
            ALLOWED_HOSTS="localhost,127.0.0.1",
            METRICS_TOKEN="a-token-of-the-tests",
            SITE_ADDRESS="https://support.example",
        )
        prepare_by_copy(environment, database)
        running = [stack.enter_context(contextlib.ExitStack()) for _ in range(2)]
        servers = [each.enter_context(portal(environment)) for each in running]
        ports = [int(server.url.rpartition(":")[2]) for server in servers]
        port, own = stack.enter_context(nginx(ports, "localhost"))
        yield Site(port, own, environment, servers, running)
