"""The contact page over loopback against what else could answer, on the same server.

The page is asked for plainly, and once more as browsers ask, for the compressed body. wrk and the
servers share the machine's cores.
"""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from benchmarks.answers import NO_HEADERS, expect
from benchmarks.load import requests_per_second
from benchmarks.pairs import measure, print_result
from benchmarks.scratch import INITIAL, Scratch
from benchmarks.servers import Server, granian, nginx
from benchmarks.yardsticks.content import sections
from portal.paths import BASE_DIR

SIZES = (8, 100, 1000)
ROUNDS = 5
PAGE = "/en/contact/"
PORTAL = "portal.wsgi:application"

# What else is finished, and most asked for.
_OTHERS = {
    "page, chosen clock": "/en/contact/?languages=da&languages=en&tz=Europe/Berlin",
    "department's page": "/en/contact/sales/",
    "badge": "/badge/status.json?department=sales&language=ja&visitor_zone=Europe/Berlin",
    "calendar": "/en/contact/sales/ja.ics",
}

_GZIP = {"Accept-Encoding": "gzip"}
_YARDSTICKS = "benchmarks.yardsticks"
_PROJECT = f"{_YARDSTICKS}.django_project:application"
_PYTHON_OF_YARDSTICKS = str(BASE_DIR / ".venv-yardsticks" / "bin" / "python")


@dataclass(frozen=True)
class Target:
    """An address that answers, and what it answers to these headers."""

    url: str
    content: bytes
    answer_headers: tuple[tuple[str, str], ...]
    headers: Mapping[str, str]

    def per_second(self) -> float:
        return requests_per_second(self.url, len(self.content), self.headers)

    def bytes_per_second(self) -> float:
        return self.per_second() * len(self.content)


def serving(scratch: Scratch) -> None:
    with granian(PORTAL, scratch.environment(INITIAL)) as server:
        plain = _warm(server.url + PAGE)
        compressed = _warm(server.url + PAGE, _GZIP)
        pages = {"page": plain, "page, gzip": compressed}
        for name, page in pages.items():
            _against_the_same_bytes(name, page, scratch.folder, reach=0.85)
            _against_a_file(name, page, scratch.folder)
        for name, address in _OTHERS.items():
            other = _warm(server.url + address)
            _against_the_same_bytes(name, other, scratch.folder, reach=0.8)
        plain = _warm(server.url + PAGE)  # hours may have begun or ended in the meantime
        unknown = _warm(f"{server.url}{PAGE}?utm_source=newsletter", content=plain.content)
        _compare("page with an unknown parameter: without", unknown, plain, reach=0.95)
        _against_other_systems(pages, scratch.folder)
        _unchanged(_warm(server.url + PAGE))
    _by_number_of_windows(scratch)


def _against_the_same_bytes(name: str, page: Target, folder: Path, reach: float) -> None:
    answer = _answer(page, folder)
    added_by_server = {"server", "date"}
    headers = [pair for pair in page.answer_headers if pair[0] not in added_by_server]
    (answer / "headers.json").write_text(json.dumps(headers))
    with granian(f"{_YARDSTICKS}.raw:application", {"RAW_ANSWER": str(answer)}) as server:
        raw = _warm(server.url + PAGE, page.headers, content=page.content)
        _compare(f"{name}: raw WSGI function, same bytes and headers", page, raw, reach=reach)


def _against_a_file(name: str, page: Target, folder: Path) -> None:
    answer = _answer(page, folder)
    encoding = "add_header Content-Encoding gzip;" if page.headers else ""
    with nginx(answer, f"{encoding} try_files /index.html =404;") as server:
        file = _warm(server.url + PAGE, page.headers, content=page.content)
        _compare(f"{name}: nginx, same bytes from disk", page, file, reach=0.5)


def _answer(page: Target, folder: Path) -> Path:
    """Return the folder of the yardstick that answers as the page does."""
    answer = folder / "answer"
    answer.mkdir(exist_ok=True)
    (answer / "index.html").write_bytes(page.content)
    return answer


def _against_other_systems(pages: Mapping[str, Target], folder: Path) -> None:
    """They answer browsers too without compression."""
    size = len(pages["page"].content)
    # What ours carries for programs they have none of; fewer bytes are in their favour.
    comparable = (size // 3, size * 2)
    for system, project, path in (
        ("Wagtail page", "wagtail_site", "/"),
        ("django-helpdesk knowledge base", "helpdesk_site", "/kb/contact/"),
    ):
        with _other_system(project, pages["page"].content, folder) as server:
            for name, page in pages.items():
                theirs = _warm(server.url + path, page.headers, length=comparable)
                title = f"{name}: {system}, {len(theirs.content) / size:.1f} times the bytes"
                _compare(title, page, theirs, reach=None)


@contextlib.contextmanager
def _other_system(name: str, page: bytes, folder: Path) -> Iterator[Server]:
    """Its own project with a database that is filled with the text of our page."""
    content = folder / "content.json"
    content.write_text(json.dumps(sections(page.decode())), "utf-8")
    project = f"{_YARDSTICKS}.{name}"
    environment = {
        "DJANGO_SETTINGS_MODULE": f"{project}.settings",
        "YARDSTICK_DATABASE": str(folder / f"{name}.sqlite3"),
    }
    subprocess.run(  # noqa: S603
        [_PYTHON_OF_YARDSTICKS, "-m", f"{project}.fill", str(content)],
        check=True,
        cwd=BASE_DIR,
        env={**os.environ, **environment},
    )
    with granian(_PROJECT, environment, python=_PYTHON_OF_YARDSTICKS) as server:
        yield server


def _unchanged(page: Target) -> None:
    etag = dict(page.answer_headers)["etag"]
    unchanged = _warm(page.url, {"If-None-Match": etag}, status=304, content=b"")
    _compare("304 answer: the 200 answer", unchanged, page, reach=1)


def _by_number_of_windows(scratch: Scratch) -> None:
    smallest, *larger = SIZES
    with granian(PORTAL, scratch.environment(str(smallest))) as small_server:
        small = _warm(small_server.url + PAGE)
        for size in larger:
            with granian(PORTAL, scratch.environment(str(size))) as server:
                page = _warm(server.url + PAGE)
                print_result(
                    measure(
                        f"page with {size:,} windows: with {smallest}, bytes sent",
                        page.bytes_per_second,
                        small.bytes_per_second,
                        reach=0.9,
                        unit="MB/s",
                        rounds=ROUNDS,
                    )
                )


def _compare(name: str, ours: Target, yardstick: Target, reach: float | None) -> None:
    print_result(
        measure(name, ours.per_second, yardstick.per_second, reach=reach, unit="/s", rounds=ROUNDS)
    )


def _warm(
    url: str,
    headers: Mapping[str, str] = NO_HEADERS,
    *,
    status: int = 200,
    content: bytes | None = None,
    length: tuple[int, int] | None = None,
) -> Target:
    """Every worker has answered before anything is measured, and what it answers is right."""
    requests_per_second(url, 0, headers)
    answer = expect(url, headers, status=status, content=content, length=length)
    return Target(url, answer.content, answer.headers, headers)
