"""The first answers after an edit, and the first for a clock that nobody has asked for yet.

Two hundred departments with 5,000 windows; an edit is another opening time of one window. Answers
are those of finished pages in front of Django, the directory and compression included. The
yardstick reads the same rows with bare `values_list` and packs the same bytes: it compresses a page
and writes JSON.
"""

from __future__ import annotations

import gc
import gzip
import json
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from datetime import time as wall_time
from io import BytesIO
from typing import Any
from unittest.mock import patch

from benchmarks.made_up import replace_departments
from benchmarks.pairs import Result, measure, print_result

WINDOWS, DEPARTMENTS = 5000, 200
ROUNDS = 5
PAGE = "/en/contact/"

_MONDAY = datetime(2026, 11, 23, 11, 20, tzinfo=UTC)
_CLOCKS = ("Europe/Berlin", "Asia/Tokyo", "America/Bogota", "Asia/Kolkata", "Australia/Sydney")


def edits() -> None:
    replace_departments(WINDOWS, WINDOWS // DEPARTMENTS)
    with patch("support.clock.now", lambda: _MONDAY):
        portal = _Portal()
        name = f"edit of 1 of {DEPARTMENTS} departments, %s: bare rows, packing"
        print_result(_first(portal, name % "page", PAGE, _compress))
        print_result(_first(portal, name % "its page", f"{PAGE}team-7/", _compress))
        print_result(_first(portal, name % "API", "/api/v1/availability", _write))
        print_result(_first_for_a_clock(portal))


class _Portal:
    """What `portal.wsgi` serves, asked in this process."""

    def __init__(self) -> None:
        from django.core.handlers.wsgi import WSGIHandler

        from support.directory.current import current_directory
        from support.finished_pages.addresses import finished_address
        from support.finished_pages.application import FinishedPages

        self.directory = current_directory
        self.application = FinishedPages(
            WSGIHandler(), finished_address, self.directory, seconds_of_grace=0
        )

    def get(self, address: str) -> bytes:
        self.directory.look()
        path, _, query = address.partition("?")
        environ = {
            "REQUEST_METHOD": "GET",
            "PATH_INFO": path,
            "QUERY_STRING": query,
            "SERVER_NAME": "127.0.0.1",
            "SERVER_PORT": "80",
            "HTTP_HOST": "127.0.0.1",
            "wsgi.url_scheme": "http",
            "wsgi.input": BytesIO(),
        }
        answers = []
        chunks = self.application(environ, lambda status, headers: answers.append(status))
        content = b"".join(chunks)
        if answers != ["200 OK"]:
            sys.exit(f"{address} answers {answers}.")
        return content

    def edit(self) -> None:
        """One window, as another request of this process would; not timed."""
        from support.models import LanguageWindow

        row = LanguageWindow.objects.filter(department__slug="team-7")[0]
        opens = wall_time(row.opens.hour, (row.opens.minute + 1) % 60)
        LanguageWindow.objects.filter(pk=row.pk).update(opens=opens)


def _first(
    portal: _Portal, name: str, address: str, pack: Callable[[bytes], Callable[[], object]]
) -> Result:
    packing = pack(portal.get(address))

    def ours() -> float:
        portal.edit()
        return _seconds(lambda: portal.get(address))

    def yardstick() -> float:
        return _seconds(lambda: (_bare_rows(), packing()))

    return measure(name, ours, yardstick, reach=3, at_most=True, unit="ms", rounds=ROUNDS)


def _first_for_a_clock(portal: _Portal) -> Result:
    from support.parts import parts

    clocks = iter(_CLOCKS)

    def yardstick() -> float:
        parts.clear()
        portal.edit()
        return _seconds(lambda: portal.get(PAGE))

    def ours() -> float:
        return _seconds(lambda: portal.get(f"{PAGE}?tz={next(clocks)}"))

    name = f"first page for a clock, {DEPARTMENTS} departments: on their own clocks"
    return measure(name, ours, yardstick, reach=1.5, at_most=True, unit="ms", rounds=len(_CLOCKS))


def _bare_rows() -> list[list[Any]]:
    from support.directory.rows import PUBLIC_MODELS

    return [list(model._default_manager.values_list()) for model in PUBLIC_MODELS]


def _compress(content: bytes) -> Callable[[], object]:
    return lambda: gzip.compress(content, mtime=0)


def _write(content: bytes) -> Callable[[], object]:
    read = json.loads(content)
    return lambda: json.dumps(read, ensure_ascii=False).encode()


def _seconds(call: Callable[[], object]) -> float:
    gc.collect()
    start = time.perf_counter()
    call()
    return time.perf_counter() - start
