"""Finished responses, handed out in front of Django.

A public page stays the same until somebody edits or something on it opens or closes. So what
Django answered is kept with its headers and both its bodies, for exactly the same scheme, host,
path and those parameters that the page knows, and handed out until then. Django is asked with
nothing else of the request, so that nothing else can be in the page; host checks, headers and
redirects stay Django's.

After an edit, visitors get the page from before it for up to a second, while the new one is being
rendered. Staff wait for the new one.
"""

from __future__ import annotations

import gzip
import hashlib
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from threading import Lock
from typing import Any, Protocol

import brotli

from support import clock
from support.counting import HITS, MISSES
from support.finished_pages.addresses import FinishedAddress
from support.finished_pages.renewal import Renewal

Environ = dict[str, Any]
StartResponse = Callable[..., Any]
Application = Callable[[Environ, StartResponse], Iterable[bytes]]
Headers = list[tuple[str, str]]
Address = tuple[str, str, str, str, str]
FindAddress = Callable[[str, str], FinishedAddress | None]


class Editions(Protocol):
    """Which edit is shown, known by its token; `CurrentDirectory` is one."""

    @property
    def token(self) -> str | None:
        """Return the token of the edit that is shown; None before the first is known."""

    def look(self) -> None:
        """Take up edits now."""

    def seconds_since_replaced(self, token: str) -> float:
        """Return for how long the edit has not been the last one."""


# With 200 departments and 5,000 windows, the contact page takes 7 MB in each language; with the
# shipped ones a tenth of a megabyte. What visitors choose, and what other sites and calendars ask
# for, has room of its own, so that it never drives out the pages that most people ask for. The
# bounds also hold off invented hosts.
_MOST_BYTES = 96 * 1024 * 1024
_MOST_BYTES_OF_OTHERS = 32 * 1024 * 1024

# Browsers and other caches show an edit, or a change of state, after this time at the latest: who
# has just saved and looks at the page must not see the old one. To ask again costs a 304.
_MAX_AGE = timedelta(seconds=1)

# After an edit the page from before it is shown for so long while the new one is being rendered.
_SECONDS_OF_GRACE = 1.0

_END_OF_TIME = datetime.max.replace(tzinfo=UTC)

_ENVIRON_KEY = "support.finished_page"

# The headers that Django's answer can depend on; the second is how a proxy tells of TLS.
_HOST, _PROTOCOL = "HTTP_HOST", "HTTP_X_FORWARDED_PROTO"


@dataclass(frozen=True, slots=True)
class Validity:
    """When a view's answer holds: until the next edit, from `since` until `until` (None: for good).

    It begins with the rendering, so that a clock that is set back finds no page of the future.
    Other caches hold it for `max_age` at most and, where `in_outage` says so, longer while the
    portal does not answer.
    """

    token: str
    since: datetime
    until: datetime | None
    max_age: timedelta = _MAX_AGE
    in_outage: bool = True

    def cache_control(self, now: datetime) -> tuple[str, str]:
        left = (self.until or _END_OF_TIME) - now
        seconds = max(0, int(min(self.max_age, left).total_seconds()))
        outage = ", stale-if-error=86400" if self.in_outage else ""
        return "Cache-Control", f"public, max-age={seconds}{outage}"


def finish(environ: Environ, validity: Validity) -> None:
    """Declare the answer to a request the same for everyone, and for how long; for views."""
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
    """Until `closing`, other caches may hold it for the longest time: `caching` says so."""

    token: str
    since: datetime
    closing: datetime
    until: datetime
    validity: Validity
    caching: tuple[str, str]
    plain: _Body
    compressed: Mapping[str, _Body]
    """By content coding, the best first."""

    @property
    def weight(self) -> int:
        bodies = (self.plain, *self.compressed.values())
        return sum(len(body.content) for body in bodies)

    def holds(self, now: datetime) -> bool:
        """Return whether it reads at this instant as it did, edits apart."""
        return self.since <= now < self.until

    def caching_at(self, now: datetime) -> tuple[str, str]:
        return self.caching if now < self.closing else self.validity.cache_control(now)


@dataclass(frozen=True, slots=True)
class _Response:
    """What Django answered, word for word."""

    status: str
    headers: Headers
    content: bytes


