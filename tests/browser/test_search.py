from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from support.locales.languages import SITE_LANGUAGES
from tests.page_search.search_examples import EXAMPLES, ORDERS, PLACES, SHOWN

pytestmark = pytest.mark.django_db(transaction=True)

MODULE = "/static/support/search.js"

MARKED = """async ([module, examples]) => {
    const { find, marked } = await import(module);
    return examples.map(([typed, text]) => find([{ parts: [{ text, isHeading: true }] }], typed)
        .flatMap(() => marked(text, typed))
        .filter(([, isMarked]) => isMarked).map(([part]) => part));
}"""

FOUND = """async ([module, queries, sections]) => {
    const { find } = await import(module);
    return queries.map((typed) => find(
        sections.map(([title, texts]) => ({
            parts: [{ text: title, isHeading: true }, ...texts.map((text) => ({ text }))],
        })),
        typed,
    ).map(({ section, shown }) => [section.parts[0].text, shown && shown.text]));
}"""


def box(page: Page):
    return page.get_by_role("searchbox")


def said(page: Page):
    return page.get_by_role("search").get_by_role("status")


def results(page: Page):
    return page.locator(".search-panel").get_by_role("listitem")


def test_words_are_found_however_they_are_written(page: Page, portal):
    page.goto(f"{portal}/en/contact/")
    found = page.evaluate(MARKED, [MODULE, [[typed, text] for typed, text, _ in EXAMPLES]])

    assert found == [parts for _, _, parts in EXAMPLES]


def test_sections_that_have_every_word_are_found_and_titles_come_first(page: Page, portal):
    page.goto(f"{portal}/en/contact/")
    found = page.evaluate(FOUND, [MODULE, [typed for typed, _ in ORDERS], PLACES])

    assert [[title for title, _ in each] for each in found] == [titles for _, titles in ORDERS]


def test_part_that_has_most_of_what_the_title_lacks_is_shown(page: Page, portal):
    page.goto(f"{portal}/en/contact/")
    found = page.evaluate(FOUND, [MODULE, [typed for typed, _ in SHOWN], PLACES])

    assert [each[0][1] for each in found] == [text for _, text in SHOWN]


@pytest.mark.parametrize(
    ("language", "typed", "title", "place"),
    [
        ("ja", "請求", "ライブチャット", "section-live-chat"),
        ("en", "invoice", "How live chat works", "section-live-chat"),
    ],
)
def test_answer_is_found_while_typing(page: Page, portal, language, typed, title, place):
    page.goto(f"{portal}/{language}/contact/")
    box(page).press_sequentially(typed)
    result = results(page).filter(has_text=title).first

    expect(result.locator("mark")).to_have_text([typed])
    expect(page.locator(".search-none")).to_be_hidden()
    result.get_by_role("link").click()
    expect(page).to_have_url(re.compile(f"#{place}$"))
    expect(page.locator(f"#{place}")).to_be_in_viewport()
    expect(page.locator(".search-panel")).to_be_hidden()


def test_search_goes_on_in_the_resource_centre_with_the_words_typed(page: Page, portal):
    page.goto(f"{portal}/en/contact/")
    box(page).fill("tea & “biscuits”")
    onward = page.get_by_role("link", name="Search the resource centre for “tea & “biscuits””")

    expect(said(page)).to_have_text("No results on the contact page.")
    expect(onward).to_have_attribute(
        "href", "https://www.example.com/?s=tea%20%26%20%E2%80%9Cbiscuits%E2%80%9D"
    )


def test_search_needs_no_mouse(page: Page, portal):
    page.goto(f"{portal}/en/contact/")
    box(page).focus()
    page.keyboard.type("sales jap")
    expect(said(page)).to_have_text("Results: 2")

    page.keyboard.press("Enter")
    expect(results(page).first.get_by_role("link")).to_be_focused()
    page.keyboard.press("Escape")
    expect(box(page)).to_be_focused()
    expect(box(page)).to_have_value("")
    expect(page.locator(".search-panel")).to_be_hidden()


def test_result_within_something_folded_unfolds_it(page: Page, portal):
    page.goto(f"{portal}/en/contact/")
    page.evaluate(
        """() => {
            const folded = document.createElement("details");
            folded.innerHTML = "<summary>More</summary><p>Zebra crossing</p>";
            document.getElementById("sales").append(folded);
        }"""
    )
    box(page).fill("zebra")
    results(page).get_by_role("link").click()

    expect(page.locator("#sales").get_by_text("Zebra crossing")).to_be_in_viewport()


def test_axe_finds_nothing_among_results_and_nothing_moves(page: Page, portal, axe_violations):
    page.set_viewport_size({"width": 320, "height": 800})
    page.goto(f"{portal}/de/contact/")
    before = page.locator("h1").bounding_box()
    box(page).fill("chat")

    expect(results(page).first).to_be_visible()
    assert axe_violations() == {}
    assert page.locator("h1").bounding_box() == before
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_page_of_results_is_there_without_javascript(browser: Browser, portal):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    for language in SITE_LANGUAGES:
        page.goto(f"{portal}/{language}/contact/")
        box(page).fill("kinsta")
        box(page).press("Enter")

        expect(page).to_have_url(f"{portal}/{language}/contact/search?q=kinsta")
        page.locator("main .search-results a").first.click()
        expect(page).to_have_url(re.compile(f"{portal}/{language}/contact/#.+"))
    context.close()
