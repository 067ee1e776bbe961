"""Finished responses, handed out in front of Django.

A public page stays the same until somebody edits or something on it opens or closes. So what
Django answered is kept with its headers and both its bodies, for exactly the same scheme, host
and path, and handed out until then. Only what Django itself answered to that very address is
handed out: host checks, headers and redirects stay Django's.
"""

from __future__ import annotations

import gzip
import hashlib
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from threading import Lock
from typing import Any

from support import clock
from support.directory.revision_watch import RevisionWatch

Environ = dict[str, Any]
StartResponse = Callable[..., Any]
Application = Callable[[Environ, StartResponse], Iterable[bytes]]
Headers = list[tuple[str, str]]
Address = tuple[str, str, str, str]

# The pages of a host take a few megabytes; the bound holds off invented hosts.
_MOST_BYTES = 32 * 1024 * 1024

# Browsers and other caches show an edit, or a change of state, after this time at the latest: who
# has just saved and looks at the page must not see the old one. To ask again costs a 304.
_LONGEST_MAX_AGE = timedelta(seconds=1)
_FOR_GOOD = datetime.max.replace(tzinfo=UTC)

_ENVIRON_KEY = "support.finished_page"


@dataclass(frozen=True, slots=True)
class Validity:
    """When a view's answer holds: for one revision, from an instant until another (None: for good).

    It begins with the rendering, so that a clock that is set back finds no page of the future.
    """

    revision: int
    since: datetime
    until: datetime | None


def may_be_kept(environ: Environ, validity: Validity) -> None:
    """A view says of its answer that it is the same for everyone, and for how long."""
    environ[_ENVIRON_KEY] = validity


@dataclass(frozen=True, slots=True)
class _Body:
    """The content in one encoding; the headers of both answers lack only how long they hold."""

    content: bytes
    etag: str
    headers: Headers
    headers_if_unchanged: Headers


@dataclass(frozen=True, slots=True)
class _Page:
    """Until `closing` others may keep it for the longest time, then for what is left of it."""

    revision: int
    since: datetime
    closing: datetime
    until: datetime
    plain: _Body
    gzipped: _Body

    @property
    def weight(self) -> int:
        return len(self.plain.content) + len(self.gzipped.content)

    def holds(self, revision: int | None, now: datetime) -> bool:
        """With the database gone the revision is unknown, which ends nothing."""
        return self.since <= now < self.until and (revision is None or revision == self.revision)

    def caching(self, now: datetime) -> tuple[str, str]:
        if now < self.closing:
            return _CACHING
        return _cache_control(max(timedelta(0), self.until - now))


@dataclass(frozen=True, slots=True)
class _Response:
    """What Django answered, word for word."""

    status: str
    headers: Headers
    content: bytes


