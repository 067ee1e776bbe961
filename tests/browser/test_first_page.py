"""The staff's first page, my settings and the clock changes, used in a real browser."""

from __future__ import annotations

from datetime import date, time

import pytest
from playwright.sync_api import Page, expect

from support.models import LanguageWindow, SpecialHours, StaffProfile
from tests import factories

pytestmark = pytest.mark.django_db(transaction=True)

PATHS = ["", "my-settings/", "attention/unconfirmed/", "clock-changes/"]


@pytest.fixture
def busy(portal):
    """Something of everything that the first page tells."""
    LanguageWindow.objects.filter(language="ja").update(confirmed_until=date(2026, 10, 31))
    LanguageWindow.objects.filter(language="de").update(valid_through=date(2026, 12, 1))
    factories.department("press")
    factories.closure("2026-11-23T15:00", "2026-11-23T16:00", reason_en="Maintenance")


@pytest.fixture
def first_page(page: Page, signed_in) -> None:
    page.goto(f"{signed_in}/")


def in_japanese(page: Page) -> None:
    page.get_by_label("Language").select_option("ja")
    page.get_by_role("button", name="Change language").click()


def test_shorter_day_of_sales_in_japanese_takes_three_clicks_and_three_entries(
    page: Page, first_page
):
    page.get_by_role("row", name="Sales").get_by_role("link", name="Japanese").click()
    page.locator("#id_first_day").fill("2026-12-24")
    page.get_by_label("Other hours").check()
    page.locator("#id_opens").fill("10:00")
    page.locator("#id_closes").fill("15:00")
    page.get_by_role("button", name="Save", exact=True).first.click()

    special = SpecialHours.objects.get()
    assert (special.department.slug, special.languages) == ("sales", ("ja",))
    assert (special.first_day, special.closes) == (date(2026, 12, 24), time(15))


def test_hours_are_confirmed_with_one_click(page: Page, busy, first_page):
    page.get_by_role("button", name="Confirm until 24 May 2027: Sales").click()

    expect(page.locator(".messagelist")).to_contain_text("confirmed until 24 May 2027")
    expect(page.get_by_role("heading", name="Hours to confirm (1)")).to_be_visible()


def test_department_is_closed_for_half_an_hour_from_the_first_page(page: Page, first_page):
    page.get_by_role("row", name="Sales").get_by_role("button", name="Close now").click()

    expect(page.locator(".messagelist")).to_contain_text("Sales is closed")


def test_zone_of_the_browser_is_offered_and_saved(browser, portal, signed_in, page: Page):
    tokyo = browser.new_context(
        timezone_id="Asia/Tokyo", storage_state=page.context.storage_state()
    ).new_page()
    tokyo.goto(f"{signed_in}/my-settings/")
    expect(tokyo.get_by_label("Time zone")).to_have_value("Asia/Tokyo")
    tokyo.get_by_role("button", name="Save").click()

    expect(tokyo.get_by_label("Time zone")).to_have_value("Japan (Asia/Tokyo)")
    assert StaffProfile.objects.get().zone == "Asia/Tokyo"
    tokyo.goto(f"{signed_in}/")
    expect(tokyo.locator("#content")).to_contain_text("Times are shown in Japan time.")
    tokyo.context.close()


def test_zone_that_is_chosen_stays_whatever_the_browsers_is(
    page: Page, portal, signed_in, admin_user
):
    StaffProfile.objects.create(user=admin_user, zone="Asia/Tokyo")
    page.goto(f"{signed_in}/my-settings/")

    expect(page.get_by_label("Time zone")).to_have_value("Japan (Asia/Tokyo)")


def test_clock_changes_are_shown_from_the_departments_page(page: Page, first_page):
    page.get_by_role("link", name="Sales", exact=True).click()
    window = page.locator("#windows-1")
    window.get_by_text("More", exact=True).click()
    window.get_by_role("link", name="Clock changes").click()

    expect(page.get_by_role("heading", name="London, 28 Mar 2027")).to_be_visible()
    row = page.locator(".clock-changes table").nth(1).get_by_role("row", name="Mon 29 Mar")
    expect(row.locator("mark")).to_have_text("02:00–10:00")
    expect(page.locator("#content")).to_contain_text("No clock change in the next 12 months: Tokyo")


def test_axe_finds_nothing(page: Page, busy, signed_in, axe_violations_light_and_dark):
    for path in PATHS:
        page.goto(f"{signed_in}/{path}")
        assert axe_violations_light_and_dark() == {}, path


def test_axe_finds_nothing_in_the_clock_changes_of_a_window(
    page: Page, portal, signed_in, axe_violations
):
    window = LanguageWindow.objects.get(department__slug="sales", language="ja")
    page.goto(f"{signed_in}/clock-changes/{window.pk}/")

    assert axe_violations() == {}


def test_axe_finds_nothing_in_japanese(page: Page, busy, first_page, axe_violations):
    in_japanese(page)

    expect(page.locator("html")).to_have_attribute("lang", "ja")
    assert axe_violations() == {}


def test_page_is_never_wider_than_the_screen(page: Page, busy, signed_in):
    page.set_viewport_size({"width": 320, "height": 800})
    for path in (*PATHS, f"clock-changes/{LanguageWindow.objects.earliest('pk').pk}/"):
        page.goto(f"{signed_in}/{path}")
        assert page.evaluate("document.documentElement.scrollWidth") == 320, path
