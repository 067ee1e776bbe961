"""What JavaScript makes of the page is what the server would have said."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import product

import pytest
from playwright.sync_api import Browser, Page, expect

from support.models import Department, LanguageWindow
from support.schedule import DayHours
from tests import factories
from tests.browser.conftest import MONDAY_05_UTC, PATIENCE

pytestmark = pytest.mark.django_db(transaction=True)

# How long it is until then is said by the browser alone.
TEXT = r"""() => [...document.querySelectorAll(
        ".answer :is(h1, .helping, .besides, .read, .others), .departments .languages")]
    .map((element) => {
        const copy = element.cloneNode(true);
        for (const left of copy.querySelectorAll("[hidden], .soon, script")) left.remove();
        return copy.textContent.replace(/\s+/g, "");
    })"""


@pytest.fixture
def said_by_server(browser: Browser) -> Iterator[Callable[..., list[str]]]:
    """Return what reads a page without JavaScript."""
    context = browser.new_context(java_script_enabled=False)
    context.set_default_timeout(PATIENCE * 1000)
    page = context.new_page()

    def read(address: str, texts: str = TEXT) -> list[str]:
        page.goto(address)
        return page.evaluate(texts)

    yield read
    context.close()


@pytest.fixture
def visitor(browser: Browser):
    """A page of somebody whose browser lives in a zone and reads a language, at an instant."""
    contexts, errors = [], []

    def open_page(zone="UTC", locale="en-GB", at=MONDAY_05_UTC) -> Page:
        contexts.append(browser.new_context(timezone_id=zone, locale=locale))
        contexts[-1].set_default_timeout(PATIENCE * 1000)
        page = contexts[-1].new_page()
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.clock.install(time=at)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert errors == []


def test_browser_tells_its_own_time_as_the_server_would(said_by_server, visitor, portal):
    zones = ["America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe"]
    for zone, locale in product(zones, ["en-GB", "ja-JP", "da-DK"]):
        page = visitor(zone, locale)
        address = f"{portal}/{locale[:2]}/contact/"
        page.goto(address)
        assert page.evaluate(TEXT) == said_by_server(f"{address}?tz={zone}"), (zone, locale)


MY_DESKS = r"""() => [...document.querySelectorAll(".read > :is(.sentence, .unserved), .read li")]
    .map((element) => {
        const copy = element.cloneNode(true);
        for (const left of copy.querySelectorAll(".soon, script, template")) left.remove();
        return copy.textContent.replace(/\s+/g, " ").trim();
    })"""


EXCEPTIONS = r"""() => [...document.querySelectorAll(
        ".departments .languages > li, .changes li, .exceptions li")]
    .map((element) => {
        const copy = element.cloneNode(true);
        for (const left of copy.querySelectorAll(".soon, script")) left.remove();
        return copy.textContent.replace(/\s+/g, "");
    })"""


@pytest.fixture
def exceptions(portal):
    """Days off, other hours and closures of the coming weeks, on several clocks."""
    sales = Department.objects.get(slug="sales")
    LanguageWindow.objects.filter(department=sales, language="ja").update(holidays="JP")
    factories.closed_on("2026-11-25", reason_en="Team day")
    factories.closed_on("2026-12-24/2026-12-27", department=sales, reason_en="Christmas")
    factories.hours_on("2026-11-27/2026-12-04", "10:00-15:00 Asia/Tokyo", language="ja")
    factories.hours_on("2026-11-28", "00:00-24:00 America/Sao_Paulo", language="pt")
    factories.as_usual_on("2026-11-23", department=sales, language="ja", reason_en="At work")
    factories.closure("2026-11-26T10:00", "2026-11-26T11:00", "Asia/Tokyo", department=sales)
    factories.closure("2026-11-30T15:00", "2026-12-02T09:00", "Europe/Berlin", language="de")


@pytest.fixture
def rules(exceptions):
    """Hours and exceptions that do not come every week, or in another way."""
    support = Department.objects.get(slug="customer-support")
    japanese = LanguageWindow.objects.filter(department=support, language="ja")
    japanese.update(
        holidays="US",
        holidays_zone="America/New_York",
        on_holidays=DayHours(12 * 60, 17 * 60),
        before_holidays=DayHours(10 * 60, 15 * 60),
    )
    first_sunday = "SU 10:00-14:00 Europe/Berlin"
    factories.window(support, first_sunday, language="fr", monthly={1, -1})
    every_second = "TU 18:00-20:00 Europe/Berlin"
    factories.window(support, every_second, language="it", valid_from="2026-11-23", every_weeks=2)
    summer = "SA 10:00-14:00 Europe/Berlin"
    factories.window(support, summer, language="es", season="04-01..11-30")
    factories.closed_on("2024-12-07", department=support, repeats="yearly")
    factories.also_on("2026-12-05", "19:00-21:00 Asia/Tokyo", department=support, language="ja")
    factories.like_on("2026-12-05", "MO", department=support, language="pt")
    factories.closure("2026-11-28T12:00", None, "Asia/Tokyo", department=support, language="es")
    factories.closure("2025-12-01T12:00", None, "Asia/Tokyo", department=support, language="it")


def test_browser_tells_exceptions_on_its_clock_as_the_server_would(
    said_by_server, visitor, portal, rules
):
    zones = ["America/Los_Angeles", "Asia/Kathmandu"]
    for zone, language in product(zones, ["en", "ja", "de", "pt"]):
        page = visitor(zone, f"{language}-{language.upper()}")
        address = f"{portal}/{language}/contact/"
        page.goto(address)
        by_server = said_by_server(f"{address}?tz={zone}", EXCEPTIONS)
        assert page.evaluate(EXCEPTIONS) == by_server, (zone, language)


def test_open_page_says_later_what_the_server_says_then(said_by_server, visitor, portal, clock):
    page = visitor("UTC")
    page.goto(f"{portal}/en/contact/")
    for later in (
        "2026-11-23T08:00:00+00:00",
        "2026-11-23T09:00:00+00:00",
        "2026-11-24T00:30:00+00:00",
        "2026-11-28T12:00:00+00:00",
        "2026-12-04T17:00:00+00:00",
    ):
        page.clock.pause_at(later)
        clock.stop_at(later)
        assert page.evaluate(TEXT) == said_by_server(f"{portal}/en/contact/?tz=UTC"), later


@pytest.mark.parametrize("clock_asked_for", ["", "UTC", "Asia/Tokyo"])
def test_page_on_a_chosen_clock_lives_on(said_by_server, visitor, portal, clock, clock_asked_for):
    page = visitor("America/New_York")
    page.goto(f"{portal}/en/contact/?tz={clock_asked_for}")
    page.clock.pause_at("2026-11-23T09:00:00+00:00")
    clock.stop_at("2026-11-23T09:00:00+00:00")

    assert page.evaluate(TEXT) == said_by_server(f"{portal}/en/contact/?tz={clock_asked_for}")


def test_state_changes_at_the_very_minute_and_is_announced(visitor, portal):
    page = visitor("UTC", "ja-JP", "2026-11-23T08:59:00+00:00")
    page.goto(f"{portal}/en/contact/")
    japanese = page.locator("#sales [data-service='sales/ja'] .state-word")
    page.clock.pause_at("2026-11-23T08:59:59+00:00")
    expect(japanese).to_have_text("Open")

    page.clock.pause_at("2026-11-23T09:00:00+00:00")
    expect(japanese).to_have_text("Closed")
    expect(page.locator("[data-announcement]")).to_have_text(
        "You can reach us right now in English."
    )


def test_clock_of_each_department_can_be_kept(said_by_server, visitor, portal):
    page = visitor("America/New_York")
    page.goto(f"{portal}/en/contact/?tz=")

    assert page.evaluate(TEXT) == said_by_server(f"{portal}/en/contact/")


def test_languages_of_the_browser_come_in_its_order_but_open_ones_first(visitor, portal):
    page = visitor("UTC", "de-AT")
    page.goto(f"{portal}/en/contact/")

    expect(page.locator(".read .department-name").first).to_have_text("Customer support · English")
    expect(page.locator(".read [data-language=de] .department-name")).to_have_text("Sales · German")
    expect(page.locator("[data-languages-read]")).to_have_text("Languages: German and English")


@pytest.mark.parametrize("asked", ["en,ja", "ja,en,de", "da,ja", "da,sv"])
@pytest.mark.parametrize("language", ["en", "ja"])
def test_desks_of_several_languages_live_on_as_one_list(
    said_by_server, visitor, portal, asked, language
):
    address = f"{portal}/{language}/contact/?languages={asked}&tz=UTC"
    page = visitor("UTC")
    page.goto(address)

    assert page.evaluate(MY_DESKS) == said_by_server(address, MY_DESKS)


def test_browser_makes_one_list_of_what_its_visitor_reads(said_by_server, visitor, portal):
    page = visitor("UTC")
    page.goto(f"{portal}/preferences/?site=en&languages=ja&languages=en&languages=de&tz=UTC")
    page.goto(f"{portal}/en/contact/")

    by_server = said_by_server(f"{portal}/en/contact/?languages=ja,en,de&tz=UTC", MY_DESKS)
    assert page.evaluate(MY_DESKS) == by_server


def test_form_is_remembered_with_and_without_javascript(browser: Browser, portal):
    context = browser.new_context(java_script_enabled=False, locale="en-GB")
    page = context.new_page()
    page.goto(f"{portal}/en/contact/")
    page.locator(".preferences summary").click()
    page.get_by_label("First language").select_option("ja")
    page.get_by_label("Time zone").fill("tokyo")
    page.get_by_role("button", name="Update").click()

    expect(page).to_have_url(f"{portal}/en/contact/?languages=ja&tz=Asia/Tokyo")
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "You can reach us right now in Japanese."
    )
    page.goto(f"{portal}/")
    expect(page).to_have_url(f"{portal}/en/contact/?languages=ja&tz=Asia/Tokyo")
    context.close()


def test_what_is_remembered_holds_for_the_plain_address_too(visitor, portal):
    page = visitor("UTC")
    page.goto(f"{portal}/preferences/?site=en&languages=ja&tz=Asia/Tokyo")
    page.goto(f"{portal}/en/contact/")

    expect(page.get_by_role("heading", level=1)).to_have_text(
        "You can reach us right now in Japanese."
    )
    expect(page.locator("[data-clock-shown]")).to_contain_text("Japan")
    expect(page.get_by_role("link", name="Clear my choices")).to_be_hidden()
    page.locator(".preferences summary").click()
    page.get_by_role("link", name="Clear my choices").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "You can reach us right now in English."
    )


def test_nothing_moves_while_the_page_is_made_the_visitors(visitor, portal):
    page = visitor("Asia/Tokyo", "de-DE")
    page.add_init_script(
        """new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) window.shift = (window.shift ?? 0) + entry.value;
        }).observe({ type: "layout-shift", buffered: true });"""
    )
    page.goto(f"{portal}/en/contact/")
    page.wait_for_load_state("networkidle")

    assert page.evaluate("window.shift ?? 0") == 0


def test_exception_that_is_over_is_told_no_more(visitor, portal):
    sales = Department.objects.get(slug="sales")
    factories.closed_on("2026-11-26", department=sales, language="ja")
    factories.closure("2026-11-24T10:00", "2026-11-24T11:00", department=sales)
    page = visitor("UTC")
    page.goto(f"{portal}/en/contact/sales/")
    exceptions = page.locator("#sales .exceptions")
    coming_days = page.locator("#sales [data-service='sales/ja'] .coming-days")
    expect(exceptions.get_by_role("listitem")).to_have_count(2)

    page.clock.pause_at("2026-11-24T11:00:00+00:00")
    expect(exceptions.get_by_role("listitem")).to_have_count(1)
    page.clock.pause_at("2026-11-26T15:00:00+00:00")
    expect(exceptions).to_be_hidden()
    expect(coming_days).to_be_visible()
    page.clock.pause_at("2026-11-29T15:00:00+00:00")
    expect(coming_days).to_be_hidden()


def test_what_can_be_pressed_changes_with_the_state(visitor, portal):
    page = visitor("UTC", "ja-JP", "2026-11-23T08:59:00+00:00")
    page.goto(f"{portal}/en/contact/")
    desk = page.locator(".read [data-service='sales/ja']")
    page.clock.pause_at("2026-11-23T08:59:59+00:00")
    expect(desk.locator(".button")).to_have_text(["Open chat"])

    page.clock.pause_at("2026-11-23T09:00:00+00:00")
    expect(desk.locator(".button")).to_have_text(["Remind me", "Write to us now"])


def test_title_of_the_tab_says_whether_somebody_answers_in_the_visitors_language(visitor, portal):
    page = visitor("UTC", "ja-JP", "2026-11-23T08:59:00+00:00")
    page.goto(f"{portal}/ja/contact/")
    page.clock.pause_at("2026-11-23T08:59:59+00:00")
    expect(page).to_have_title("● お問い合わせ · Kinsta")

    page.clock.pause_at("2026-11-23T09:00:00+00:00")
    expect(page).to_have_title("○ お問い合わせ · Kinsta")


@pytest.mark.parametrize(("language", "told"), [("de", "in 25 Minuten"), ("ja", "25分後")])
def test_last_hour_before_an_opening_is_counted(visitor, portal, language, told):
    page = visitor("UTC", "de-DE", "2026-11-23T06:59:00+00:00")
    page.goto(f"{portal}/{language}/contact/")
    soon = page.locator(".read [data-service='sales/de'] .soon")
    page.clock.pause_at("2026-11-23T06:59:59+00:00")
    expect(soon).to_have_count(0)

    page.clock.pause_at("2026-11-23T07:35:00+00:00")
    expect(soon).to_have_text(told)


def test_desks_that_open_again_stand_where_the_server_has_them(
    said_by_server, visitor, portal, clock
):
    support = Department.objects.get(slug="customer-support")
    factories.closure("2026-11-23T06:00", "2026-11-23T07:00", department=support)
    clock.stop_at(MONDAY_05_UTC)
    page = visitor()
    page.goto(f"{portal}/en/contact/?tz=UTC")

    page.clock.run_for("01:30:00")
    expect(page.locator(".reachable > li").first).to_have_attribute("data-service", "sales/en")
    page.clock.run_for("01:00:00")
    clock.stop_at("2026-11-23T07:30:00+00:00")

    assert page.evaluate(TEXT) == said_by_server(f"{portal}/en/contact/?tz=UTC")