class FinishedPages:
    """A WSGI application around another, for the paths of `may_be_kept_at`; others pass through.

    It answers by the shape of a path, so that it costs nothing and needs nothing. A path of that
    shape with no page behind it is answered by Django each time, and nothing is left of it.
    """

    def __init__(
        self,
        application: Application,
        may_be_kept_at: Callable[[str], bool],
        watch: RevisionWatch,
        most_bytes: int = _MOST_BYTES,
    ) -> None:
        self._application = application
        self._may_be_kept_at = may_be_kept_at
        self._watch = watch
        self._pages: OrderedDict[Address, _Page] = OrderedDict()
        self._weight = 0
        self._most_bytes = most_bytes
        self._pages_lock = Lock()
        self._turns = _Turns()

    def __call__(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        method = environ["REQUEST_METHOD"]
        if method not in ("GET", "HEAD"):
            try:
                return self._application(environ, start_response)
            finally:
                self._watch.forget()
        if environ.get("QUERY_STRING"):
            return self._application(environ, start_response)
        address = _address(environ)
        now = clock.now()
        page = self._valid(address, now)
        if page is None:
            if not self._may_be_kept_at(environ.get("PATH_INFO", "")):
                return self._application(environ, start_response)
            answer = self._render_once(address, environ)
            if isinstance(answer, _Response):
                start_response(answer.status, answer.headers)
                return [answer.content]
            page, now = answer, clock.now()
        return _hand_out(page, now, environ, start_response)

    def _valid(self, address: Address, now: datetime) -> _Page | None:
        page = self._pages.get(address)
        return page if page and page.holds(self._watch.known(), now) else None

    def _render_once(self, address: Address, environ: Environ) -> _Page | _Response:
        """However many ask at the instant of a change, one of them renders."""
        with self._turns.at(environ["PATH_INFO"]):
            page = self._valid(address, clock.now())
            if page:
                return page
            inner = environ | {"REQUEST_METHOD": "GET"}
            response = _call(self._application, inner)
            validity = inner.get(_ENVIRON_KEY)
            names = {name.lower() for name, _ in response.headers}
            if validity is None or response.status[:3] != "200" or "set-cookie" in names:
                return response
            page = _finish(response, validity)
            self._keep(address, page)
            return page

    def _keep(self, address: Address, page: _Page) -> None:
        """The oldest rendering goes when there is no room; one page there is always."""
        with self._pages_lock:
            before = self._pages.pop(address, None)
            self._weight += page.weight - (before.weight if before else 0)
            self._pages[address] = page
            while self._weight > self._most_bytes and len(self._pages) > 1:
                self._weight -= self._pages.popitem(last=False)[1].weight


class _Turns:
    """A lock for every path that somebody waits for, and for no other."""

    def __init__(self) -> None:
        self._turns: dict[str, _Turn] = {}
        self._lock = Lock()

    @contextmanager
    def at(self, path: str) -> Iterator[None]:
        with self._lock:
            turn = self._turns.setdefault(path, _Turn())
            turn.waiting += 1
        try:
            with turn.lock:
                yield
        finally:
            with self._lock:
                turn.waiting -= 1
                if not turn.waiting:
                    del self._turns[path]

    def __len__(self) -> int:
        return len(self._turns)


class _Turn:
    """`waiting` counts the one who has the lock too."""

    __slots__ = ("lock", "waiting")

    def __init__(self) -> None:
        self.lock = Lock()
        self.waiting = 0


def _address(environ: Environ) -> Address:
    """All that Django's answer can depend on; the last is how a proxy tells of TLS."""
    return (
        environ["wsgi.url_scheme"],
        environ.get("HTTP_HOST", ""),
        environ.get("PATH_INFO", ""),
        environ.get("HTTP_X_FORWARDED_PROTO", ""),
    )


def _call(application: Application, environ: Environ) -> _Response:
    started: list[Any] = []

    def start_response(status: str, headers: Headers, exc_info: Any = None) -> None:
        started[:] = [status, headers]

    chunks = application(environ, start_response)
    try:
        content = b"".join(chunks)
    finally:
        close = getattr(chunks, "close", None)
        if close:
            close()
    return _Response(started[0], list(started[1]), content)


def _finish(response: _Response, validity: Validity) -> _Page:
    own = {"content-length", "cache-control", "etag", "vary"}
    headers = [(name, value) for name, value in response.headers if name.lower() not in own]
    headers.append(("Vary", "Accept-Encoding"))
    digest = hashlib.sha256(response.content).hexdigest()[:32]
    gzipped = gzip.compress(response.content, mtime=0)
    until = validity.until or _FOR_GOOD
    return _Page(
        validity.revision,
        validity.since,
        until - _LONGEST_MAX_AGE,
        until,
        _body(response.content, f'"{digest}"', headers, []),
        _body(gzipped, f'"{digest}-gzip"', headers, [("Content-Encoding", "gzip")]),
    )


def _body(content: bytes, etag: str, headers: Headers, of_content: Headers) -> _Body:
    headers = [*headers, ("ETag", etag)]
    length = ("Content-Length", str(len(content)))
    return _Body(content, etag, [*headers, *of_content, length], headers)


def _hand_out(
    page: _Page, now: datetime, environ: Environ, start_response: StartResponse
) -> Iterable[bytes]:
    body = page.gzipped if _takes_gzip(environ.get("HTTP_ACCEPT_ENCODING", "")) else page.plain
    # A new list each time: the server may do with it as it likes.
    if _matches(environ.get("HTTP_IF_NONE_MATCH"), body.etag):
        start_response("304 Not Modified", [*body.headers_if_unchanged, page.caching(now)])
        return []
    start_response("200 OK", [*body.headers, page.caching(now)])
    return [] if environ["REQUEST_METHOD"] == "HEAD" else [body.content]


def _cache_control(max_age: timedelta) -> tuple[str, str]:
    seconds = int(max_age.total_seconds())
    return "Cache-Control", f"public, max-age={seconds}, stale-if-error=86400"


_CACHING = _cache_control(_LONGEST_MAX_AGE)


# Browsers send one of a few; the bound holds off invented ones.
@lru_cache(maxsize=256)
def _takes_gzip(accept_encoding: str) -> bool:
    for choice in accept_encoding.split(","):
        name, _, weight = choice.replace(" ", "").lower().partition(";q=")
        if name == "gzip":
            return weight not in ("0", "0.0", "0.00", "0.000")
    return False


def _matches(if_none_match: str | None, etag: str) -> bool:
    """Weakly, as RFC 9110 has it for If-None-Match."""
    if not if_none_match:
        return False
    candidates = [tag.strip().removeprefix("W/") for tag in if_none_match.split(",")]
    return etag in candidates or candidates == ["*"]
