"""The badge on somebody else's page: another origin, with a policy that allows almost nothing."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, expect

from support.locales.languages import SITE_LANGUAGES
from support.models import LanguageWindow
from tests.browser.conftest import PATIENCE

pytestmark = pytest.mark.django_db(transaction=True)


class HostSite:
    """It hands out one page, whose `body` a test writes."""

    def __init__(self, portal: str) -> None:
        site = self
        self.portal = portal
        self.body = ""

        class Answer(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                self.send_response(200)
                self.send_header("Content-Type", "text/html; charset=utf-8")
                self.send_header("Content-Security-Policy", site.policy)
                self.end_headers()
                self.wfile.write(site.page.encode())

            def log_message(self, *arguments: object) -> None:
                """Nothing."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
        self.url = f"http://127.0.0.1:{self.server.server_port}/"

    @property
    def policy(self) -> str:
        return (
            f"default-src 'none'; script-src {self.portal}; connect-src {self.portal}; "
            f"style-src 'none'; img-src data:; frame-src {self.portal}; "
            "require-trusted-types-for 'script'"
        )

    @property
    def page(self) -> str:
        return (
            '<!doctype html><html lang="en"><title>Host</title><link rel="icon" href="data:,">'
            f'<script type="module" src="{self.portal}/badge/status.js"></script>{self.body}'
        )


@pytest.fixture
def host(portal: str) -> Iterator[HostSite]:
    site = HostSite(portal)
    thread = threading.Thread(target=site.server.serve_forever, daemon=True)
    thread.start()
    yield site
    site.server.shutdown()
    site.server.server_close()
    thread.join()


@pytest.fixture
def visitor(browser: Browser) -> Iterator[BrowserContext]:
    """Somebody in Berlin."""
    context = browser.new_context(timezone_id="Europe/Berlin", locale="de-DE")
    context.set_default_timeout(PATIENCE * 1000)
    yield context
    context.close()


@pytest.fixture
def said(visitor: BrowserContext) -> list[str]:
    """Warnings and errors of the console."""
    heard: list[str] = []

    def listen(message: ConsoleMessage) -> None:
        if message.type in ("warning", "error") and "status of 404" not in message.text:
            heard.append(message.text)

    visitor.on("console", listen)
    return heard


@pytest.fixture
def asked(visitor: BrowserContext) -> list[str]:
    """What has been asked of /badge/status.json."""
    addresses: list[str] = []
    visitor.on(
        "request",
        lambda request: addresses.append(request.url) if "status.json" in request.url else None,
    )
    return addresses


def open_at(visitor: BrowserContext, host: HostSite, now: str) -> Page:
    page = visitor.new_page()
    page.clock.install(time=now)
    page.goto(host.url)
    return page


def test_badge_changes_at_the_instant_without_asking(host, visitor, said, asked):
    host.body = (
        '<support-status department="sales" language="ja"><b>Write to us</b></support-status>'
    )
    page = open_at(visitor, host, "2026-11-23T08:50:00Z")
    link = page.locator("support-status").get_by_role("link")
    expect(link).to_have_text("Sales Japanese Open until 10:00")
    expect(link).to_have_attribute(
        "href", f"{host.portal}/en/contact/write/?department=sales&language=ja"
    )
    expect(page.get_by_text("Write to us")).to_be_hidden()

    page.clock.pause_at("2026-11-23T08:59:59Z")
    page.clock.run_for(999)
    expect(link).to_have_text("Sales Japanese Open until 10:00")
    page.clock.run_for(1)
    expect(link).to_have_text("Sales Japanese Closed opens tomorrow at 02:00")
    assert len(asked) == 1
    assert said == []


def test_state_is_seen_by_shape_and_inherits_the_look_of_the_page(host, visitor, said):
    host.body = '<support-status department="sales" language="ja"></support-status>'
    page = open_at(visitor, host, "2026-11-23T08:50:00Z")
    mark = page.locator("support-status .mark")

    expect(mark).to_have_css("border-top-width", "6px")
    page.clock.pause_at("2026-11-23T09:00:00Z")
    expect(mark).to_have_css("border-top-width", "2px")
    expect(page.locator("support-status a")).to_have_css("color", "rgb(0, 0, 0)")


def test_badge_that_slept_is_right_when_it_is_looked_at(host, visitor, said, asked):
    host.body = '<support-status department="sales" language="ja"></support-status>'
    page = open_at(visitor, host, "2026-11-23T08:50:00Z")
    link = page.locator("support-status").get_by_role("link")
    expect(link).to_contain_text("until 10:00")

    page.clock.set_system_time("2026-11-23T12:00:00Z")
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")

    expect(link).to_contain_text("opens tomorrow at 02:00")
    assert len(asked) == 1


