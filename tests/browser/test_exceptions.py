"""Days that are not ordinary, entered by staff and seen by visitors in a real browser."""

from __future__ import annotations

from datetime import date

import pytest
from playwright.sync_api import Page, expect

from support.models import Department, LanguageWindow, SpecialHours
from tests import factories
from tests.browser.conftest import BUT_COLOURS

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def exceptions(portal):
    """A holiday calendar, a shorter day and a closure in the week of the stopped clock."""
    LanguageWindow.objects.filter(language="ja").update(holidays="JP")
    factories.hours_on(
        "2026-11-25",
        "10:00-15:00 Asia/Tokyo",
        department=Department.objects.get(slug="sales"),
        reason_en="Company meeting",
        reason_ja="社員総会",
    )
    factories.closure("2026-11-23T04:00", "2026-11-23T09:00", reason_en="Maintenance of the chat")


def test_axe_finds_nothing(
    page: Page, portal, exceptions, axe_violations, axe_violations_light_and_dark
):
    page.goto(f"{portal}/ja/contact/")
    expect(page.locator(".exceptions li").first).to_be_visible()
    assert axe_violations_light_and_dark() == {}

    page.goto(f"{portal}/de/contact/")
    expect(page.locator(".exceptions li").first).to_be_visible()
    assert axe_violations(**BUT_COLOURS) == {}


def test_page_is_never_wider_than_the_screen(page: Page, portal, exceptions):
    page.set_viewport_size({"width": 320, "height": 800})
    narrow = (
        "() => Math.min(...[...document.querySelectorAll('.hours li')].map((e) => e.offsetWidth))"
    )
    for language in ("ja", "de", "pt", "fr"):
        page.goto(f"{portal}/{language}/contact/")
        assert page.evaluate("document.documentElement.scrollWidth") == 320, language
        assert page.evaluate(narrow) > 200, language


def test_day_off_that_staff_enter_is_seen_by_the_visitor(page: Page, portal, signed_in):
    page.goto(f"{signed_in}/support/department/")
    page.get_by_role("link", name="Sales").click()
    page.get_by_role("link", name="Add special hours").click()
    page.locator("#id_first_day").fill("2026-11-23")
    page.get_by_label("Closed all day").check()
    page.get_by_label("Japanese").check()
    page.get_by_label("Reason · 日本語").fill("社員総会")
    page.get_by_role("button", name="Save", exact=True).first.click()

    page.goto(f"{portal}/ja/contact/#sales")
    japanese = page.locator("#sales [data-service='sales/ja']")
    expect(japanese).to_contain_text("社員総会")
    expect(page.locator(".changes")).to_contain_text("社員総会")


def test_half_an_hour_is_closed_and_taken_back(page: Page, portal, signed_in):
    page.goto(f"{signed_in}/support/department/")
    page.get_by_role("link", name="Sales").click()
    page.get_by_role("button", name="Close now for 30 minutes").click()
    closure = page.get_by_role("link", name="Change or undo").get_attribute("href")
    page.goto(f"{portal}/en/contact/#sales")
    expect(page.locator("#sales .languages > li").first).to_contain_text(
        "Closed (temporary interruption)"
    )

    page.goto(f"{portal}{closure}")
    page.get_by_role("link", name="Delete").first.click()
    page.get_by_role("button", name="Yes, I’m sure").click()
    page.goto(f"{portal}/en/contact/#sales")
    expect(page.locator("#sales .languages > li").first).to_contain_text("Open")


def test_holiday_of_a_calendar_is_worked_with_few_clicks(page: Page, portal, exceptions, signed_in):
    page.goto(f"{signed_in}/support/department/")
    page.get_by_role("link", name="Sales").click()
    page.locator("#windows-1").get_by_text("More", exact=True).click()
    page.locator("#windows-1").get_by_text("Public holidays", exact=True).click()
    page.locator("#windows-1").get_by_role("link", name="We work on this day").nth(1).click()
    page.get_by_role("button", name="Save", exact=True).first.click()

    assert SpecialHours.objects.get(effect="as-usual").first_day == date(2027, 1, 1)


def test_page_of_another_instant_is_looked_at(page: Page, portal, exceptions, signed_in):
    page.goto(f"{signed_in}/")
    page.locator(".desk-menu").get_by_role("link", name="View page at another time").click()
    page.get_by_label("Language", exact=False).first.select_option("ja")
    page.get_by_label("Date").fill("2027-01-11")
    page.get_by_label("Time:").fill("12:00")
    page.get_by_label("Time zone").fill("Asia/Tokyo")
    page.get_by_role("button", name="Show").click()

    expect(page.locator("html")).to_have_attribute("lang", "ja")
    expect(page.locator(".answer")).to_contain_text("成人の日")


def test_axe_finds_nothing_on_the_page_of_another_instant(
    page: Page, signed_in, axe_violations_light_and_dark
):
    page.goto(f"{signed_in}/contact-page/?language=ja&date=x&time=12:00&zone=Asia/Tokyo")

    assert axe_violations_light_and_dark() == {}
