"""A finished page: what Django answered, in every encoding, with the headers made in advance."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from support import clock
from support.finished_pages.codings import CODINGS, coding_for
from support.finished_pages.validity import END_OF_TIME, Validity

Environ = dict[str, Any]
StartResponse = Callable[..., Any]
Application = Callable[[Environ, StartResponse], Iterable[bytes]]
Headers = list[tuple[str, str]]

# So long before a page is over, the next one is made.
_MADE_AHEAD = timedelta(seconds=5)

# A longer header is invented.
_LONGEST_IF_NONE_MATCH = 2048


@dataclass(frozen=True, slots=True)
class Response:
    """What Django answered, word for word."""

    status: str
    headers: Headers
    content: bytes


@dataclass(frozen=True, slots=True)
class _Body:
    """The content in one encoding; the headers of both answers lack only how long they hold."""

    content: bytes
    etag: str
    headers: Headers
    headers_if_unchanged: Headers


@dataclass(frozen=True, slots=True)
class Page:
    """Until `closing`, other caches may hold it for the longest time: `caching` says so.

    From `nearly_over` on, the page that follows it can be made. Its rendering began `since`, or
    ahead of that, and ended when it was `made`.
    """

    token: str
    since: datetime
    made: datetime
    closing: datetime
    nearly_over: datetime
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

    def is_fresh(self, now: datetime) -> bool:
        """Return whether it holds, and the page that follows it need not be made yet."""
        return self.since <= now < self.nearly_over

    def caching_at(self, now: datetime) -> tuple[str, str]:
        return self.caching if now < self.closing else self.validity.cache_control(now)


def finished_page(response: Response, validity: Validity) -> Page:
    """Return the page of an answer, compressed, with the headers of both its answers."""
    own = {"content-length", "cache-control", "etag", "vary"}
    headers = [(name, value) for name, value in response.headers if name.lower() not in own]
    headers.append(("Vary", "Accept-Encoding"))
    digest = hashlib.sha256(response.content).hexdigest()[:32]
    compressed = {name: compress(response.content) for name, compress in CODINGS.items()}
    until = validity.until or END_OF_TIME
    return Page(
        validity.token,
        validity.since,
        clock.now(),
        until - validity.max_age,
        until - _MADE_AHEAD,
        until,
        validity,
        validity.cache_control(validity.since),
        _body(response.content, f'"{digest}"', headers, []),
        {
            name: _body(content, f'"{digest}-{name}"', headers, [("Content-Encoding", name)])
            for name, content in compressed.items()
        },
    )


def hand_out(
    page: Page, now: datetime, environ: Environ, start_response: StartResponse
) -> Iterable[bytes]:
    """Answer a request with the page, or with 304 where the browser has it."""
    coding = coding_for(environ.get("HTTP_ACCEPT_ENCODING", ""))
    body = page.compressed[coding] if coding else page.plain
    # A new list each time: the server may do with it as it likes.
    if_none_match = environ.get("HTTP_IF_NONE_MATCH")
    if if_none_match and _matches(if_none_match, body.etag):
        start_response("304 Not Modified", [*body.headers_if_unchanged, page.caching_at(now)])
        return []
    start_response("200 OK", [*body.headers, page.caching_at(now)])
    return [] if environ["REQUEST_METHOD"] == "HEAD" else [body.content]


def _body(content: bytes, etag: str, headers: Headers, of_content: Headers) -> _Body:
    headers = [*headers, ("ETag", etag)]
    length = ("Content-Length", str(len(content)))
    return _Body(content, etag, [*headers, *of_content, length], headers)


def _matches(if_none_match: str, etag: str) -> bool:
    """Compare weakly, as RFC 9110 has it for If-None-Match."""
    if len(if_none_match) > _LONGEST_IF_NONE_MATCH:
        return False
    candidates = [tag.strip().removeprefix("W/") for tag in if_none_match.split(",")]
    return etag in candidates or candidates == ["*"]
