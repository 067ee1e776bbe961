"""Programs that serve on a free port for as long as somebody needs them."""

from __future__ import annotations

import contextlib
import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

HOST = "127.0.0.1"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


def found(name: str) -> str | None:
    """Return where a program is, in the folders for administrators too."""
    return shutil.which(name, path=f"{os.environ['PATH']}:/usr/sbin:/usr/local/sbin")


def answers(port: int) -> bool:
    with contextlib.suppress(OSError), socket.create_connection((HOST, port), timeout=1):
        return True
    return False


def send_signal(pids: Iterable[int], number: signal.Signals) -> None:
    """Send the signal to those that are still there."""
    for pid in pids:
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, number)


def children(pid: int) -> list[int]:
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


@contextlib.contextmanager
def folder_of(user: str | None = None) -> Iterator[Path]:
    """Make a folder that this user may write, and remove it at the end."""
    folder = Path(tempfile.mkdtemp(prefix="support-portal-"))
    try:
        if user:
            os.chown(folder, pwd.getpwnam(user).pw_uid, -1)
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextlib.contextmanager
def running(
    command: list[str | Path], is_ready: Callable[[], bool], cwd: Path
) -> Iterator[subprocess.Popen[str]]:
    """Yield the process when it is ready, and end it at the end.

    It has a process group of its own. In that of the run, as soon as the shell that began the run
    ends, the kernel would let a stopped process go on, and send SIGHUP to all.
    """
    with tempfile.TemporaryFile("w+") as said:
        process = subprocess.Popen(
            command, stdout=said, stderr=said, cwd=cwd, text=True, process_group=0
        )
        try:
            end = time.monotonic() + 30
            while not is_ready():
                if process.poll() is not None or time.monotonic() > end:
                    said.seek(0)
                    raise AssertionError(f"{command[0]} does not answer.\n{said.read()}")
                time.sleep(0.05)
            yield process
        finally:
            process.terminate()
            process.wait(timeout=30)
