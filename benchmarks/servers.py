"""Servers on loopback: started on a free port, ended by their own process, also on failure."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from benchmarks.answers import fetch
from portal.paths import BASE_DIR

HOST = "127.0.0.1"

# As the README starts the portal for production; every yardstick in Python is started the same way.
PRODUCTION = ["--interface", "wsgi", "--workers", "2", "--blocking-threads", "4"]

_SECONDS_TO_START = 30


@dataclass(frozen=True)
class Server:
    url: str
    pid: int

    def workers(self) -> list[int]:
        """The processes that answer: children of the one that was started."""
        return _children(self.pid)


@contextlib.contextmanager
def granian(
    application: str, environment: Mapping[str, str], *options: str, python: str = sys.executable
) -> Iterator[Server]:
    port = _free_port()
    command = [python, "-m", "granian", *PRODUCTION, "--host", HOST, "--port", str(port), *options]
    with _running([*command, "--log-level", "error", application], port, environment) as server:
        yield server


@contextlib.contextmanager
def portal(environment: Mapping[str, str]) -> Iterator[Server]:
    """The portal as an operator starts it."""
    port = _free_port()
    command = [sys.executable, "-m", "portal.serve"]
    with _running(command, port, {**environment, "PORT": str(port)}) as server:
        yield server


@contextlib.contextmanager
def nginx(folder: Path, directives: str = "") -> Iterator[Server]:
    """Serves the files below `folder` with a process per core, as Debian sets it up."""
    port = _free_port()
    with tempfile.TemporaryDirectory() as own:
        configuration = Path(own) / "nginx.conf"
        configuration.write_text(
            # Its workers must be able to read a folder of ours, which is closed to others.
            f"{'user root;' if os.geteuid() == 0 else ''} worker_processes auto; daemon off;"
            f"pid {own}/pid; error_log stderr crit; events {{ worker_connections 256; }}"
            "http { access_log off; sendfile on; tcp_nopush on;"
            "types { text/html html; } charset utf-8; keepalive_requests 1000000000;"
            + "".join(
                f"{name}_temp_path {own}/{name};"
                for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
            )
            + f"server {{ listen {HOST}:{port}; root {folder}; {directives} }} }}"
        )
        command = ["nginx", "-p", own, "-c", str(configuration), "-e", "stderr"]
        with _running(command, port, {}) as server:
            yield server


@contextlib.contextmanager
def _running(command: list[str], port: int, environment: Mapping[str, str]) -> Iterator[Server]:
    with tempfile.TemporaryFile("w+") as said:
        process = subprocess.Popen(  # noqa: S603
            command,
            cwd=BASE_DIR,
            env={**os.environ, **environment},
            stdout=said,
            stderr=said,
            process_group=0,  # as in tests.services.process: a test stops it
        )
        try:
            server = Server(f"http://{HOST}:{port}", process.pid)
            if not _answers(server, process):
                said.seek(0)
                sys.exit(f"{' '.join(command)} does not answer.\n{said.read()}")
            yield server
        finally:
            _end(process)


def _answers(server: Server, process: subprocess.Popen[bytes]) -> bool:
    end = time.monotonic() + _SECONDS_TO_START
    while process.poll() is None and time.monotonic() < end:
        with contextlib.suppress(OSError):
            fetch(server.url)
            return True
        time.sleep(0.05)
    return False


def _end(process: subprocess.Popen[bytes]) -> None:
    workers = _children(process.pid)
    process.terminate()
    try:
        process.wait(timeout=10)
    except subprocess.TimeoutExpired:
        # Killed, it cannot end them itself.
        for pid in [process.pid, *workers]:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        process.wait()


def _children(pid: int) -> list[int]:
    try:
        return [
            int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
        ]
    except FileNotFoundError:
        return []


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])
