"""A Redis of a test's own, which can be hung and killed."""

from __future__ import annotations

import contextlib
import signal
from collections.abc import Iterator

from tests.services.process import HOST, answers, folder_of, free_port, running, send_signal


class Redis:
    """An empty one, which keeps nothing on disk."""

    def __init__(self, port: int, pid: int) -> None:
        self.url = f"redis://{HOST}:{port}/0"
        self._pid = pid

    def hang(self) -> None:
        send_signal([self._pid], signal.SIGSTOP)

    def go_on(self) -> None:
        send_signal([self._pid], signal.SIGCONT)

    def kill(self) -> None:
        send_signal([self._pid], signal.SIGKILL)


@contextlib.contextmanager
def redis() -> Iterator[Redis]:
    port = free_port()
    command = ["redis-server", "--bind", HOST, "--port", str(port), "--save", ""]
    with (
        folder_of() as folder,
        running([*command, "--appendonly", "no"], lambda: answers(port), folder) as process,
    ):
        redis = Redis(port, process.pid)
        yield redis
        redis.go_on()  # what hangs does not end
