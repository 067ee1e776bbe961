"""The process above the workers: it replaces those that die, and renews all of them at SIGHUP."""

from __future__ import annotations

import multiprocessing
import time
from functools import partial
from multiprocessing.connection import Connection
from typing import Any

from granian.server.mp import MPServer

from portal.said import say

# A worker that is not ready after so long will not be: it takes three seconds, on a machine with
# nothing to spare perhaps ten times as long.
_SECONDS_TO_GET_READY = 60.0
_SECONDS_BETWEEN_LOOKS = 0.1

_SECONDS_BEFORE_TRYING_AGAIN = 1.0


class Supervisor(MPServer):
    """Granian that never gives up, and renews a worker only when its successor is ready.

    Left to itself, granian ends where a worker dies twice within five seconds, and ends a worker
    some seconds after the start of its successor, whether that serves or not.
    """

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self._heard: dict[int, Connection] = {}

    def _spawn_worker(  # type: ignore[override]  # as in MPServer
        self, idx: int, target: Any, callback_loader: Any
    ) -> Any:
        """Make a process whose loader gets the end of a pipe on which it says that it is ready."""
        self._heard[idx], says = multiprocessing.Pipe(duplex=False)
        return super()._spawn_worker(idx, target, partial(callback_loader, says))

    def _respawn_workers(
        self, workers: list[int], spawn_target: Any, target_loader: Any, delay: float = 0
    ) -> None:
        """Replace workers that died. With a delay, which SIGHUP has, renew those that serve."""
        for idx in workers:
            old: Any = self.wrks[idx]
            if delay:
                if not self._renew(old, spawn_target, target_loader):
                    break
            elif not old.is_alive():  # else it was a successor that died, and it serves on
                _tell_died(old)
                self.wrks[idx] = self._start(idx, spawn_target, target_loader)
        self.respawned_wrks.clear()

    def _renew(self, old: Any, spawn_target: Any, target_loader: Any) -> bool:
        """Put a successor in a worker's place. Returns False where it does not get ready."""
        new = self._start(old.idx, spawn_target, target_loader)
        if not self._gets_ready(new):
            new.kill()
            new.join()
            say("A new worker did not get ready. Those from before the restart serve on.")
            return False
        self.wrks[old.idx] = new
        time.sleep(_SECONDS_BETWEEN_LOOKS)  # between ready and listening
        old.terminate()
        old.join(self.workers_kill_timeout)
        if old.is_alive():
            old.kill()
        return True

    def _start(self, idx: int, spawn_target: Any, target_loader: Any) -> Any:
        worker = self._spawn_worker(idx, spawn_target, target_loader)
        worker.start()
        return worker

    def _gets_ready(self, worker: Any) -> bool:
        end = time.monotonic() + _SECONDS_TO_GET_READY
        heard = self._heard[worker.idx]
        while not heard.poll(_SECONDS_BETWEEN_LOOKS):
            if self.interrupt_signal or time.monotonic() > end:
                return False
        try:
            return bool(heard.recv())
        except EOFError:  # it died
            return False


def _tell_died(worker: Any) -> None:
    say(f"A worker (process {worker.inner.pid}) died and is replaced.")
    if time.monotonic() - worker.birth < _SECONDS_BEFORE_TRYING_AGAIN * 2:
        time.sleep(_SECONDS_BEFORE_TRYING_AGAIN)
