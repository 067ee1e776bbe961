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
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from threading import Lock
from typing import Any

from support import clock
from support.revision_watch import RevisionWatch

Environ = dict[str, Any]
StartResponse = Callable[..., Any]
Application = Callable[[Environ, StartResponse], Iterable[bytes]]
Headers = list[tuple[str, str]]
Address = tuple[str, str, str, str]

# Ten languages on a few hosts fit many times over; a page with both its bodies takes some 40 KB.
_MOST_PAGES = 256

# Browsers and other caches show an edit, or a change of state, after this time at the latest: who
# has just saved and looks at the page must not see the old one. To ask again costs a 304.
_LONGEST_MAX_AGE = timedelta(seconds=1)
_WHEN_BROKEN = "stale-if-error=86400"

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
    content: bytes
    etag: str
    headers: Headers


@dataclass(frozen=True, slots=True)
class _Page:
    validity: Validity
    headers: Headers
    plain: _Body
    gzipped: _Body

    def holds(self, revision: int | None, now: datetime) -> bool:
        """With the database gone the revision is unknown, which ends nothing."""
        validity = self.validity
        in_time = validity.since <= now and (validity.until is None or now < validity.until)
        return in_time and revision in (None, validity.revision)


@dataclass(frozen=True, slots=True)
class _Response:
    """What Django answered, word for word."""

    status: str
    headers: Headers
    content: bytes


class FinishedPages:
    """A WSGI application around another, for the addresses of `paths`; others pass through."""

    def __init__(
        self, application: Application, paths: Collection[str], watch: RevisionWatch
    ) -> None:
        self._application = application
        self._watch = watch
        self._pages: OrderedDict[Address, _Page] = OrderedDict()
        self._pages_lock = Lock()
        self._rendering = {path: Lock() for path in paths}

    def __call__(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        method = environ["REQUEST_METHOD"]
        if method not in ("GET", "HEAD"):
            try:
                return self._application(environ, start_response)
            finally:
                self._watch.forget()
        if environ.get("PATH_INFO") not in self._rendering or environ.get("QUERY_STRING"):
            return self._application(environ, start_response)
        answer = self._valid(_address(environ)) or self._render_once(environ)
        if isinstance(answer, _Page):
            return _hand_out(answer, environ, start_response)
        start_response(answer.status, answer.headers)
        return [answer.content]

    def _valid(self, address: Address) -> _Page | None:
        page = self._pages.get(address)
        return page if page and page.holds(self._watch.known(), clock.now()) else None

    def _render_once(self, environ: Environ) -> _Page | _Response:
        """However many ask at the instant of a change, one of them renders."""
        address = _address(environ)
        with self._rendering[environ["PATH_INFO"]]:
            page = self._valid(address)
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
        with self._pages_lock:
            self._pages[address] = page
            self._pages.move_to_end(address)
            while len(self._pages) > _MOST_PAGES:
                self._pages.popitem(last=False)


def _address(environ: Environ) -> Address:
    """All that Django's answer can depend on; the last is how a proxy tells of TLS."""
    return (
        environ["wsgi.url_scheme"],
        environ.get("HTTP_HOST", ""),
        environ["PATH_INFO"],
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
    return _Page(
        validity,
        headers,
        _body(response.content, f'"{digest}"', []),
        _body(gzipped, f'"{digest}-gzip"', [("Content-Encoding", "gzip")]),
    )


def _body(content: bytes, etag: str, headers: Headers) -> _Body:
    length = ("Content-Length", str(len(content)))
    return _Body(content, etag, [*headers, length])


def _hand_out(page: _Page, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
    body = page.gzipped if _takes_gzip(environ.get("HTTP_ACCEPT_ENCODING", "")) else page.plain
    headers = [
        *page.headers,
        ("ETag", body.etag),
        ("Cache-Control", f"public, max-age={_max_age(page.validity)}, {_WHEN_BROKEN}"),
    ]
    if _matches(environ.get("HTTP_IF_NONE_MATCH", ""), body.etag):
        start_response("304 Not Modified", headers)
        return []
    start_response("200 OK", [*headers, *body.headers])
    return [] if environ["REQUEST_METHOD"] == "HEAD" else [body.content]


def _max_age(validity: Validity) -> int:
    if validity.until is None:
        return int(_LONGEST_MAX_AGE.total_seconds())
    left = min(validity.until - clock.now(), _LONGEST_MAX_AGE)
    return max(0, int(left.total_seconds()))


def _takes_gzip(accept_encoding: str) -> bool:
    for choice in accept_encoding.split(","):
        name, _, weight = choice.replace(" ", "").lower().partition(";q=")
        if name == "gzip":
            return weight not in ("0", "0.0", "0.00", "0.000")
    return False


def _matches(if_none_match: str, etag: str) -> bool:
    """Weakly, as RFC 9110 has it for If-None-Match."""
    if not if_none_match:
        return False
    candidates = [tag.strip().removeprefix("W/") for tag in if_none_match.split(",")]
    return etag in candidates or candidates == ["*"]
