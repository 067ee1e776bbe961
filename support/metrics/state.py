"""What is true of the server at the instant of a scrape."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.core.cache import cache
from django.db import DatabaseError
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector

from support.directory.current import NoDirectory, current_directory
from support.directory.lock_wait import is_lock_wait
from support.directory.revision import current_revision


class State(Collector):
    """The database, the cache and the last good file as this process finds them."""

    def collect(self) -> Iterator[GaugeMetricFamily]:
        yield _gauge("support_database_up", "Whether the database answers.", _database_answers())
        yield _gauge("support_cache_up", "Whether the cache answers.", _cache_answers())
        try:
            revision = current_directory.get().revision
            yield _gauge("support_revision", "How often public data were edited.", revision)
        except NoDirectory:
            pass
        written = _last_good_written()
        if written is not None:
            yield _gauge(
                "support_last_good_written_timestamp_seconds",
                "When the last good file was written.",
                written,
            )


def _gauge(name: str, documentation: str, value: float) -> GaugeMetricFamily:
    return GaugeMetricFamily(name, documentation, value=float(value))


def _database_answers() -> bool:
    if current_directory.watch:  # which knows without asking, so that nobody waits for it
        return not current_directory.watch.is_database_gone
    try:
        current_revision()
    except DatabaseError as error:
        return is_lock_wait(error)
    return True


def _cache_answers() -> bool:
    try:
        cache.get("metrics")
    except Exception:  # each cache backend has errors of its own
        return False
    return True


def _last_good_written() -> float | None:
    try:
        return Path(settings.LAST_GOOD_FILE).stat().st_mtime
    except OSError:
        return None
