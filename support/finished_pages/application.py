"""Finished responses, handed out in front of Django.

A public page stays the same until somebody edits or something on it opens or closes. So what
Django answered is kept with its headers and all its bodies, for exactly the same scheme, host,
path and those parameters that the page knows, and handed out until then. Django is asked with
nothing else of the request, so that nothing else can be in the page; host checks, headers and
redirects stay Django's.

After an edit, visitors get the page from before it for up to a second, while the new one is being
rendered. Staff wait for the new one.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any, Protocol

from support import clock
from support.counting import HITS, MISSES
from support.finished_pages.addresses import FinishedAddress
from support.finished_pages.page import (
    Application,
    Environ,
    Headers,
    Page,
    Response,
    StartResponse,
    finished_page,
    hand_out,
)
from support.finished_pages.renewal import Renewal
from support.finished_pages.shelf import Address, Shelf
from support.finished_pages.turns import Turns
from support.finished_pages.under_way import making_a_page
from support.finished_pages.validity import declared

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

# After an edit the page from before it is shown for so long while the new one is being rendered.
_SECONDS_OF_GRACE = 1.0

# The headers that Django's answer can depend on; the second is how a proxy tells of TLS.
_HOST, _PROTOCOL = "HTTP_HOST", "HTTP_X_FORWARDED_PROTO"


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
        self._common = Shelf(most_bytes)
        self._others = Shelf(most_bytes_of_others)
        self._turns = Turns()

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
            if isinstance(answer, Response):
                start_response(answer.status, answer.headers)
                return [answer.content]
            page, now = answer, clock.now()
        return hand_out(page, now, environ, start_response)

    def _before_edit(
        self, shelf: Shelf, address: Address, environ: Environ, page: Page | None, now: datetime
    ) -> Page | None:
        """Return the page from before an edit, if the edit is recent, and have it rendered anew."""
        if page is None or not page.holds(now):
            return None
        if self._editions.seconds_since_replaced(page.token) >= self._grace:
            return None
        self._renewal.ask(address, lambda: self._render_once(shelf, address, environ))
        return page

    def _render_once(self, shelf: Shelf, address: Address, environ: Environ) -> Page | Response:
        """Render the page, in one thread however many ask at the instant of a change."""
        asked_at = time.monotonic()
        with self._turns.at(address):
            page = self._made_since(asked_at, shelf, address)
            if page:
                return page
            with making_a_page():
                return self._render(shelf, address, environ)

    def _render(self, shelf: Shelf, address: Address, environ: Environ) -> Page | Response:
        inner = _request_for(address, environ)
        response = _call(self._application, inner)
        validity = declared(inner)
        names = {name.lower() for name, _ in response.headers}
        if validity is None or response.status[:3] != "200" or "set-cookie" in names:
            return response
        page = finished_page(response, validity)
        shelf.store(address, page)
        return page

    def _made_since(self, asked_at: float, shelf: Shelf, address: Address) -> Page | None:
        """Return the page, if it shows the last edit or one that was the last when it was asked
        for: else, while people save, each who waits would render anew and keep up the others."""
        page = shelf.get(address)
        if page is None or not page.holds(clock.now()):
            return None
        if page.token == self._editions.token:
            return page
        waited = time.monotonic() - asked_at
        return page if self._editions.seconds_since_replaced(page.token) <= waited else None


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


def _call(application: Application, environ: Environ) -> Response:
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
    return Response(started[0], list(started[1]), content)
