"""Render pages beside the requests, so that visitors get the page from before an edit meanwhile."""

from __future__ import annotations

import logging
from collections.abc import Callable, Hashable
from queue import SimpleQueue
from threading import Lock, Thread

logger = logging.getLogger(__name__)


class Renewal:
    """One thread that does what it is asked for, and the same thing only once at a time.

    It starts with the first request, in the process that serves.
    """

    def __init__(self) -> None:
        self._waiting: set[Hashable] = set()
        self._queue: SimpleQueue[tuple[Hashable, Callable[[], object]]] = SimpleQueue()
        self._lock = Lock()
        self._thread: Thread | None = None

    def ask(self, name: Hashable, work: Callable[[], object]) -> None:
        """Have the work done soon, unless work of this name is waiting or under way."""
        with self._lock:
            if name in self._waiting:
                return
            self._waiting.add(name)
            if self._thread is None:
                self._thread = Thread(target=self._run, name="page-renewal", daemon=True)
                self._thread.start()
        self._queue.put((name, work))

    def _run(self) -> None:
        while True:
            name, work = self._queue.get()
            try:
                work()
            except Exception:  # a visitor will ask for the page and be told
                logger.exception("A page could not be rendered anew.")
            finally:
                with self._lock:
                    self._waiting.discard(name)
