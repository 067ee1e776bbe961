"""Send requests to a portal and keep what came back."""

from __future__ import annotations

import http.client
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from tests.faults.server import Portal
from tests.fuzz.requests import Request, Requests

_CLIENTS = 4
_TOKEN = "a" * 32
_NEW_SESSION = """
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.auth import get_user_model
from portal.sessions import SessionStore
users = get_user_model().objects
user = users.filter(username="fuzz").first() or users.create_superuser("fuzz")
users.filter(pk=user.pk).update(is_active=True, is_staff=True, is_superuser=True)
session = SessionStore()
session[SESSION_KEY] = str(user.pk)
session[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
session[HASH_SESSION_KEY] = user.get_session_auth_hash()
session.save()
print("session", session.session_key)
"""


@dataclass
class Outcome:
    """What came back: how often each status, how long each answer took, and what failed."""

    statuses: dict[int, int] = field(default_factory=dict)
    seconds: list[float] = field(default_factory=list)
    seconds_of_imports: list[float] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    slowest: list[tuple[float, str]] = field(default_factory=list)
    """The ten that took longest, imports apart."""
    memory: list[int] = field(default_factory=list)
    """Megabytes of all workers, after each tenth of the requests."""

    def percentile(self, share: float) -> float:
        ordered = sorted(self.seconds)
        return ordered[min(int(len(ordered) * share), len(ordered) - 1)]


class Run:
    def __init__(self, portal: Portal, seed: int) -> None:
        self._portal = portal
        self._seed = seed
        self._lock = threading.Lock()
        self._session = self._new_session()
        self.outcome = Outcome()

    def send(self, count: int) -> Outcome:
        for _ in range(10):
            with ThreadPoolExecutor(_CLIENTS) as pool:
                parts = range(_CLIENTS)
                list(pool.map(lambda part: self._send(part, count // 10 // _CLIENTS), parts))
            self._seed += _CLIENTS
            self.outcome.memory.append(sum(map(_megabytes, self._portal.workers)))
        return self.outcome

    def _send(self, part: int, count: int) -> None:
        requests = Requests(self._seed + part)
        for _ in range(count):
            request = requests.make()
            start = time.perf_counter()
            status, location, page = self._ask(request)
            self._note(request, status, time.perf_counter() - start)
            if request.is_staff and location.startswith("/admin/login/"):
                with self._lock:
                    self._session = self._new_session()
            elif request.is_staff and request.method == "GET" and status == 200:
                requests.learn(request.path, page)

    def _ask(self, request: Request) -> tuple[int, str, str]:
        headers = {"Host": "localhost"} | request.headers
        if request.is_staff:
            session = f"sessionid={self._session}; csrftoken={_TOKEN}"
            headers |= {"Cookie": session, "X-CSRFToken": _TOKEN}
        connection = http.client.HTTPConnection("127.0.0.1", self._portal.port, timeout=30)
        try:
            connection.request(request.method, request.path, request.body, headers)
            response = connection.getresponse()
            page = response.read().decode("utf-8", "replace")
            return response.status, response.headers.get("Location", ""), page
        except (OSError, http.client.HTTPException) as error:
            return 0, "", repr(error)
        finally:
            connection.close()

    def _note(self, request: Request, status: int, seconds: float) -> None:
        outcome = self.outcome
        with self._lock:
            outcome.statuses[status] = outcome.statuses.get(status, 0) + 1
            if request.is_import:
                outcome.seconds_of_imports.append(seconds)
            else:
                outcome.seconds.append(seconds)
                what = f"{request.method} {request.path[:200]}"
                outcome.slowest = sorted([*outcome.slowest, (seconds, what)], reverse=True)[:10]
            if status in (0, 500):
                who = "signed in" if request.is_staff else "anonymous"
                outcome.failed.append(
                    f"{status} {request.method} {request.path[:300]} {who} "
                    f"{request.headers} {(request.body or b'')[:300]!r}"
                )

    def _new_session(self) -> str:
        return self._portal.shell(_NEW_SESSION).split("session ")[1].strip()


def _megabytes(pid: int) -> int:
    for line in Path(f"/proc/{pid}/status").read_text("utf-8").splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) // 1024
    return 0
