from __future__ import annotations

import re
import shutil
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Page, Route
from pytest_django.live_server_helper import LiveServer

MONDAY_05_UTC = "2026-11-23T05:00:00+00:00"
SATURDAY_12_UTC = "2026-11-28T12:00:00+00:00"


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict) -> dict:
    arguments = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
    system = shutil.which("chromium")
    return browser_type_launch_args | {
        "args": arguments,
        **({"executable_path": system} if system else {}),
    }


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict) -> dict:
    return browser_context_args | {"locale": "en-GB", "viewport": {"width": 1280, "height": 900}}


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


@pytest.fixture
def portal(live_server: LiveServer, initial_data: None, clock) -> str:
    """The address of a portal with the initial data, on a Monday at 05:00 UTC."""
    clock.stop_at(MONDAY_05_UTC)
    return live_server.url


@pytest.fixture
def signed_in(portal: str, page: Page, admin_user) -> str:
    """The address of the admin, signed in to in English."""
    page.goto(f"{portal}/admin/login/?next=/admin/")
    page.fill("#id_username", "admin")
    page.fill("#id_password", "password")
    page.click("input[type=submit]")
    return f"{portal}/admin"


@pytest.fixture
def axe_violations(page: Page, complaints: list[str]):
    """What axe has to say about the page, each rule with the places it names."""

    def run(context=None):
        before = list(complaints)
        results = Axe().run(page, context=context)
        complaints[:] = before  # axe itself tries out styles that the page's policy forbids
        return {
            violation["id"]: [node["html"][:120] for node in violation["nodes"]]
            for violation in results.response["violations"]
        }

    return run
