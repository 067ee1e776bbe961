"""What the live server answers, wrapped."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from threading import Condition

from django.conf import settings

# Longer than any test takes.
_AN_HOUR = ("Cache-Control", "max-age=3600")


class Answers:
    """Wrap the live server's application: count what is under way, and let browsers keep static
    files, as they may those that are served in use."""

    def __init__(self, application) -> None:
        self._application = application
        self._under_way = 0
        self._changed = Condition()

    def __call__(self, environ, start_response) -> Iterable[bytes]:
        is_static = environ["PATH_INFO"].startswith(settings.STATIC_URL)
        kept = [_AN_HOUR] if is_static else []
        self._count(1)
        try:
            chunks = self._application(
                environ,
                lambda status, headers, *failure: start_response(
                    status, [*headers, *kept], *failure
                ),
            )
        except BaseException:
            self._count(-1)
            raise
        return _Answer(chunks, lambda: self._count(-1))

    def wait_until_idle(self, seconds: float) -> bool:
        """Wait until nothing is under way. Returns whether that came within so many seconds."""
        with self._changed:
            return self._changed.wait_for(lambda: self._under_way == 0, seconds)

    def _count(self, by: int) -> None:
        with self._changed:
            self._under_way += by
            self._changed.notify_all()


class _Answer:
    def __init__(self, chunks: Iterable[bytes], done: Callable[[], None]) -> None:
        self._chunks = chunks
        self._done = done

    def __iter__(self) -> Iterator[bytes]:
        return iter(self._chunks)

    def close(self) -> None:
        try:
            if hasattr(self._chunks, "close"):
                self._chunks.close()
        finally:
            self._done()
