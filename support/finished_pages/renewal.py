"""Render pages beside the requests, so that visitors get the page from before an edit meanwhile."""

from __future__ import annotations

import logging
from collections.abc import Callable, Hashable
from queue import SimpleQueue
from threading import Lock, Thread

from support.finished_pages.under_way import pages_to_make

logger = logging.getLogger(__name__)

Work = Callable[[], object]


class Renewal:
    """One thread that does what it is asked for, one thing after the other.

    It starts with the first request, in the process that serves.
    """

    def __init__(self) -> None:
        self._asked: set[Hashable] = set()
        self._again: set[Hashable] = set()
        self._queue: SimpleQueue[tuple[Hashable, Work]] = SimpleQueue()
        self._lock = Lock()
        self._thread: Thread | None = None

    def ask(self, name: Hashable, work: Work) -> None:
        """Have the work done soon; once more, where work of this name is waiting or under way."""
        with self._lock:
            if name in self._asked:
                self._again.add(name)
                return
            self._asked.add(name)
            pages_to_make.add(1)
            if self._thread is None:
                self._thread = Thread(target=self._run, name="page-renewal", daemon=True)
                self._thread.start()
        self._queue.put((name, work))

    def is_asked(self, name: Hashable) -> bool:
        """Tell whether work of this name is waiting or under way."""
        return name in self._asked

    def _run(self) -> None:
        while True:
            name, work = self._queue.get()
            try:
                work()
            except Exception:  # a visitor will ask for the page and be told
                logger.exception("A page could not be rendered anew.")
                self._again.discard(name)
            self._end(name, work)

    def _end(self, name: Hashable, work: Work) -> None:
        with self._lock:
            if name in self._again:
                self._again.discard(name)
                self._queue.put((name, work))
            else:
                self._asked.discard(name)
                pages_to_make.add(-1)
