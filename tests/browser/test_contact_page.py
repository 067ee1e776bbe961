from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from support.locales.languages import SITE_LANGUAGES
from tests.browser.conftest import BUT_COLOURS, MONDAY_05_UTC, SATURDAY_12_UTC

pytestmark = pytest.mark.django_db(transaction=True)


def test_axe_finds_nothing(page: Page, portal, axe_violations_light_and_dark):
    page.goto(f"{portal}/en/contact/")

    assert axe_violations_light_and_dark() == {}


def test_axe_finds_nothing_when_nobody_answers(page: Page, portal, clock, axe_violations):
    clock.stop_at(SATURDAY_12_UTC)
    page.goto(f"{portal}/ja/contact/")
    assert axe_violations() == {}
    page.goto(f"{portal}/de/contact/")
    assert axe_violations(**BUT_COLOURS) == {}


def test_axe_finds_nothing_on_an_unknown_page(page, portal, axe_violations):
    page.goto(f"{portal}/de/nothing/")

    assert axe_violations() == {}


def test_axe_finds_nothing_in_any_language_and_no_page_is_wider_than_the_screen(
    page: Page, portal, axe_violations
):
    sticking_out = """() => [...document.querySelectorAll("main *, footer *")]
        .filter((e) => e.getBoundingClientRect().right > innerWidth + 1 && e.offsetWidth > 1)
        .map((e) => e.outerHTML.slice(0, 80))"""
    for language in SITE_LANGUAGES:
        page.goto(f"{portal}/{language}/contact/")
        assert axe_violations(**BUT_COLOURS) == {}, language
        for width in (320, 768):
            page.set_viewport_size({"width": width, "height": 800})
            assert page.evaluate("document.documentElement.scrollWidth") == width
            assert page.evaluate(sticking_out) == []


def test_page_is_complete_without_javascript(browser: Browser, portal):
    context = browser.new_context(java_script_enabled=False, locale="de-DE")
    page = context.new_page()
    page.goto(f"{portal}/en/contact/")

    expect(page.get_by_role("heading", level=1)).to_have_text(
        "You can reach us right now in English."
    )
    expect(page.locator("article.department")).to_have_count(8)
    expect(page.locator(".notice:visible")).to_have_count(0)
    context.close()


def test_first_answer_names_who_until_when_and_how(page: Page, portal):
    page.goto(f"{portal}/en/contact/")
    first = page.locator(".answer .reachable > li").first

    expect(first).to_contain_text("Customer support")
    expect(first).to_contain_text("24 hours")
    expect(first.get_by_role("link", name="Open chat")).to_be_visible()


def test_language_is_switched_at_the_foot_of_the_page_and_remembered(page: Page, portal):
    page.goto(f"{portal}/en/contact/")
    page.get_by_role("navigation", name="Choose a language").get_by_role(
        "link", name="日本語"
    ).click()
    expect(page).to_have_url(f"{portal}/ja/contact/")

    page.goto(f"{portal}/")
    expect(page).to_have_url(f"{portal}/ja/contact/")


def test_language_is_switched_at_the_top(page: Page, portal):
    page.goto(f"{portal}/en/contact/")
    page.locator(".language-menu summary").click()
    page.locator(".language-menu").get_by_role("link", name="Deutsch").click()

    expect(page).to_have_url(f"{portal}/de/contact/")


def test_language_menu_closes_with_escape_and_gives_the_focus_back(page: Page, portal):
    page.goto(f"{portal}/en/contact/")
    page.locator(".language-menu summary").click()
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")

    expect(page.locator(".language-menu")).not_to_have_attribute("open", "")
    expect(page.locator(".language-menu summary")).to_be_focused()


def test_switcher_stands_at_the_bottom_right(page: Page, portal):
    page.goto(f"{portal}/en/contact/")
    box = page.locator(".language-switcher").bounding_box()
    height = page.evaluate("document.documentElement.scrollHeight")

    assert box["x"] > 640
    assert height - box["y"] - box["height"] < 120


def test_current_language_is_marked(page: Page, portal):
    page.goto(f"{portal}/sv/contact/")

    expect(page.locator(".language-switcher a[aria-current=page]")).to_have_text("Svenska")


def test_notice_is_shown_in_the_language_of_the_browser(browser: Browser, portal):
    context = browser.new_context(locale="de-AT")
    context.clock.set_fixed_time(MONDAY_05_UTC)
    page = context.new_page()
    page.goto(f"{portal}/en/contact/")
    notice = page.locator(".notice:visible")

    expect(notice).to_have_count(1)
    expect(notice).to_have_attribute("lang", "de")
    notice.get_by_role("link").click()
    expect(page).to_have_url(f"{portal}/de/contact/")
    expect(page.locator(".notice:visible")).to_have_count(0)
    context.close()


