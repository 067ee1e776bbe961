from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from threading import Barrier

from django.contrib.auth.models import User
from django.db import connections
from django.test import Client
from django.urls import reverse

from support.models import Department
from support.models.history import history_of
from tests.admin.form import read_form

_TOLD = "while you were editing"


@dataclass(frozen=True, slots=True)
class Outcome:
    """`trouble` says what went otherwise than it must; empty for a race that was decided."""

    winner: str
    trouble: str


class Race:
    """Both have the page open before either saves; each types another closing time."""

    def __init__(self, user: User) -> None:
        self.department = Department.objects.get(slug="finance")
        self.url = reverse("admin:support_department_change", args=[self.department.pk])
        self.clients = []
        for _editor in range(2):
            client = Client()
            client.force_login(user)
            self.clients.append(client)

    def run(self, number: int) -> Outcome:
        closes = [f"{12 + number % 8}:{number % 59:02}", f"{12 + number % 8}:{number % 59 + 1:02}"]
        page = read_form(self.clients[0].get(self.url))
        version = self._version()
        barrier = Barrier(2, timeout=60)

        def save(editor: int) -> tuple[int, bool]:
            form = page | {"windows-0-hours": [f"06:00-{closes[editor]}"]}
            barrier.wait()
            try:
                response = self.clients[editor].post(self.url, form)
                return response.status_code, _TOLD in response.content.decode()
            finally:
                connections.close_all()

        with ThreadPoolExecutor(2) as pool:
            answers = list(pool.map(save, range(2)))
        return self._judge(answers, closes, version)

    def _judge(self, answers: list[tuple[int, bool]], closes: list[str], version: int) -> Outcome:
        if sorted(answers) != [(200, True), (302, False)]:
            return Outcome("", f"answers {answers}")
        winner = answers.index((302, False))
        window = self.department.windows.get()
        if f"{window.closes:%H:%M}" != closes[winner]:
            return Outcome("", f"stored {window.closes}, saved {closes[winner]}")
        if self._version() != version + 1:
            return Outcome("", f"version {version} became {self._version()}")
        last = history_of(type(window)).filter(id=window.pk).first()
        if last.closes != window.closes:
            return Outcome("", f"recorded {last.closes}, stored {window.closes}")
        return Outcome("first" if winner == 0 else "second", "")

    def _version(self) -> int:
        return Department.objects.values_list("edit_version", flat=True).get(pk=self.department.pk)
