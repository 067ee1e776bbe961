"""Visitors who ask for public addresses at a steady rate, whatever happens to the portal."""

from __future__ import annotations

import time
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import cycle
from threading import Event, Thread

from tests.faults.server import Answer, Portal

PER_SECOND = 20
# A visitor who waits longer, in seconds, has given up: a request that hangs is a failure.
_PATIENCE = 10
_UNTIL_EVERY_WORKER_HAS_ANSWERED = 10
ADDRESSES = (
    "/en/contact/",
    "/ja/contact/",
    "/de/contact/sales/",
    "/api/v1/availability",
    "/badge/en/sales/ja.svg",
    "/en/contact/?languages=ja&tz=Asia/Tokyo",
)


@dataclass
class Visits:
    """What became of the requests: how many were served, and how long each took, in seconds."""

    served: int = 0
    failures: list[str] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)

    @property
    def percentage(self) -> float:
        return 100 * self.served / max(1, self.served + len(self.failures))

    @property
    def p99(self) -> float:
        return sorted(self.seconds)[int(len(self.seconds) * 0.99)]

    def __str__(self) -> str:
        return (
            f"{self.served} of {self.served + len(self.failures)} served "
            f"({self.percentage:.1f} %), p99 {self.p99 * 1000:.0f} ms"
        )


@contextmanager
def visitors(portal: Portal, addresses: tuple[str, ...] = ADDRESSES) -> Iterator[Visits]:
    """Send twenty requests a second for as long as the block lasts.

    Before that each worker has rendered its first pages, since that is not what a fault costs.
    """
    for address in addresses * _UNTIL_EVERY_WORKER_HAS_ANSWERED:
        portal.get(address, 30)
    visits, over = Visits(), Event()

    def visit(address: str) -> None:
        begun = time.monotonic()
        try:
            answer: Answer | None = portal.get(address, _PATIENCE)
            failure = "" if answer and answer.status == 200 else f"{address}: {answer}"
        except OSError as error:
            failure = f"{address}: {error!r}"
        visits.seconds.append(time.monotonic() - begun)
        if failure:
            visits.failures.append(failure)
        else:
            visits.served += 1

    def send() -> None:
        with ThreadPoolExecutor(200) as pool:
            sent: list[Future[None]] = []
            start = time.monotonic()
            for address in cycle(addresses):
                if over.wait(max(0.0, start + len(sent) / PER_SECOND - time.monotonic())):
                    break
                sent.append(pool.submit(visit, address))

    thread = Thread(target=send)
    thread.start()
    try:
        yield visits
    finally:
        over.set()
        thread.join()
