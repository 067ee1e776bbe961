"""Check that the figures of a server are those of all its processes, on a real one."""

from __future__ import annotations

import contextlib
import os
import signal
import time

import pytest

from benchmarks.answers import fetch
from benchmarks.servers import portal
from tests.installation import environment_of, prepare_by_copy

TOKEN = {"Authorization": "Bearer a-token-of-the-tests"}
BADGE = "/badge/status.json?department=sales&language=ja&locale=en"


@pytest.fixture
def server(tmp_path):
    figures = tmp_path / "figures"
    figures.mkdir()
    environment = environment_of(
        tmp_path,
        METRICS_TOKEN="a-token-of-the-tests",
        PROMETHEUS_MULTIPROC_DIR=str(figures),
    )
    prepare_by_copy(environment)
    with portal(environment) as server:
        yield server


def figures(server):
    text = fetch(f"{server.url}/metrics", TOKEN).content.decode()
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    return {name: float(value) for name, value in (line.rsplit(" ", 1) for line in lines)}


def wait_until(condition):
    end = time.monotonic() + 60
    while time.monotonic() < end:
        # A connection that a dying worker had taken is reset.
        with contextlib.suppress(OSError):
            if condition():
                return
        time.sleep(0.05)
    raise AssertionError("It has not become so within a minute.")


def asked_for(server):
    known = figures(server)
    return [known[f'support_finished_pages_total{{result="{kind}"}}'] for kind in ("hit", "miss")]


def test_figures_are_those_of_all_workers_also_after_one_has_died(server):
    wait_until(lambda: figures(server)["support_workers"] == 2)

    for _ in range(40):
        assert fetch(server.url + BADGE).status == 200

    wait_until(lambda: sum(asked_for(server)) == 40)
    assert asked_for(server)[1] in (1, 2)  # each worker that was asked makes the page once

    ended = server.workers()[-1]
    os.kill(ended, signal.SIGKILL)
    wait_until(lambda: ended not in server.workers() and figures(server)["support_workers"] == 2)

    assert sum(asked_for(server)) == 40
    assert figures(server)['support_last_read_timestamp_seconds{what="edits"}'] > 1_700_000_000
