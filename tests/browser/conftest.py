from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterable, Iterator
from threading import Condition

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.contrib.auth.models import User
from django.test import Client
from playwright.sync_api import BrowserContext, Page, Route, expect
from pytest_django.live_server_helper import LiveServer

from tests.conftest import FrozenClock

MONDAY_05_UTC = "2026-11-23T05:00:00+00:00"
SATURDAY_12_UTC = "2026-11-28T12:00:00+00:00"

# Patience costs nothing where all is well; a machine with other work may take its time.
PATIENCE = 60  # seconds
expect.set_options(timeout=PATIENCE * 1000)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict) -> dict:
    arguments = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
    system = shutil.which("chromium-headless-shell") or shutil.which("chromium")
    return browser_type_launch_args | {
        "args": arguments,
        **({"executable_path": system} if system else {}),
    }


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict) -> dict:
    return browser_context_args | {"locale": "en-GB", "viewport": {"width": 1280, "height": 900}}


@pytest.fixture(autouse=True)
def patient(context: BrowserContext) -> None:
    context.set_default_timeout(PATIENCE * 1000)


@pytest.fixture(autouse=True)
def same_origin_only(context: BrowserContext) -> Iterator[None]:
    """A page that asks another origin for anything fails its test."""
    foreign: list[str] = []

    def refuse(route: Route) -> None:
        foreign.append(route.request.url)
        route.abort()

    context.route(re.compile(r"^(?!http://(localhost|127\.0\.0\.1)[:/]|data:)"), refuse)
    yield
    assert foreign == []


@pytest.fixture(autouse=True)
def complaints(page: Page) -> Iterator[list[str]]:
    """Neither the console nor the network tells of an error."""
    heard: list[str] = []
    page.on("pageerror", lambda error: heard.append(str(error)))
    page.on("console", lambda m: heard.append(m.text) if m.type == "error" else None)
    yield heard
    assert [text for text in heard if "status of 404" not in text] == []


class BothClocks(FrozenClock):
    """Stops that of the browser as well, which tells states by itself; its timers go on."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, context: BrowserContext) -> None:
        super().__init__(monkeypatch)
        self._context = context

    def stop_at(self, text: str) -> None:
        super().stop_at(text)
        self._context.clock.set_fixed_time(text)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch, context: BrowserContext) -> BothClocks:
    return BothClocks(monkeypatch, context)


class _Counting:
    """A WSGI application around the live server's, that knows how many answers are under way."""

    def __init__(self, application) -> None:
        self._application = application
        self._under_way = 0
        self._changed = Condition()

    def __call__(self, environ, start_response) -> Iterable[bytes]:
        self._count(1)
        try:
            chunks = self._application(environ, start_response)
        except BaseException:
            self._count(-1)
            raise
        return _Answer(chunks, lambda: self._count(-1))

    def _count(self, by: int) -> None:
        with self._changed:
            self._under_way += by
            self._changed.notify_all()

    def wait_until_idle(self) -> bool:
        with self._changed:
            return self._changed.wait_for(lambda: self._under_way == 0, PATIENCE)


class _Answer:
    def __init__(self, chunks: Iterable[bytes], done: Callable[[], None]) -> None:
        self._chunks = chunks
        self._done = done

    def __iter__(self) -> Iterator[bytes]:
        return iter(self._chunks)

    def close(self) -> None:
        try:
            if hasattr(self._chunks, "close"):
                self._chunks.close()
        finally:
            self._done()


@pytest.fixture(scope="session")
def answers(live_server: LiveServer) -> _Counting:
    server = live_server.thread.httpd
    counting = _Counting(server.get_app())
    server.set_app(counting)
    return counting


@pytest.fixture
def portal(
    live_server: LiveServer, answers: _Counting, initial_data: None, clock, context: BrowserContext
) -> Iterator[str]:
    """The address of a portal with the initial data, on a Monday at 05:00 UTC.

    Nothing of a test is under way when its rows are taken away.
    """
    clock.stop_at(MONDAY_05_UTC)
    yield live_server.url
    for page in context.pages:
        page.close()
    assert answers.wait_until_idle()


@pytest.fixture
def sign_in(portal: str, context: BrowserContext):
    """Without its page, which most tests are not about."""

    def as_one(user: User) -> str:
        client = Client()
        client.force_login(user, "django.contrib.auth.backends.ModelBackend")
        name = settings.SESSION_COOKIE_NAME
        session = {"name": name, "value": client.cookies[name].value, "url": portal}
        context.add_cookies([session])
        return f"{portal}/admin"

    return as_one


@pytest.fixture
def signed_in(sign_in, admin_user: User) -> str:
    """The address of the admin, signed in to in English."""
    return sign_in(admin_user)


# What the colours of a page can break.
_BY_COLOUR = {"runOnly": ["color-contrast", "link-in-text-block"]}

# The end of one change of colours may begin that of what inherits it.
_END_FADING = """() => {
    for (let fading; (fading = document.getAnimations()).length; )
        fading.forEach((each) => each.finish());
}"""


_AXE_IS_DONE = "axe is done"


@pytest.fixture
def axe_violations(page: Page, complaints: list[str]):
    """What axe has to say about the page once it is whole, each rule with the places it names."""

    def run(context=None, **options):
        page.wait_for_load_state()
        before = list(complaints)
        page.evaluate(_END_FADING)
        results = Axe().run(page, context, {"resultTypes": ["violations"]} | options)
        # What the console says comes in order, but later. Axe itself tries out styles that the
        # page's policy forbids.
        with page.expect_console_message(lambda message: message.text == _AXE_IS_DONE):
            page.evaluate("console.info", _AXE_IS_DONE)
        complaints[:] = before
        return {
            violation["id"]: [node["html"][:120] for node in violation["nodes"]]
            for violation in results.response["violations"]
        }

    return run


@pytest.fixture
def axe_violations_light_and_dark(page: Page, axe_violations):
    """In the dark, only colours differ."""

    def run(context=None):
        light = axe_violations(context)
        page.emulate_media(color_scheme="dark")
        dark = axe_violations(context, **_BY_COLOUR)
        page.emulate_media(color_scheme="light")
        return light | dark

    return run
