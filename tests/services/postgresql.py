"""A PostgreSQL of a test's own, which can be stopped, hung and killed."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.services.process import HOST, children, free_port, send_signal
from tests.waiting import wait_for


class PostgreSQL:
    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="support-portal-postgresql-"))
        self.port = free_port()
        # It refuses to run as root.
        self._user = "postgres" if os.getuid() == 0 else None
        if self._user:
            shutil.chown(self.folder, self._user)
        self._run("initdb", "-D", self._data, "-A", "trust", "-U", "postgres", "-N", "-E", "UTF8")
        with (self.folder / "data" / "postgresql.conf").open("a") as settings:
            settings.write(f"port = {self.port}\nlisten_addresses = '{HOST}'\n")
            settings.write(f"unix_socket_directories = '{self.folder}'\nfsync = off\n")
        self.start()

    @property
    def url(self) -> str:
        return f"postgres://postgres@{HOST}:{self.port}/postgres"

    @property
    def _data(self) -> str:
        return str(self.folder / "data")

    @property
    def _postmaster(self) -> int:
        return int((self.folder / "data" / "postmaster.pid").read_text().split()[0])

    def start(self) -> None:
        self._run("pg_ctl", "-D", self._data, "-w", "-l", str(self.folder / "log"), "start")

    def stop(self) -> None:
        self._run("pg_ctl", "-D", self._data, "-w", "-m", "immediate", "stop")

    def kill(self) -> None:
        """End every process of it, with no chance to say so to anybody."""
        pids = self._processes()
        send_signal(pids, signal.SIGKILL)
        wait_for(lambda: not any(Path(f"/proc/{pid}").exists() for pid in pids))

    def hang(self) -> None:
        send_signal(self._processes(), signal.SIGSTOP)

    def go_on(self) -> None:
        send_signal(self._processes(), signal.SIGCONT)

    def run(self, sql: str) -> str:
        url = f"{self.url}?connect_timeout=3"
        return self._run("psql", "-X", "-q", "-A", "-t", url, "-c", sql)

    def dump(self) -> str:
        return self._run("pg_dump", "--clean", "--if-exists", self.url)

    def restore(self, dump: str) -> None:
        self._run("psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", self.url, text=dump)

    def remove(self) -> None:
        self.go_on()
        self.kill()
        shutil.rmtree(self.folder)

    def _processes(self) -> list[int]:
        parent = self._postmaster
        return [parent, *children(parent)]

    def _run(self, program: str, *arguments: str, text: str | None = None) -> str:
        with tempfile.TemporaryFile() as errors:
            done = subprocess.run(
                [str(_folder_of_programs() / program), *arguments],
                user=self._user,
                cwd=self.folder,
                env={"PATH": os.environ["PATH"], "HOME": str(self.folder)},
                input=text,
                stdout=None if program == "pg_ctl" else subprocess.PIPE,
                stderr=errors,
                text=True,
                check=False,
                timeout=120,
            )
            errors.seek(0)
            assert done.returncode == 0, f"{program}: {errors.read().decode()}"
            return done.stdout or ""


@contextlib.contextmanager
def postgresql() -> Iterator[PostgreSQL]:
    """Serve an empty database."""
    postgresql = PostgreSQL()
    try:
        yield postgresql
    finally:
        postgresql.remove()


def _folder_of_programs() -> Path:
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
    if folders:
        return folders[-1]
    initdb = shutil.which("initdb")
    assert initdb, "PostgreSQL's initdb is needed. On Debian or Ubuntu: apt-get install postgresql"
    return Path(initdb).parent
