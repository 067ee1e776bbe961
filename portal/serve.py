"""Serve the portal, as the environment says, until SIGTERM: `python -m portal.serve`.

SIGHUP replaces the workers one by one, with the code as it is then.
"""

from __future__ import annotations

import os
import resource
import signal
import sys
from dataclasses import dataclass
from importlib import import_module
from multiprocessing.connection import Connection
from threading import Event, Thread
from typing import Any, NoReturn

from granian.constants import HTTPModes, Interfaces
from granian.http import HTTP1Settings
from granian.log import LogLevels

from portal.background import Background
from portal.environment import env, number
from portal.limits import (
    BODIES_AT_ONCE,
    BYTES_OF_A_HEAD,
    CONNECTIONS,
    SECONDS_FOR_A_BODY,
    SECONDS_FOR_A_HEAD,
    SECONDS_TO_FINISH,
    STAFF_AT_ONCE,
    STAFF_WAITING,
)
from portal.metrics_folder import prepare_metrics_folder, reserve_space
from portal.paths import BASE_DIR
from portal.ports import refuse_busy
from portal.said import say
from portal.supervisor import Supervisor

# How glibc, and jemalloc in the server's Rust, keep memory: one pool for all threads, and what is
# freed goes back. Left to themselves, they keep a pool for each thread, and in each what making
# pages needed.
_MEMORY = {
    "MALLOC_ARENA_MAX": "1",
    "MALLOC_MMAP_THRESHOLD_": "131072",
    "MALLOC_TOP_PAD_": "0",
    "_RJEM_MALLOC_CONF": "narenas:1",
}

# The database, the log, libraries.
_FILES_BESIDE_CONNECTIONS = 256


@dataclass(frozen=True, slots=True)
class Serving:
    """What the environment says of a server."""

    host: str
    port: int
    workers: int
    threads: int

    @classmethod
    def from_environment(cls) -> Serving:
        """Read HOST, PORT, WORKERS and THREADS. A mistake ends the process with one sentence."""
        return cls(
            env.str("HOST", default="127.0.0.1"),
            number("PORT", 8000, 1, 65535),
            number("WORKERS", 2, 1, 64),
            number("THREADS", 4, 1, 64),
        )


def serve(serving: Serving) -> NoReturn:
    """Serve until a signal ends it."""
    connections = _raise_limit_of_files() - _FILES_BESIDE_CONNECTIONS
    connections = min(connections, CONNECTIONS)
    # Those that read a body or are staff's never take a visitor's thread.
    threads = serving.threads + BODIES_AT_ONCE + STAFF_AT_ONCE + STAFF_WAITING
    say(
        f"Serving at http://{serving.host}:{serving.port}/, workers: {serving.workers}, each with "
        f"{serving.threads} threads for visitors and {STAFF_AT_ONCE} for staff."
    )
    say(
        f"Limits: {connections} connections a worker, {SECONDS_FOR_A_HEAD} s for a request's "
        f"head, {SECONDS_FOR_A_BODY:.0f} s for its body, {SECONDS_TO_FINISH} s to finish."
    )
    os.chdir(BASE_DIR)
    prepare_metrics_folder(serving.port)
    server = Supervisor(
        "portal.wsgi:application",
        address=serving.host,
        port=serving.port,
        interface=Interfaces.WSGI,
        http=HTTPModes.http1,
        websockets=False,
        workers=serving.workers,
        blocking_threads=threads,
        backlog=2048,
        backpressure=connections,
        http1_settings=HTTP1Settings(
            header_read_timeout=SECONDS_FOR_A_HEAD * 1000, max_buffer_size=BYTES_OF_A_HEAD
        ),
        log_level=LogLevels.error,
        respawn_failed_workers=True,
        workers_kill_timeout=SECONDS_TO_FINISH,
    )
    background = Background()
    server.on_startup(background.start)
    server.on_reload(background.renew)
    server.on_shutdown(background.end)
    server.serve(target_loader=_load, wrap_loader=False)
    say("Ended.")
    sys.exit()


def _load(says: Connection) -> Any:
    """Return the application, in a worker, when it has made its first pages, and say so.

    Until then the worker ends at once when it is told to.
    """
    for each in (signal.SIGTERM, signal.SIGINT):
        signal.signal(each, signal.SIG_DFL)
    reserve_space()
    Thread(target=_end_with, args=[os.getppid()], name="ends-with-server", daemon=True).start()
    _forget_own_modules()
    application = import_module("portal.wsgi").application
    import_module("portal.first_pages").make_first_pages(application)
    says.send(True)
    return application


def _end_with(server: int) -> None:
    """End this worker when the server was killed: nobody would replace it or free its port."""
    never = Event()
    while os.getppid() == server:
        never.wait(1)  # a clock that is stepped can end a sleep with an error
    os.kill(os.getpid(), signal.SIGTERM)


def _forget_own_modules() -> None:
    """Have this process read the settings as they are now, and not as when the server started."""
    for name in [name for name in sys.modules if name.startswith("portal.")]:
        del sys.modules[name]


def _raise_limit_of_files() -> int:
    """Let each worker hold as many connections as the system allows. Returns the limit."""
    _soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = CONNECTIONS + _FILES_BESIDE_CONNECTIONS
    limit = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
    resource.setrlimit(resource.RLIMIT_NOFILE, (limit, hard))
    return limit


def _state_how_memory_is_kept() -> None:
    """Begin this program anew, as the same process, with what the environment does not state of it.

    It is read when a program begins, and workers are forks of this process.
    """
    stated = _MEMORY | os.environ
    if stated != os.environ:
        os.execve(sys.executable, [sys.executable, *sys.orig_argv[1:]], stated)  # noqa: S606


def main() -> NoReturn:
    """Serve as the environment says. A setting that is wrong ends it with one sentence."""
    _state_how_memory_is_kept()
    import portal.settings  # noqa: F401  # now and not in each worker, again and again

    serving = Serving.from_environment()
    refuse_busy(
        serving.host,
        serving.port,
        lambda reason: f"{serving.host}:{serving.port} cannot be used ({reason}).",
    )
    serve(serving)


if __name__ == "__main__":
    main()
