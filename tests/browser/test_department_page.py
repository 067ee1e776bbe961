"""The page of a department, and why it is open or closed, in a real browser."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import BUT_COLOURS

pytestmark = pytest.mark.django_db(transaction=True)

UNFOLD = "for (const why of document.querySelectorAll('.why')) why.open = true"


def test_axe_finds_nothing_with_every_rule_unfolded(page: Page, portal, axe_violations):
    page.goto(f"{portal}/ja/contact/sales/")
    page.evaluate(UNFOLD)
    assert axe_violations() == {}

    for language in ("de", "da"):
        page.goto(f"{portal}/{language}/contact/sales/")
        page.evaluate(UNFOLD)
        assert axe_violations(**BUT_COLOURS) == {}, language


def test_page_is_never_wider_than_the_screen(page: Page, portal):
    page.set_viewport_size({"width": 320, "height": 700})
    for language in ("ja", "de"):
        page.goto(f"{portal}/{language}/contact/account-management/")
        page.evaluate(UNFOLD)
        assert page.evaluate("document.documentElement.scrollWidth") == 320, language


def test_rule_is_unfolded_from_the_keyboard_and_without_javascript(browser: Browser, portal):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{portal}/en/contact/sales/")
    why = page.locator(".why", has_text="(Japanese)").first

    expect(why.locator("p:visible")).to_have_count(0)
    why.locator("summary").press("Enter")

    expect(why.locator("[data-rule]:visible")).to_have_count(1)
    expect(why.locator("[data-rule]:visible")).to_contain_text("Mon–Fri 10:00–18:00 (Japan time)")
    context.close()


def test_whole_page_leads_to_a_department_and_back(page: Page, portal):
    page.goto(f"{portal}/en/contact/")
    page.locator("#sales-heading").get_by_role("link").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Sales")

    page.get_by_role("link", name="All departments").first.click()
    expect(page).to_have_url(f"{portal}/en/contact/")
