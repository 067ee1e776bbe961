"""Try every address of the admin in every role, and tell what came of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from functools import cache
from html.parser import HTMLParser
from unittest import mock

from django.apps import apps
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Group, User
from django.db import connection
from django.db.models import Model
from django.http import HttpResponse
from django.template.response import SimpleTemplateResponse
from django.test import Client

from support.directory.current import current_directory
from support.models import Department, Revision, StaffProfile
from support.rows.dry_run import dry_run
from tests.admin.addresses import LOOK_FIRST, Address
from tests.admin.form import read_form

ROLES = [
    "anonymous",
    "no group",
    "viewer",
    "translator",
    "hours editor",
    "limited editor",
    "answerer",
    "limited answerer",
    "superuser",
]
GROUPS = {
    "viewer": "Viewers",
    "translator": "Translators",
    "hours editor": "Hours editors",
    "limited editor": "Hours editors",
    "answerer": "Answerers",
    "limited answerer": "Answerers",
}
# Each is shown other rows than the others of these, and so asks the database in another way.
ROLES_WITH_OTHER_ROWS = ["limited editor", "limited answerer", "superuser"]
REFUSED, LEADS_ON, SEE, CHANGE = "–", "→", "see", "change"
LOGIN = "/admin/login/"
SEE_AND_BUTTONS = "see, with buttons"


def make_staff() -> None:
    for role in ROLES[1:]:
        user = User.objects.create_user(role, password="password", is_staff=True)
        user.is_superuser = role == "superuser"
        user.save()
        if role in GROUPS:
            user.groups.add(Group.objects.get(name=GROUPS[role]))
    for role in ("limited editor", "limited answerer"):
        user = User.objects.get(username=role)
        limited = StaffProfile.objects.create(user=user, limited=True)
        limited.departments.add(Department.objects.get(slug="finance"))


class Walk:
    """Everybody is signed in once, and looks once at each page: nothing is left behind."""

    def __init__(self, roles: Sequence[str] = ROLES) -> None:
        self._cookies = {role: sign_in(role).cookies for role in roles}
        self._before = _traces()
        self._pages: dict[tuple[str, str], HttpResponse] = {}

    def outcomes(self, address: Address) -> dict[str, str]:
        """What each role may do there."""
        form = self._form(address)
        return {role: self._outcome(role, address, form) for role in self._cookies}

    def _client(self, role: str) -> Client:
        client = Client()
        client.cookies.update(self._cookies[role])
        return client

    def _page(self, role: str, path: str) -> HttpResponse:
        if (role, path) not in self._pages:
            with _taken_back():
                self._pages[role, path] = self._client(role).get(path)
                assert _traces() == self._before, f"Looking at {path} changed something."
        return self._pages[role, path]

    def _form(self, address: Address) -> dict[str, object]:
        """As a superuser's page has it: what others send is forged where their own lacks it."""
        if LOOK_FIRST.items() <= address.typed.items():
            with _taken_back():
                page = self._client("superuser").post(address.path, address.typed)
            typed = {name: value for name, value in address.typed.items() if name not in LOOK_FIRST}
            return read_form(page) | typed | {"_apply": "Apply"}
        return read_form(self._page("superuser", address.path)) | address.typed

    def _outcome(self, role: str, address: Address, form: dict[str, object]) -> str:
        page = self._page(role, address.path)
        is_only_sent = address.is_page and page.status_code == 405
        with _taken_back(), nullcontext() if is_only_sent else _no_rendering():
            answer = self._client(role).post(address.path, form)
            if _traces() != self._before:
                return CHANGE
        if not address.is_page:
            return REFUSED
        return _told(answer if is_only_sent else page)


def sign_in(role: str) -> Client:
    client = Client()
    client.cookies["language"] = "en"
    if role != "anonymous":
        client.force_login(
            User.objects.get(username=role), "django.contrib.auth.backends.ModelBackend"
        )
    return client


def _told(page) -> str:
    if page.status_code in (301, 302):
        return REFUSED if page.headers["Location"].startswith(LOGIN) else LEADS_ON
    if page.status_code != 200:
        return REFUSED
    return SEE_AND_BUTTONS if _has_button(page) else SEE


@contextmanager
def _taken_back() -> Iterator[None]:
    """Take back what is sent, with the directory as it was: its rows are those from before."""
    before = current_directory.get()
    with dry_run():
        yield
    current_directory._directory = before


def _no_rendering() -> AbstractContextManager[object]:
    """Leave pages empty that nobody reads: what was sent is judged by what it changed."""
    return mock.patch.object(SimpleTemplateResponse, "rendered_content", "")


def _traces() -> list[tuple[object, ...]]:
    """What a change in the admin leaves: rows of the portal, its log, people.

    Asked in plain SQL, since it is asked some four thousand times.
    """
    with connection.cursor() as cursor:
        found: list[tuple[object, ...]] = []
        for question in _questions():
            cursor.execute(question)
            found += cursor.fetchall()
        return found


@cache
def _questions() -> list[str]:
    return [
        f"SELECT number FROM {_table(Revision)}",
        _counts([*apps.get_app_config("support").get_models(), LogEntry]),
        _counts(apps.get_app_config("conversations").get_models()),
        f"SELECT id, password FROM {_table(User)} ORDER BY id",
        f"SELECT id, user_id, zone, limited FROM {_table(StaffProfile)} ORDER BY id",
        f"SELECT * FROM {_table(StaffProfile.departments.through)} ORDER BY id",
    ]


def _counts(models: Iterable[type[Model]]) -> str:
    return "SELECT " + ", ".join(f"(SELECT count(*) FROM {_table(model)})" for model in models)


def _table(model: type[Model]) -> str:
    return connection.ops.quote_name(model._meta.db_table)


class _Buttons(HTMLParser):
    """Submit buttons of forms that are sent by POST, inside of the page's content.

    Without those of lists, whose actions are tried one by one, and of signing in.
    """

    others = ("changelist-form", "login-form")

    def __init__(self) -> None:
        super().__init__()
        self.found = False
        self._in_content = self._in_form = False

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        if attributes.get("id") == "content":
            self._in_content = True
        if tag == "form":
            is_post = attributes.get("method", "get").lower() == "post"
            self._in_form = is_post and attributes.get("id") not in self.others
        if tag in ("button", "input") and self._in_content and self._in_form:
            kind = attributes.get("type", "submit" if tag == "button" else "text")
            self.found |= kind == "submit"

    def handle_endtag(self, tag):
        if tag == "form":
            self._in_form = False


def _has_button(page) -> bool:
    if "text/html" not in page.headers["Content-Type"]:
        return False
    buttons = _Buttons()
    buttons.feed(page.getvalue().decode(errors="replace"))
    return buttons.found
