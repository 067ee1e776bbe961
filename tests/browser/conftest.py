from __future__ import annotations

import re
import shutil
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.contrib.auth.models import User
from django.test import Client
from playwright.sync_api import BrowserContext, Page, Request, expect
from pytest_django.live_server_helper import LiveServer

from tests.browser.answers import Answers
from tests.conftest import FrozenClock

MONDAY_05_UTC = "2026-11-23T05:00:00+00:00"
SATURDAY_12_UTC = "2026-11-28T12:00:00+00:00"

# A long time-out costs nothing where all is well, and a busy machine needs it.
PATIENCE = 60  # seconds
expect.set_options(timeout=PATIENCE * 1000)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict) -> dict:
    arguments = [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
    ]
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


_FOREIGN = re.compile(r"(?!http://(localhost|127\.0\.0\.1)[:/]|data:)")


@pytest.fixture(autouse=True)
def same_origin_only(context: BrowserContext) -> Iterator[None]:
    """Fail a test whose page asks another origin for anything, which it does not reach.

    A route would tell as much, but with one the browser keeps no file from page to page.
    """
    foreign: list[str] = []

    def hear(request: Request) -> None:
        if _FOREIGN.match(request.url):
            foreign.append(request.url)

    context.on("request", hear)
    yield
    assert foreign == []


@pytest.fixture(autouse=True)
def complaints(page: Page) -> Iterator[list[str]]:
    """Fail a test if the console or the network reports an error."""
    heard: list[str] = []
    page.on("pageerror", lambda error: heard.append(str(error)))
    page.on("console", lambda m: heard.append(m.text) if m.type == "error" else None)
    yield heard
    assert [text for text in heard if "status of 404" not in text] == []


class BothClocks(FrozenClock):
    """Stop the browser's clock as well, since it shows states by itself. Its timers go on."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, context: BrowserContext) -> None:
        super().__init__(monkeypatch)
        self._context = context

    def stop_at(self, text: str) -> None:
        super().stop_at(text)
        self._context.clock.set_fixed_time(text)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch, context: BrowserContext) -> BothClocks:
    return BothClocks(monkeypatch, context)


@pytest.fixture(scope="session")
def answers(live_server: LiveServer) -> Answers:
    server = live_server.thread.httpd
    answers = Answers(server.get_app())
    server.set_app(answers)
    return answers


@pytest.fixture
def portal(
    live_server: LiveServer, answers: Answers, initial_data: None, clock, context: BrowserContext
) -> Iterator[str]:
    """Return the address of a portal with the shipped data, on a Monday at 05:00 UTC.

    At the end of a test, wait until no answer is under way, since its rows are deleted then.
    """
    clock.stop_at(MONDAY_05_UTC)
    yield live_server.url
    # Not page by page: Chromium can forget to close one that is just about to show another address.
    context.close()
    assert answers.wait_until_idle(PATIENCE)


@pytest.fixture
def sign_in(portal: str, context: BrowserContext):
    """Return a way to sign in without the page for it, which most tests are not about."""

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
    """Return the address of the admin, with a superuser signed in, in English."""
    return sign_in(admin_user)


# The rules that depend on the colours of a page take longest.
_COLOUR_RULES = ["color-contrast", "link-in-text-block"]
_BY_COLOUR = {"runOnly": _COLOUR_RULES}
# Colours are the same in every language.
BUT_COLOURS = {"rules": {rule: {"enabled": False} for rule in _COLOUR_RULES}}

# For these, axe loads all files of a page once more, which takes as long as all the others do.
# They are the same on every page: one test asks for them.
BY_FILES = {"runOnly": ["css-orientation-lock", "no-autoplay-audio"], "preload": True}

# A colour that is still fading is none of the page's.
_STOP_FADING = """() => {
    const still = new CSSStyleSheet();
    still.replaceSync("* { transition: none !important; animation: none !important; }");
    document.adoptedStyleSheets.push(still);
}"""


_AXE = Axe().axe_script

_BROKEN_RULES = """async ([context, options]) => {
    const { violations } = await axe.run(context ?? document, options);
    return violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html.slice(0, 120))]);
}"""

_AXE_IS_DONE = "axe is done"
# Axe tries out styles that the page's policy forbids, and some of it is said after axe is done.
_TRIED_BY_AXE = "Applying inline style violates"


@pytest.fixture
def axe_violations(page: Page, complaints: list[str]):
    """Return the rules of axe that the loaded page breaks, each with the places where it does."""

    def run(context=None, **options):
        page.wait_for_load_state()
        before = list(complaints)
        page.evaluate(_STOP_FADING)
        if not page.evaluate("() => 'axe' in window"):
            page.evaluate(_AXE)
        options = {"resultTypes": ["violations"], "preload": False} | options
        broken = page.evaluate(_BROKEN_RULES, [context, options])
        # What the console says comes in order, but later.
        with page.expect_console_message(lambda message: message.text == _AXE_IS_DONE):
            page.evaluate("console.info", _AXE_IS_DONE)
        complaints[:] = before
        return dict(broken)

    yield run
    complaints[:] = [text for text in complaints if not text.startswith(_TRIED_BY_AXE)]


@pytest.fixture
def axe_violations_light_and_dark(page: Page, axe_violations):
    """Ask axe about the page in both colour schemes. In the dark, only colours differ."""

    def run(context=None):
        light = axe_violations(context)
        page.emulate_media(color_scheme="dark")
        dark = axe_violations(context, **_BY_COLOUR)
        page.emulate_media(color_scheme="light")
        return light | dark

    return run


@pytest.fixture
def axe_violations_light_and_dark_on_a_phone_too(page: Page, axe_violations_light_and_dark):
    """Ask axe about the page in both colour schemes, on a desk and on a phone, in one load."""

    def run(context=None):
        found = axe_violations_light_and_dark(context)
        page.set_viewport_size({"width": 390, "height": 900})
        found |= axe_violations_light_and_dark(context)
        page.set_viewport_size({"width": 1280, "height": 900})
        return found

    return run