def test_edit_is_seen_after_six_hours(host, visitor, said, asked):
    host.body = '<support-status department="sales" language="ja"></support-status>'
    page = open_at(visitor, host, "2026-11-23T01:30:00Z")
    link = page.locator("support-status").get_by_role("link")
    expect(link).to_contain_text("until 10:00")
    LanguageWindow.objects.filter(department__slug="sales", language="ja").update(closes="19:00")
    # Its clock is the page's, and the browser's cache has another one.
    visitor.route("**/status.json*", lambda route: route.fulfill(response=route.fetch()))

    page.clock.fast_forward("05:55:00")
    expect(link).to_contain_text("until 10:00")
    assert len(asked) == 1
    page.clock.fast_forward("05:00")
    expect(link).to_contain_text("until 11:00")
    assert len(asked) == 2


def test_badge_that_gets_no_answer_tells_what_it_knows(host, visitor):
    host.body = (
        '<support-status department="sales" language="ja"><b>Write to us</b></support-status>'
    )
    page = open_at(visitor, host, "2026-11-23T01:30:00Z")
    link = page.locator("support-status").get_by_role("link")
    expect(link).to_contain_text("until 10:00")
    visitor.route("**/status.json*", lambda route: route.abort())

    page.clock.fast_forward("09:00:00")
    expect(link).to_contain_text("opens tomorrow at 02:00")
    page.clock.fast_forward(16 * 24 * 60 * 60 * 1000)
    expect(link).to_be_hidden()
    expect(page.get_by_text("Write to us")).to_be_visible()


def test_equal_badges_share_one_answer_and_follow_their_attributes(host, visitor, said, asked):
    badge = '<p><support-status department="sales" language="ja"></support-status></p>'
    host.body = badge * 3
    page = open_at(visitor, host, "2026-11-23T08:50:00Z")
    first = page.locator("support-status").first
    expect(page.locator("support-status").last).to_contain_text("until 10:00")
    assert len(asked) == 1

    first.evaluate("e => { e.setAttribute('locale', 'ja'); e.setAttribute('zone', 'Asia/Tokyo') }")

    expect(first.get_by_role("link")).to_have_attribute("lang", "ja")
    expect(first).to_contain_text("18:00")
    assert len(asked) == 2


def test_unknown_name_keeps_the_fallback_and_tells_the_owner(host, visitor, said, asked):
    host.body = (
        '<support-status department="sale" language="ja"><b>Write to us</b></support-status>' * 2
    )
    page = open_at(visitor, host, "2026-11-23T08:50:00Z")

    with page.expect_console_message(lambda message: message.type == "warning"):
        page.reload()
    expect(page.get_by_text("Write to us").first).to_be_visible()
    expect(page.locator("support-status a:visible")).to_have_count(0)
    assert {text.split(", beta")[0] for text in said} == {
        "<support-status>: There is no department “sale”. There are: customer-support"
    }


def test_frame_is_shown_elsewhere_with_and_without_scripts(host, visitor, said, browser):
    host.body = f'<iframe src="{host.portal}/badge/en/sales/ja/" title="Sales"></iframe>'
    framed = open_at(visitor, host, "2026-11-23T08:50:00Z").frame_locator("iframe")
    expect(framed.get_by_role("link")).to_contain_text("until 10:00")

    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(host.url)
    link = page.frame_locator("iframe").get_by_role("link")
    expect(link).to_contain_text("until 18:00 (Japan time)")
    link.click()
    expect(page).to_have_url(f"{host.portal}/en/contact/write/?department=sales&language=ja")
    context.close()
    assert said == []


def test_axe_finds_nothing_in_the_frame(page: Page, portal, axe_violations_light_and_dark):
    page.goto(f"{portal}/badge/en/sales/ja/")
    expect(page.get_by_role("link")).to_be_visible()

    # A part of another page has no heading of its own.
    assert axe_violations_light_and_dark("main") == {}


def test_no_text_of_an_image_is_wider_than_its_paper(page: Page, portal):
    beyond = """() => {
        const { value } = document.documentElement.width.baseVal;
        return [...document.querySelectorAll("text")]
            .filter((e) => e.getBBox().x + e.getBBox().width > value - 6)
            .map((e) => e.textContent);
    }"""
    for language in SITE_LANGUAGES:
        page.goto(f"{portal}/badge/{language}/malware-abuse/en.svg")
        assert page.evaluate(beyond) == []
        expect(page.locator(".name")).to_have_css("font-weight", "700")


def test_frame_of_the_recommended_size_needs_no_scrolling(page: Page, portal, clock):
    clock.stop_at("2026-11-21T05:00:00+00:00")
    page.set_viewport_size({"width": 340, "height": 92})

    for language in SITE_LANGUAGES:
        page.goto(f"{portal}/badge/{language}/customer-support/pt/")
        assert page.evaluate("document.documentElement.scrollHeight") == 92, language
