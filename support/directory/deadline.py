"""End what waits for a database that hangs.

A limit of the server itself does not end a statement when it is the server that hangs, and neither
does a limit of TCP while its system still acknowledges. So the connection's own end is closed.
"""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Timer
from typing import Any

from django.db import connections

# A database that does not answer a simple question for this long is as good as gone.
SECONDS_FOR_AN_ANSWER = 3.0


@contextmanager
def deadline(seconds: float) -> Iterator[None]:
    """Have this thread's statements end with an OperationalError after `seconds`.

    Connecting has a limit of its own, and so has SQLite, which only waits for locks.
    """
    timer = Timer(seconds, _hang_up, [connections["default"]])
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _hang_up(wrapper: Any) -> None:
    if wrapper.vendor != "postgresql" or wrapper.connection is None:
        return
    # It may just have been closed, which is as good.
    with (
        suppress(Exception),
        socket.socket(fileno=os.dup(wrapper.connection.pgconn.socket)) as duplicate,
    ):
        duplicate.shutdown(socket.SHUT_RDWR)
