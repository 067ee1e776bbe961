"""The figures of this process, where those of all processes of a server are summed.

prometheus-client keeps them in files of the folder PROMETHEUS_MULTIPROC_DIR, one set for each
process. Without that variable, each process only knows its own.
"""

from __future__ import annotations

import os
import time
from pathlib import Path
from threading import Event, Lock, Thread

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram
from prometheus_client.multiprocess import MultiProcessCollector

from support.counting import HITS, MISSES, REFUSED_HOSTS, Tally
from support.directory.current import current_directory

_FOLDER = "PROMETHEUS_MULTIPROC_DIR"
_SECONDS_BETWEEN_REPORTS = 1.0

_registry = CollectorRegistry()

_pages = Counter(
    "support_finished_pages",
    "Public pages asked for: handed out finished (hit), or made by Django (miss).",
    ["result"],
    registry=_registry,
)
_refused_hosts = Counter(
    "support_refused_hosts",
    "Requests for a host that ALLOWED_HOSTS does not name.",
    registry=_registry,
)
_workers = Gauge(
    "support_workers",
    "Processes whose figures are summed here.",
    multiprocess_mode="livesum",
    registry=_registry,
)
# With a label: a gauge without one is 0 until it is set, and that would be
# the least of all workers.
_looked = Gauge(
    "support_last_read_timestamp_seconds",
    "When the database last told about edits, to the worker that is furthest behind.",
    ["what"],
    multiprocess_mode="livemin",
    registry=_registry,
)
ANSWER_SECONDS = Histogram(
    "support_django_answer_seconds",
    "How long Django took for an answer, public pages or the staff's desk, by kind of status.",
    ["area", "status"],
    buckets=(0.005, 0.02, 0.05, 0.1, 0.3, 1, 3, 10),
    registry=_registry,
)

_COUNTED: tuple[tuple[Tally, Counter], ...] = (
    (HITS, _pages.labels("hit")),
    (MISSES, _pages.labels("miss")),
    (REFUSED_HOSTS, _refused_hosts),
)
_reported = dict.fromkeys((tally for tally, _ in _COUNTED), 0)
_reporting = Lock()


def start_reporting() -> None:
    """Report what this process counts once a second, for as long as it lives."""
    report()
    _workers.set(1)
    Thread(target=_report_for_good, name="figures", daemon=True).start()


def report() -> None:
    """Add what was counted since the last report to the sums, and say how old the hours are."""
    if current_directory.watch:
        _looked.labels("edits").set(time.time() - current_directory.watch.seconds_since_answer)
    with _reporting:
        for tally, counter in _COUNTED:
            total = tally.total()
            counter.inc(total - _reported[tally])
            _reported[tally] = total


def summed_figures() -> CollectorRegistry:
    """Return the figures of all processes of this server; of this one where there is no folder."""
    report()
    folder = os.environ.get(_FOLDER)
    if not folder:
        return _registry
    _leave_out_the_dead(Path(folder))
    registry = CollectorRegistry()
    MultiProcessCollector(registry, folder)  # type: ignore[no-untyped-call]
    return registry


def _report_for_good() -> None:
    never = Event()
    while not never.wait(_SECONDS_BETWEEN_REPORTS):
        report()


def _leave_out_the_dead(folder: Path) -> None:
    """Forget the states of processes that have ended. What they counted stays in the sums."""
    for file in folder.glob("gauge_live*_*.db"):
        pid = int(file.stem.rpartition("_")[2])
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            file.unlink(missing_ok=True)  # by another process, which was asked too
        except PermissionError:
            continue
