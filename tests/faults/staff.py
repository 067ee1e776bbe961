"""Members of staff who save again and again, and know what was confirmed to them."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import urlencode

from tests.admin.form import read_fields
from tests.faults.server import Portal

_TOKEN = "a" * 32
_SIGN_IN = """
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.auth import get_user_model
from portal.sessions import SessionStore
users = get_user_model().objects
for number in range({count}):
    user = users.filter(username=f"staff{{number}}").first()
    user = user or users.create_superuser(f"staff{{number}}")
    session = SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.save()
    print("session", session.session_key)
"""


def sign_in(portal: Portal, count: int = 1) -> list[dict[str, str]]:
    """Return the headers of as many people who are signed in, each with all permissions."""
    printed = portal.shell(_SIGN_IN.format(count=count))
    return [
        {
            "Cookie": f"sessionid={line.split()[1]}; csrftoken={_TOKEN}; language=en",
            "Content_Type": "application/x-www-form-urlencoded",
            "X_CSRFToken": _TOKEN,
        }
        for line in printed.splitlines()
        if line.startswith("session ")
    ]


def department_keys(portal: Portal) -> list[int]:
    """Return the keys of all departments, the oldest first."""
    printed = portal.shell(
        "from support.models import Department\n"
        "print('keys', *Department.objects.order_by('pk').values_list('pk', flat=True))"
    )
    return [int(key) for key in printed.split("keys")[1].split()]


def typed(**fields: str) -> str:
    """Return the body of a form with these fields."""
    return urlencode(fields)


@dataclass
class Writer:
    """Saves one department, each time with the next number in its name and in all of its hours.

    Opens the form again after each fifth save, and whenever one was not confirmed.
    """

    portal: Portal
    headers: dict[str, str]
    department: int
    number: int = 0
    confirmed: int = 0
    statuses: Counter[int] = field(default_factory=Counter)
    troubles: list[str] = field(default_factory=list)
    _form: dict[str, list[str]] | None = None

    def save_times(self, count: int) -> None:
        """Save until so many saves are confirmed; with a page that says so, try again."""
        while self.confirmed < count:
            self.save()

    def save_until(self, is_over: Callable[[], bool]) -> None:
        while not is_over():
            self.save()

    def save(self) -> None:
        """Save once. A connection that breaks tells nobody whether it was saved."""
        try:
            form = self._form or self._open()
            if form is None:
                return
            self.number += 1
            form["name_en"] = [f"Edit {self.number}"]
            for name in _hours(form):
                opens = form[name][0].split("–")[0]
                form[name] = [f"{opens}–{clock_of(self.number)}"]
            body = urlencode(form, doseq=True)
            answer = self.portal.ask("POST", self._address, 60, body, **self.headers)
        except OSError:
            self._form = None
            self.statuses[0] += 1
            time.sleep(0.1)
            return
        self.statuses[answer.status] += 1
        if answer.status == 302:
            self.confirmed = self.number
            self._form = None if self.number % 5 == 0 else _as_after_a_save(form)
        else:
            self._form = None
            self.number -= 1  # nothing was saved

    @property
    def _address(self) -> str:
        return f"/admin/support/department/{self.department}/change/"

    def _open(self) -> dict[str, list[str]] | None:
        """Read the form and look whether what it shows can be. Returns nothing if it is refused."""
        page = self.portal.get(self._address, 60, **self.headers)
        if page.status != 200:
            self.statuses[page.status] += 1
            return None
        form = read_fields(page.text)
        self._check(form)
        return form

    def _check(self, form: dict[str, list[str]]) -> None:
        """Note what was confirmed and is not there, and an edit of which only a part is there."""
        name = form["name_en"][0]
        found = number_in(name)
        hours = {form[each][0].split("–")[-1] for each in _hours(form)}
        if found and hours != {clock_of(found)}:
            self.troubles.append(f"torn: {name}, hours until {sorted(hours)}")
        if not self.confirmed <= found <= self.number:
            self.troubles.append(f"lost: {name}, of which {self.confirmed} was confirmed")


def number_in(name: str) -> int:
    """Return the number of the save after which a department has this name; 0 before the first."""
    return int(name.removeprefix("Edit ")) if name.startswith("Edit ") else 0


def clock_of(number: int) -> str:
    return f"{12 + number // 60 % 8}:{number % 60:02}"


def _as_after_a_save(form: dict[str, list[str]]) -> dict[str, list[str]]:
    """Return the form as it would be shown next: nobody else edits this department."""
    return form | {"seen_edit_version": [str(int(form["seen_edit_version"][0]) + 1)]}


def _hours(form: dict[str, list[str]]) -> list[str]:
    """Return the boxes that have hours, such as “10:00–18:00”."""
    return [
        name
        for name in form
        if name.startswith("windows-") and name.endswith("-hours") and form[name][0]
    ]
