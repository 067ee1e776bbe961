"""Try every address of the admin in every role, and tell what came of it."""

from __future__ import annotations

from collections.abc import Iterable
from html.parser import HTMLParser

from django.apps import apps
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Group, User
from django.db import connection
from django.db.models import Model
from django.http import HttpResponse
from django.test import Client

from support.directory.revision import current_revision
from support.models import Department, StaffProfile
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

    def __init__(self) -> None:
        self._cookies = {role: sign_in(role).cookies for role in ROLES}
        self._before = _traces()
        self._pages: dict[tuple[str, str], HttpResponse] = {}

    def outcomes(self, address: Address) -> dict[str, str]:
        """What each role may do there."""
        form = self._form(address)
        return {role: self._outcome(role, address, form) for role in ROLES}

    def _client(self, role: str) -> Client:
        client = Client()
        client.cookies.update(self._cookies[role])
        return client

    def _page(self, role: str, path: str) -> HttpResponse:
        if (role, path) not in self._pages:
            with dry_run():
                self._pages[role, path] = self._client(role).get(path)
                assert _traces() == self._before, f"Looking at {path} changed something."
        return self._pages[role, path]

    def _form(self, address: Address) -> dict[str, object]:
        """As a superuser's page has it: what others send is forged where their own lacks it."""
        if LOOK_FIRST.items() <= address.typed.items():
            with dry_run():
                page = self._client("superuser").post(address.path, address.typed)
            typed = {name: value for name, value in address.typed.items() if name not in LOOK_FIRST}
            return read_form(page) | typed | {"_apply": "Apply"}
        return read_form(self._page("superuser", address.path)) | address.typed

    def _outcome(self, role: str, address: Address, form: dict[str, object]) -> str:
        page = self._page(role, address.path)
        with dry_run():
            answer = self._client(role).post(address.path, form)
            if _traces() != self._before:
                return CHANGE
        if not address.is_page:
            return REFUSED
        return _told(answer if page.status_code == 405 else page)


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


def _traces() -> tuple[object, ...]:
    """What a change in the admin leaves: rows of the portal, its log, people."""
    return (
        current_revision(),
        _counts([*apps.get_app_config("support").get_models(), LogEntry]),
        _counts(apps.get_app_config("conversations").get_models()),
        list(User.objects.order_by("pk").values_list("pk", "password")),
        list(StaffProfile.objects.order_by("pk").values_list("pk", "user", "zone", "limited")),
        list(StaffProfile.departments.through.objects.order_by("pk").values_list()),
    )


def _counts(models: Iterable[type[Model]]) -> tuple[int, ...]:
    """In one question, since it is asked more than a thousand times."""
    tables = [connection.ops.quote_name(model._meta.db_table) for model in models]
    with connection.cursor() as cursor:
        cursor.execute("SELECT " + ", ".join(f"(SELECT count(*) FROM {name})" for name in tables))
        return cursor.fetchone()


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
