"""The site as it is shipped under load: `python -m benchmarks.whole_site`, as `make load` does.

nginx ends TLS in front of one or two servers with PostgreSQL and Redis; somebody edits an opening
time every second. The yardstick is the same nginx with the same bytes on disk. Everything, wrk
included, shares the cores of this machine, so what a tier costs is told as its processor time for
each request. 64 connections, for 20 seconds each.
"""

from __future__ import annotations

import contextlib
import itertools
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Thread

import psycopg

from benchmarks.answers import fetch
from benchmarks.servers import Server, portal
from tests.installation import environment_of, prepare
from tests.services.nginx import nginx
from tests.services.postgresql import postgresql
from tests.services.redis import redis

_SECONDS = int(os.environ.get("LOAD_SECONDS", "20"))
_SCRIPT = str(Path(__file__).with_name("mixed.lua"))
_LANGUAGES = ("en", "ja", "de", "fr", "es", "it", "pt", "nl", "sv", "da")

# What is asked for in a hundred requests: 60 contact pages, 26 of a department, 12 badges, a
# calendar and an answer of the API, which alone is made by Django each time.
_MIX = [
    *(f"/{language}/contact/" for language in _LANGUAGES * 6),
    *(f"/{language}/contact/{name}/" for language in ("en", "ja") for name in ("sales",) * 13),
    *("/badge/status.json?department=sales&language=ja&locale=en",) * 12,
    "/en/contact/sales/ja.ics",
    "/api/v1/availability",
]
# In an order in which none comes in a row.
_ADDRESSES = [_MIX[position * 37 % len(_MIX)] for position in range(len(_MIX))]


@dataclass(frozen=True)
class _Load:
    per_second: float
    p50: float
    p99: float
    errors: int
    nginx: float
    servers: float

    def line(self, name: str) -> str:
        return (
            f"{name:<44}{self.per_second:>9,.0f}/s {self.p50:>8.1f} {self.p99:>8.1f} ms"
            f"{self.errors:>7} {self.nginx:>7.0f} {self.servers:>7.0f} µs"
        )


def main() -> None:
    print(f"{'':<44}{'requests':>11} {'p50':>8} {'p99':>11}{'errors':>7}  nginx servers")
    with contextlib.ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        database = stack.enter_context(postgresql()).url
        environment = environment_of(
            folder,
            DATABASE_URL=database,
            CACHE_URL=stack.enter_context(redis()).url,
            ALLOWED_HOSTS="localhost,127.0.0.1",
            HTTPS="true",
            BEHIND_PROXY="true",
            LAST_GOOD_FILE=str(folder / "last-good.json"),
        )
        prepare(environment)
        servers: list[Server] = []
        for number in (1, 2):
            servers.append(stack.enter_context(portal(environment)))
            name = f"site, {number} server{'s' if number > 1 else ''}"
            with _edits(database):
                site = _through_nginx(servers, "")
                print(site.line(name), flush=True)
                without = _through_nginx(servers, "proxy_cache off;")
                print(without.line(f"{name}, nginx holds nothing"), flush=True)
        disk = _from_disk(servers[0], folder)
        print(disk.line("nginx, the same bytes from disk"))
        print(
            f"{name} beside files: {site.per_second / disk.per_second:.2f} times the requests, "
            f"{disk.nginx / site.nginx:.2f} by the processor time of nginx"
        )


def _through_nginx(servers: Sequence[Server], directives: str) -> _Load:
    ports = [int(server.url.rpartition(":")[2]) for server in servers]
    with nginx(ports, "localhost", directives) as (port, folder):
        return _load(port, folder, servers)


def _from_disk(server: Server, folder: Path) -> _Load:
    """Serve what the site answered from files that nginx finds by the same addresses."""
    files = folder / "files"
    for address in set(_ADDRESSES):
        headers = {"X-Forwarded-Proto": "https", "Accept-Encoding": "gzip", "Host": "localhost"}
        answer = fetch(server.url + address, headers)
        path = address.partition("?")[0].strip("/")
        file = files / path / "index" if address.endswith("/") else files / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(answer.content)
    for path in [folder, files, *files.rglob("*")]:
        path.chmod(0o755)
    directives = f"root {files}; index index; try_files $uri $uri/index =404;"
    with nginx([9], "localhost", files=directives) as (port, own):
        return _load(port, own, [])


def _load(port: int, folder: Path, servers: Sequence[Server]) -> _Load:
    _wrk(port, 1)  # every worker has rendered every page
    nginx = [int((folder / "pid").read_text())]
    groups = [nginx, [server.pid for server in servers]]
    before = [_processor_seconds(group) for group in groups]
    requests, microseconds, refused, broken, p50, p99 = _wrk(port, _SECONDS)
    used = [
        (_processor_seconds(group) - earlier) * 1e6 / requests
        for group, earlier in zip(groups, before, strict=True)
    ]
    return _Load(
        requests / microseconds * 1e6, p50 / 1000, p99 / 1000, refused + broken, used[0], used[1]
    )


def _wrk(port: int, seconds: int) -> list[int]:
    command = ["wrk", "--threads", "1", "--connections", "64", "--timeout", "10s"]
    command += ["--duration", f"{seconds}s", "--script", _SCRIPT, f"https://localhost:{port}"]
    result = subprocess.run(  # noqa: S603
        [*command, "--", *_ADDRESSES], check=True, capture_output=True, text=True
    )
    counted = next(line for line in result.stdout.splitlines() if line.startswith("counted"))
    return [int(number) for number in counted.split()[1:]]


@contextlib.contextmanager
def _edits(database: str) -> Iterator[None]:
    """Change the closing time of one window every second."""
    ended = Event()

    def edit() -> None:
        with psycopg.connect(database, autocommit=True) as connection:
            for minute in itertools.cycle(range(0, 60, 15)):
                connection.execute(
                    "UPDATE support_languagewindow SET closes = make_time(18, %s, 0) "
                    "WHERE id = (SELECT min(id) FROM support_languagewindow)",
                    [minute],
                )
                if ended.wait(1):
                    return

    thread = Thread(target=edit)
    thread.start()
    try:
        yield
    finally:
        ended.set()
        thread.join()


def _processor_seconds(pids: Sequence[int]) -> float:
    """Return what these processes and their children have used."""
    ticks = sum(_ticks(pid) for pid in pids)
    return ticks / os.sysconf("SC_CLK_TCK")


def _ticks(pid: int) -> int:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(") ")[2].split()
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return int(fields[11]) + int(fields[12]) + sum(_ticks(int(child)) for child in children)


if __name__ == "__main__":
    sys.exit(main())