def test_notice_that_was_dismissed_stays_away(browser: Browser, portal):
    context = browser.new_context(locale="ja-JP")
    context.clock.set_fixed_time(MONDAY_05_UTC)
    page = context.new_page()
    page.goto(f"{portal}/en/contact/")
    page.locator(".notice:visible").get_by_role("button").click()
    expect(page.locator(".notice:visible")).to_have_count(0)

    page.reload()
    expect(page.locator("main")).to_be_visible()
    expect(page.locator(".notice:visible")).to_have_count(0)
    context.close()


def test_axe_finds_nothing_with_a_notice(browser: Browser, portal):
    from axe_playwright_python.sync_playwright import Axe

    context = browser.new_context(locale="ja-JP")
    context.clock.set_fixed_time(MONDAY_05_UTC)
    page = context.new_page()
    page.goto(f"{portal}/en/contact/")
    expect(page.locator(".notice:visible")).to_have_count(1)

    assert Axe().run(page).violations_count == 0
    context.close()


def test_browser_in_a_language_that_is_none_of_ours_sees_no_notice(browser: Browser, portal):
    context = browser.new_context(locale="fi-FI")
    context.clock.set_fixed_time(MONDAY_05_UTC)
    page = context.new_page()
    page.goto(f"{portal}/en/contact/")

    expect(page.locator("main")).to_be_visible()
    expect(page.locator(".notice:visible")).to_have_count(0)
    context.close()


def test_keyboard_reaches_the_content_first(page: Page, portal):
    page.goto(f"{portal}/en/contact/")
    page.keyboard.press("Tab")

    expect(page.get_by_role("link", name="Skip to content")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("#main$"))


def test_department_can_be_linked_to(page: Page, portal):
    page.goto(f"{portal}/en/contact/#sales")

    expect(page.locator("#sales")).to_be_in_viewport()


def test_states_differ_in_shape_not_in_colour_alone(page: Page, portal):
    page.goto(f"{portal}/en/contact/")
    background = """(selector) => getComputedStyle(
        document.querySelector(selector), "::before").backgroundColor"""

    assert page.evaluate(background, ".state-closed .state-word") == "rgba(0, 0, 0, 0)"
    assert page.evaluate(background, ".state-open .state-word") != "rgba(0, 0, 0, 0)"


def test_japanese_has_no_missing_glyph(page: Page, portal):
    """A font that lacks a character draws the same box for it as for an unassigned one."""
    page.goto(f"{portal}/ja/contact/")
    missing = """() => {
        const canvas = document.createElement("canvas").getContext("2d");
        const family = getComputedStyle(document.body).fontFamily;
        const draw = (character) => {
            canvas.clearRect(0, 0, 40, 40);
            canvas.font = `24px ${family}`;
            canvas.fillText(character, 4, 28);
            return canvas.getImageData(0, 0, 40, 40).data.join();
        };
        const box = draw("\\u{0378}");
        const characters = new Set(document.body.innerText.replace(/\\s/g, ""));
        return [...characters].filter((character) => draw(character) === box);
    }"""

    assert page.evaluate(missing) == []


def test_print_leaves_out_what_only_a_screen_can_use(page: Page, portal):
    page.goto(f"{portal}/en/contact/")
    page.emulate_media(media="print")

    expect(page.locator(".language-switcher")).to_be_hidden()
    expect(page.locator("article.department").first).to_be_visible()


def test_forced_colours_keep_the_states_apart(page: Page, portal, axe_violations):
    page.emulate_media(forced_colors="active")
    page.goto(f"{portal}/en/contact/")

    expect(page.locator(".state-open").first).to_be_visible()
    assert axe_violations() == {}


def test_print_unfolds_everything(page: Page, portal):
    page.goto(f"{portal}/en/contact/")
    page.emulate_media(media="print")

    expect(page.locator(".channel").get_by_text("sales@example.com")).to_be_visible()
    expect(page.locator("#section-team")).to_be_visible()
    expect(page.locator("#sales .more .languages")).to_be_visible()


def test_open_desk_is_reached_with_one_press_and_without_scrolling_on_a_phone(page, portal):
    page.set_viewport_size({"width": 390, "height": 844})
    for language in SITE_LANGUAGES:
        page.goto(f"{portal}/{language}/contact/?languages=en")
        expect(page.locator(".read .button").first).to_be_in_viewport(ratio=1)
