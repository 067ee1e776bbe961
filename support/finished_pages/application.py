"""Finished responses, handed out in front of Django.

A public page stays the same until somebody edits or something on it opens or closes. So what
Django answered is kept with its headers and all its bodies, for exactly the same scheme, host,
path and those parameters that the page knows, and handed out until then. Django is asked with
nothing else of the request, so that nothing else can be in the page; host checks, headers and
redirects stay Django's.

After an edit, visitors get the page from before it while the new one is being rendered: for up to a
second, and for up to five where edits follow one another. Staff wait for the new one. Where
something is about to open or close, the page of that instant is rendered shortly before, so that
nobody waits for it.
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
from support.finished_pages.under_way import pages_to_make
from support.finished_pages.validity import ask_for, declared

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
_MOST_BYTES_AHEAD = 48 * 1024 * 1024

# After an edit the page from before it is shown for so long while the new one is being rendered; if
# the rendering takes longer, since people save without pause, for so long.
_SECONDS_OF_GRACE = 1.0
_SECONDS_WHILE_RENDERED = 5.0

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
        self._following = Shelf(_MOST_BYTES_AHEAD)
        self._turns = Turns()

    def __call__(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        if environ["REQUEST_METHOD"] not in ("GET", "HEAD"):
            return self._application(environ, start_response)
        is_staff = self._staff_cookie in environ.get("HTTP_COOKIE", "")
        now = clock.now()
        # Nearly every address is written as its page is kept. So reading it comes after this.
        asked = _address(environ, environ.get("QUERY_STRING", ""))
        page = self._common.get(asked) or self._others.get(asked)
        if page and page.is_fresh(now) and self._is_last(page) and not is_staff:
            HITS.add()
            return hand_out(page, now, environ, start_response)
        return self._read_and_answer(environ, start_response, now, is_staff=is_staff)

    def _read_and_answer(
        self, environ: Environ, start_response: StartResponse, now: datetime, *, is_staff: bool
    ) -> Iterable[bytes]:
        found = self._find(environ.get("PATH_INFO", ""), environ.get("QUERY_STRING", ""))
        if found is None:
            return self._application(environ, start_response)
        shelf = self._common if found.is_common else self._others
        address = _address(environ, found.query)
        if is_staff:  # who may just have saved, here or elsewhere
            self._editions.look()
            now = clock.now()
        page = self._kept(shelf, address, now)
        if page and not self._is_last(page):
            page = None if is_staff else self._before_edit(shelf, address, environ, page, now)
        if page:
            HITS.add()
            if found.is_common and now >= page.nearly_over:
                self._prepare_following(address, environ, page)
        else:
            MISSES.add()
            answer = self._render_once(shelf, address, environ, is_latest_wanted=is_staff)
            if isinstance(answer, Response):
                start_response(answer.status, answer.headers)
                return [answer.content]
            page, now = answer, clock.now()
        return hand_out(page, now, environ, start_response)

    def _kept(self, shelf: Shelf, address: Address, now: datetime) -> Page | None:
        """Return the page that reads right at this instant, edits apart."""
        page = shelf.get(address)
        if page and page.holds(now):
            return page
        following = self._following.get(address)
        if following is None or not following.holds(now):
            return None
        self._following.take(address)
        shelf.store(address, following)
        return following

    def _is_last(self, page: Page) -> bool:
        """Tell whether it shows the last edit."""
        return page.token == self._editions.token

    def _before_edit(
        self, shelf: Shelf, address: Address, environ: Environ, page: Page, now: datetime
    ) -> Page | None:
        """Return the page from before an edit and have it rendered anew, if the edit or the page
        is recent, or if that is under way."""
        seconds = self._editions.seconds_since_replaced(page.token)
        # Its rendering may have taken longer than the grace, where people save without pause.
        shown_for = (now - max(page.since, page.made)).total_seconds()
        is_recent = min(seconds, shown_for) < self._grace
        is_under_way = self._renewal.is_asked(address) or self._turns.is_taken(address)
        if not is_recent and not is_under_way:
            return None
        if seconds >= max(self._grace, _SECONDS_WHILE_RENDERED):
            return None
        self._renewal.ask(
            address, lambda: self._render_once(shelf, address, environ, is_latest_wanted=True)
        )
        return page

    def _prepare_following(self, address: Address, environ: Environ, page: Page) -> None:
        """Have the page rendered that will be right when this one is over."""
        if not self._is_followed(address, page):
            self._renewal.ask(
                ("following", address), lambda: self._render_following(address, environ, page)
            )

    def _render_following(self, address: Address, environ: Environ, page: Page) -> None:
        if self._is_followed(address, page):
            return  # asked for again while it was rendered
        following = self._ask(address, environ, page.until)
        if isinstance(following, Page) and following.since == page.until:
            self._following.store(address, following)

    def _is_followed(self, address: Address, page: Page) -> bool:
        following = self._following.get(address)
        return bool(following and following.since == page.until and self._is_last(following))

    def _render_once(
        self, shelf: Shelf, address: Address, environ: Environ, *, is_latest_wanted: bool
    ) -> Page | Response:
        """Render the page, in one thread however many ask at the instant of a change."""
        grace = 0.0 if is_latest_wanted else self._grace
        asked_at = time.monotonic()
        with self._turns.at(address):
            page = self._made_meanwhile(asked_at, grace, shelf, address)
            if page:
                return page
            with pages_to_make.one_more():
                answer = self._ask(address, environ)
            if isinstance(answer, Page):
                shelf.store(address, answer)
            return answer

    def _ask(
        self, address: Address, environ: Environ, instant: datetime | None = None
    ) -> Page | Response:
        """Ask Django for the page, as it reads now or at an instant that is near."""
        inner = _request_for(address, environ)
        if instant:
            ask_for(inner, instant)
        response = _call(self._application, inner)
        validity = declared(inner)
        names = {name.lower() for name, _ in response.headers}
        if validity is None or response.status[:3] != "200" or "set-cookie" in names:
            return response
        return finished_page(response, validity)

    def _made_meanwhile(
        self, asked_at: float, grace: float, shelf: Shelf, address: Address
    ) -> Page | None:
        """Return the page, if it shows the last edit, or one that was the last when it was asked
        for or has only just been replaced: else, while people save, each who waits would render
        anew and keep up the others."""
        page = shelf.get(address)
        if page is None or not page.holds(clock.now()):
            return None
        if self._is_last(page):
            return page
        waited = time.monotonic() - asked_at
        seconds = self._editions.seconds_since_replaced(page.token)
        return page if seconds <= waited or seconds < grace else None


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
