"""Messages from visitors beside django-helpdesk: `python -m benchmarks.conversations`.

Both have 100,000 conversations on SQLite, 400 of them open, and are served alike. Each figure is of
one client who asks again and again. The help desk's list of staff is its page and the rows that the
page then asks for, fifty as ours has.
"""

from __future__ import annotations

import http.client
import itertools
import os
import re
import secrets
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from urllib.parse import urlencode, urlsplit

from benchmarks.pairs import measure, print_header, print_result
from benchmarks.scratch import Scratch
from benchmarks.servers import granian
from portal.paths import BASE_DIR

CONVERSATIONS = 100_000
ROUNDS = 5
_CALLS = 10

_DESK = "desk"
_HELPDESK = "benchmarks.yardsticks.helpdesk_site"
_PYTHON_OF_YARDSTICKS = str(BASE_DIR / ".venv-yardsticks" / "bin" / "python")
_TEXT = "What does it cost to move three sites, and how long are they away for? Thank you. "


def conversations(scratch: Scratch) -> None:
    scratch.copy(_DESK)
    ours = scratch.environment(_DESK) | {"BEHIND_PROXY": "true"}
    theirs = {
        "DJANGO_SETTINGS_MODULE": f"{_HELPDESK}.settings",
        "YARDSTICK_DATABASE": str(scratch.folder / "tickets.sqlite3"),
    }
    our_session = _filled(sys.executable, "benchmarks.filled_desk", ours)
    their_session = _filled(_PYTHON_OF_YARDSTICKS, f"{_HELPDESK}.fill_tickets", theirs)
    application = "benchmarks.yardsticks.django_project:application"
    with (
        granian("portal.wsgi:application", ours) as portal,
        granian(application, theirs, python=_PYTHON_OF_YARDSTICKS) as helpdesk,
    ):
        _Pair(
            _Client(portal.url, f"sessionid={our_session}; language=en"),
            _Client(helpdesk.url, f"sessionid={their_session}"),
        ).compare()


class _Client:
    """One client that keeps its connection. Anything but the status expected stops the run."""

    def __init__(self, url: str, session: str) -> None:
        parts = urlsplit(url)
        self._connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=60)
        self.session = {"Cookie": session}

    def get(self, address: str, headers: Mapping[str, str] = {}) -> str:
        return self._ask("GET", address, None, headers, 200)

    def post(self, address: str, fields: dict[str, str], headers: Mapping[str, str]) -> None:
        form = {"Content-Type": "application/x-www-form-urlencoded"}
        self._ask("POST", address, urlencode(fields), form | {**headers}, 303, 302)

    def _ask(
        self, method: str, address: str, body: str | None, headers: Mapping[str, str], *wanted: int
    ) -> str:
        self._connection.request(method, address, body, dict(headers))
        answer = self._connection.getresponse()
        content = answer.read().decode()
        if answer.status not in wanted:
            sys.exit(f"{method} {address} answers {answer.status}.\n{content[:2000]}")
        return content


class _Pair:
    def __init__(self, ours: _Client, theirs: _Client) -> None:
        self._ours, self._theirs = ours, theirs
        self._number = itertools.count()

    def compare(self) -> None:
        _row("opening the form: django-helpdesk", self._our_form, self._their_form, at_most=0.1)
        # For information: ours keeps a promise, a wait, what counts for limits and a mail as well.
        _row("sending a message: django-helpdesk", self._our_sending(), self._their_sending())
        name = f"list of staff, 400 of {CONVERSATIONS:,} waiting: django-helpdesk"
        _row(name, self._our_list, self._their_list(), at_most=1)

    def _our_form(self) -> None:
        self._ours.get("/en/contact/write/?department=sales&language=en")

    def _their_form(self) -> None:
        self._theirs.get("/tickets/submit/")

    def _our_sending(self) -> Callable[[], None]:
        page = self._ours.get("/en/contact/write/?department=sales&language=en")
        stamp = _found('name="stamp" value="([^"]+)"', page)
        fields = {"about": "department:sales", "language": "en", "stamp": stamp}

        def send() -> None:
            number = next(self._number)
            # From ever another network: there are limits to what is taken from one at once.
            address = {"X-Forwarded-For": f"203.{number // 200 % 200}.{number % 200}.7"}
            typed = {"text": f"{_TEXT}{number}", "email": f"visitor{number}@example.com"}
            key = {"key": secrets.token_hex(16)}
            self._ours.post("/en/contact/write/", fields | typed | key, address)

        return send

    def _their_sending(self) -> Callable[[], None]:
        page = self._theirs.get("/tickets/submit/")
        queue = _found(r'<option value="(\d+)">Sales', page)
        token = secrets.token_hex(16)
        fields = {"csrfmiddlewaretoken": token, "queue": queue, "priority": "3"}
        cookie = {"Cookie": f"csrftoken={token}"}

        def send() -> None:
            number = next(self._number)
            typed = {"title": f"Question {number}", "body": f"{_TEXT}{number}"}
            mail = {"submitter_email": f"visitor{number}@example.com"}
            self._theirs.post("/tickets/submit/", fields | typed | mail, cookie)

        return send

    def _our_list(self) -> None:
        self._ours.get("/admin/conversations/", self._ours.session)

    def _their_list(self) -> Callable[[], None]:
        page = self._theirs.get("/tickets/", self._theirs.session)
        rows = f"{_found(_ROWS, page)}?{_FIFTY}"

        def ask() -> None:
            self._theirs.get("/tickets/", self._theirs.session)
            self._theirs.get(rows, self._theirs.session)

        return ask


_ROWS = r"""(/datatables_ticket_list/[^"'?]+)"""
_FIFTY = urlencode(
    {"draw": 1, "start": 0, "length": 50, "order[0][column]": 0, "order[0][dir]": "asc"}
    | {"search[value]": ""}
)


def _row(
    name: str,
    ours: Callable[[], None],
    theirs: Callable[[], None],
    at_most: float | None = None,
) -> None:
    for each in (ours, theirs):
        _seconds(each)  # every process has done it once
    result = measure(
        name,
        lambda: _seconds(ours),
        lambda: _seconds(theirs),
        reach=at_most,
        at_most=True,
        unit="ms",
        rounds=ROUNDS,
    )
    print_result(result)


def _seconds(call: Callable[[], None]) -> float:
    start = time.perf_counter()
    for _ in range(_CALLS):
        call()
    return (time.perf_counter() - start) / _CALLS


def _filled(python: str, module: str, environment: Mapping[str, str]) -> str:
    """Fill a database, and return the session of somebody who answers."""
    return subprocess.run(  # noqa: S603
        [python, "-m", module, str(CONVERSATIONS)],
        check=True,
        cwd=BASE_DIR,
        env={**os.environ, **environment},
        stdout=subprocess.PIPE,
        text=True,
    ).stdout.strip()


def _found(pattern: str, page: str) -> str:
    match = re.search(pattern, page)
    return match[1] if match else sys.exit(f"{pattern} is not in the page.")


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        scratch = Scratch(Path(folder))
        scratch.fill(())
        print_header("measure: yardstick")
        conversations(scratch)


if __name__ == "__main__":
    main()
