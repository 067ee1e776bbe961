"""What a process of the portal costs: its memory, and the time until it serves.

Memory is the resident set of one worker of the server as an operator starts it, after it has
answered for a second and each page once. The start is that of one Python process, the server's own
left out: to the end of `django.setup()`, or on through `portal.wsgi` to the first contact page in
full.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from collections.abc import Mapping
from contextlib import AbstractContextManager
from pathlib import Path

from benchmarks.answers import expect
from benchmarks.load import requests_per_second
from benchmarks.pairs import measure, print_result
from benchmarks.scratch import INITIAL, Scratch
from benchmarks.servers import Server, granian, portal
from portal.paths import BASE_DIR

_LANGUAGES = ("ja", "en", "it", "pt", "fr", "de", "nl", "es", "sv", "da")
_PAGES = tuple(f"/{language}/contact/" for language in _LANGUAGES)

_WITHOUT = "benchmarks.yardsticks.django_project:application"

_SET_UP = "import django; django.setup()"
_FIRST_PAGE = """
from io import BytesIO
from portal.wsgi import application

environ = {
    "REQUEST_METHOD": "GET", "PATH_INFO": "/en/contact/", "QUERY_STRING": "", "SCRIPT_NAME": "",
    "SERVER_NAME": "127.0.0.1", "SERVER_PORT": "80", "HTTP_HOST": "127.0.0.1",
    "SERVER_PROTOCOL": "HTTP/1.1", "wsgi.url_scheme": "http", "wsgi.input": BytesIO(),
}
started = []
content = b"".join(application(environ, lambda status, headers: started.append(status)))
assert started == ["200 OK"] and len(content) > 20_000, (started, len(content))
"""


def process(scratch: Scratch) -> None:
    ours = scratch.environment(INITIAL)
    without = ours | {"DJANGO_SETTINGS_MODULE": "benchmarks.yardsticks.without_support"}
    print_result(
        measure(
            "memory of a worker: the project without `support`",
            lambda: _resident(portal(ours), _PAGES),
            lambda: _resident(granian(_WITHOUT, without), ("/",)),
            reach=48,
            at_most=True,
            is_difference=True,
            unit="MB",
            rounds=3,
        )
    )
    print_result(
        measure(
            "start to first served page: `django.setup()` alone",
            lambda: _seconds(_FIRST_PAGE, ours),
            lambda: _seconds(_SET_UP, ours),
            reach=2,
            at_most=True,
            unit="ms",
            rounds=7,
        )
    )


def _resident(starting: AbstractContextManager[Server], paths: tuple[str, ...]) -> float:
    """Return the bytes of memory of the largest process below the server, which is a worker."""
    with starting as server:
        for path in paths:
            expect(server.url + path)
        requests_per_second(server.url + paths[0], 0)
        return max(_resident_set(pid) for pid in server.workers())


def _resident_set(pid: int) -> float:
    status = Path(f"/proc/{pid}/status").read_text()
    found = re.search(r"^VmRSS:\s+(\d+) kB", status, re.MULTILINE)
    return int(found[1]) * 1024 if found else 0


def _seconds(program: str, environment: Mapping[str, str]) -> float:
    start = time.perf_counter()
    subprocess.run(  # noqa: S603
        [sys.executable, "-c", program], check=True, cwd=BASE_DIR, env={**os.environ, **environment}
    )
    return time.perf_counter() - start
