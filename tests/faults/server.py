"""A portal that serves as an operator's does, in processes of its own on a free port."""

from __future__ import annotations

import http.client
import os
import signal
import socket
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.installation import prepare_by_copy
from tests.services.postgresql import PostgreSQL
from tests.services.process import children, free_port
from tests.waiting import wait_for

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict[str, str]
    text: str


class Portal:
    """`folder` is for its data and its log; `environment` says what differs from the usual.

    `code` is the folder of the version that serves, `command` what runs the server, if anything.
    """

    def __init__(self, folder: Path, code: Path = ROOT, **environment: str) -> None:
        self.folder = folder
        self.code = code
        self.command: list[str] = []
        self.port = free_port()
        kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
        self.environment = kept | {
            "SECRET_KEY": "a-key-that-only-the-tests-use-and-that-protects-nothing",
            "HTTPS": "false",
            "DATABASE_URL": f"sqlite:///{folder / 'portal.sqlite3'}",
            "LAST_GOOD_FILE": str(folder / "last-good.json"),
            "STATIC_ROOT": str(folder / "static"),
            "PORT": str(self.port),
            "SITE_ADDRESS": f"http://127.0.0.1:{self.port}",
            **environment,
        }
        self.process: subprocess.Popen[bytes] | None = None

    def manage(self, *arguments: str, text: str = "", may_fail: bool = False) -> str:
        """Run a command of manage.py and return what it prints; `text` is its standard input."""
        command = [sys.executable, "manage.py", *arguments]
        return subprocess.run(
            command,
            cwd=self.code,
            env=self.environment,
            input=text,
            capture_output=True,
            text=True,
            check=not may_fail,
            timeout=600,
        ).stdout

    def prepare(self, postgresql: PostgreSQL | None = None) -> Portal:
        """Make the tables, with the shipped data and an account “admin”, whose password is that."""
        prepare_by_copy(self.environment, postgresql)
        return self

    def shell(self, code: str) -> str:
        return self.manage("shell", "-v0", "-c", code)

    def start(self, *, is_ready: bool = True) -> Portal:
        with self.log_file.open("ab") as log:
            self.process = subprocess.Popen(
                [*self.command, sys.executable, "-m", "portal.serve"],
                cwd=self.code,
                env=self.environment,
                stdout=log,
                stderr=log,
                process_group=0,  # as in tests.services.process
            )
        wait_for(self.answers if is_ready else self.is_listening, 120)
        return self

    def stop(self) -> int | None:
        """End it as an operator does. Returns its exit status."""
        if self.process is None:
            return None
        self.process.send_signal(signal.SIGTERM)
        try:
            return self.process.wait(40)
        finally:
            self.process.kill()

    @property
    def log_file(self) -> Path:
        return self.folder / f"log-{self.port}.txt"

    @property
    def log(self) -> str:
        return self.log_file.read_text("utf-8")

    @property
    def workers(self) -> set[int]:
        """Return the processes that answer requests."""
        assert self.process is not None
        return {pid for pid in children(self.process.pid) if not _is_beside(pid)}

    def get(self, path: str, seconds: float = 10, **headers: str) -> Answer:
        return self.ask("GET", path, seconds, **headers)

    def ask(
        self, method: str, path: str, seconds: float = 10, body: str | None = None, **headers: str
    ) -> Answer:
        """Return the answer to one request on a connection of its own."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=seconds)
        try:
            names = {name.replace("_", "-"): value for name, value in headers.items()}
            connection.request(method, path, body, names)
            response = connection.getresponse()
            content = response.read().decode()
            shown = {name.lower(): value for name, value in response.getheaders()}
            return Answer(response.status, shown, content)
        finally:
            connection.close()

    def answers(self) -> bool:
        try:
            return self.get("/healthz").status == 200
        except OSError:
            return False

    def is_listening(self) -> bool:
        try:
            socket.create_connection(("127.0.0.1", self.port), 1).close()
        except OSError:
            return False
        return True


def _is_beside(pid: int) -> bool:
    """Tell whether it is what runs beside the workers."""
    try:
        return b"portal.background" in Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return False