class _Shelf:
    """Pages by address, with room for a number of bytes."""

    def __init__(self, most_bytes: int) -> None:
        self._pages: OrderedDict[Address, _Page] = OrderedDict()
        self._weight = 0
        self._most_bytes = most_bytes
        self._lock = Lock()

    def get(self, address: Address) -> _Page | None:
        return self._pages.get(address)

    def store(self, address: Address, page: _Page) -> None:
        """Store the page, evicting the oldest ones beyond the limit. The newest always stays."""
        with self._lock:
            before = self._pages.pop(address, None)
            self._weight += page.weight - (before.weight if before else 0)
            self._pages[address] = page
            while self._weight > self._most_bytes and len(self._pages) > 1:
                self._weight -= self._pages.popitem(last=False)[1].weight

    def __len__(self) -> int:
        return len(self._pages)


class FinishedPages:
    """A WSGI application around another, for the addresses that `find` finds; others pass through.

    An address of such a shape with no page behind it is answered by Django each time, and nothing
    is left of it.
    """

    def __init__(
        self,
        application: Application,
        find: FindAddress,
        editions: Editions,
        *,
        staff_cookie: str = "",
        seconds_of_grace: float = _SECONDS_OF_GRACE,
        most_bytes: int = _MOST_BYTES,
        most_bytes_of_others: int = _MOST_BYTES_OF_OTHERS,
    ) -> None:
        self._application = application
        self._find = find
        self._editions = editions
        self._staff_cookie = f"{staff_cookie}="
        self._grace = seconds_of_grace
        self._renewal = Renewal()
        self._common = _Shelf(most_bytes)
        self._others = _Shelf(most_bytes_of_others)
        self._turns = _Turns()

    def __call__(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        found = None
        if environ["REQUEST_METHOD"] in ("GET", "HEAD"):
            found = self._find(environ.get("PATH_INFO", ""), environ.get("QUERY_STRING", ""))
        if found is None:
            return self._application(environ, start_response)
        shelf = self._common if found.is_common else self._others
        address = _address(environ, found.query)
        is_staff = self._staff_cookie in environ.get("HTTP_COOKIE", "")
        if is_staff:  # who may just have saved, here or elsewhere
            self._editions.look()
        now = clock.now()
        page = shelf.get(address)
        if page is None or not page.holds(now) or page.token != self._editions.token:
            page = None if is_staff else self._before_edit(shelf, address, environ, page, now)
        if page:
            HITS.add()
        else:
            MISSES.add()
            answer = self._render_once(shelf, address, environ)
            if isinstance(answer, _Response):
                start_response(answer.status, answer.headers)
                return [answer.content]
            page, now = answer, clock.now()
        return _hand_out(page, now, environ, start_response)

    def _before_edit(
        self, shelf: _Shelf, address: Address, environ: Environ, page: _Page | None, now: datetime
    ) -> _Page | None:
        """Return the page from before an edit, if the edit is recent, and have it rendered anew."""
        if page is None or not page.holds(now):
            return None
        if self._editions.seconds_since_replaced(page.token) >= self._grace:
            return None
        self._renewal.ask(address, lambda: self._render_once(shelf, address, environ))
        return page

    def _valid(self, shelf: _Shelf, address: Address) -> _Page | None:
        page = shelf.get(address)
        is_valid = page and page.holds(clock.now()) and page.token == self._editions.token
        return page if is_valid else None

    def _render_once(self, shelf: _Shelf, address: Address, environ: Environ) -> _Page | _Response:
        """Render the page, in one thread however many ask at the instant of a change."""
        with self._turns.at(address):
            page = self._valid(shelf, address)
            if page:
                return page
            inner = _request_for(address, environ)
            response = _call(self._application, inner)
            validity = inner.get(_ENVIRON_KEY)
            names = {name.lower() for name, _ in response.headers}
            if validity is None or response.status[:3] != "200" or "set-cookie" in names:
                return response
            page = _finish(response, validity)
            shelf.store(address, page)
            return page


class _Turns:
    """A lock for every address that somebody waits for, and for no other."""

    def __init__(self) -> None:
        self._turns: dict[Address, _Turn] = {}
        self._lock = Lock()

    @contextmanager
    def at(self, address: Address) -> Iterator[None]:
        with self._lock:
            turn = self._turns.setdefault(address, _Turn())
            turn.waiting += 1
        try:
            with turn.lock:
                yield
        finally:
            with self._lock:
                turn.waiting -= 1
                if not turn.waiting:
                    del self._turns[address]

    def __len__(self) -> int:
        return len(self._turns)


class _Turn:
    """`waiting` counts the one who has the lock too."""

    __slots__ = ("lock", "waiting")

    def __init__(self) -> None:
        self.lock = Lock()
        self.waiting = 0


def _address(environ: Environ, query: str) -> Address:
    """Return all that Django's answer can depend on."""
    return (
        environ["wsgi.url_scheme"],
        environ.get(_HOST, ""),
        environ.get("PATH_INFO", ""),
        environ.get(_PROTOCOL, ""),
        query,
    )


def _request_for(address: Address, environ: Environ) -> Environ:
    """Return the request with nothing of the visitor's in it."""
    inner = {
        name: value
        for name, value in environ.items()
        if not name.startswith("HTTP_") or name in (_HOST, _PROTOCOL)
    }
    return inner | {"REQUEST_METHOD": "GET", "QUERY_STRING": address[-1]}


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
    compressed = {name: compress(response.content) for name, compress in _CODINGS.items()}
    until = validity.until or _END_OF_TIME
    return _Page(
        validity.token,
        validity.since,
        until - validity.max_age,
        until,
        validity,
        validity.cache_control(validity.since),
        _body(response.content, f'"{digest}"', headers, []),
        {
            name: _body(content, f'"{digest}-{name}"', headers, [("Content-Encoding", name)])
            for name, content in compressed.items()
        },
    )


def _body(content: bytes, etag: str, headers: Headers, of_content: Headers) -> _Body:
    headers = [*headers, ("ETag", etag)]
    length = ("Content-Length", str(len(content)))
    return _Body(content, etag, [*headers, *of_content, length], headers)


def _hand_out(
    page: _Page, now: datetime, environ: Environ, start_response: StartResponse
) -> Iterable[bytes]:
    coding = _coding_for(environ.get("HTTP_ACCEPT_ENCODING", ""))
    body = page.compressed[coding] if coding else page.plain
    # A new list each time: the server may do with it as it likes.
    if _matches(environ.get("HTTP_IF_NONE_MATCH"), body.etag):
        start_response("304 Not Modified", [*body.headers_if_unchanged, page.caching_at(now)])
        return []
    start_response("200 OK", [*body.headers, page.caching_at(now)])
    return [] if environ["REQUEST_METHOD"] == "HEAD" else [body.content]


# The best first. Brotli's quality 8 takes no longer than gzip, and an eighth off its bytes; 9 takes
# eight times as long.
_CODINGS: Mapping[str, Callable[[bytes], bytes]] = {
    "br": lambda content: brotli.compress(content, mode=brotli.MODE_TEXT, quality=8),
    "gzip": lambda content: gzip.compress(content, mtime=0),
}

# Longer ones are invented.
_LONGEST_ACCEPT_ENCODING = 256
_LONGEST_IF_NONE_MATCH = 2048


def _coding_for(accept_encoding: str) -> str:
    """Return the best of our codings that a browser takes, or nothing."""
    return _best_coding(accept_encoding) if len(accept_encoding) <= _LONGEST_ACCEPT_ENCODING else ""


# Browsers send one of a few; the bound holds off invented ones.
@lru_cache(maxsize=256)
def _best_coding(accept_encoding: str) -> str:
    taken = set()
    for choice in accept_encoding.split(","):
        name, _, weight = choice.replace(" ", "").lower().partition(";q=")
        if weight not in ("0", "0.0", "0.00", "0.000"):
            taken.add(name)
    return next((name for name in _CODINGS if name in taken), "")


def _matches(if_none_match: str | None, etag: str) -> bool:
    """Compare weakly, as RFC 9110 has it for If-None-Match."""
    if not if_none_match or len(if_none_match) > _LONGEST_IF_NONE_MATCH:
        return False
    candidates = [tag.strip().removeprefix("W/") for tag in if_none_match.split(",")]
    return etag in candidates or candidates == ["*"]
