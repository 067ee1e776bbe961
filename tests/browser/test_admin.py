"""Staff change hours in a real browser."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from support.locales.languages import SITE_LANGUAGES
from support.models import Department
from tests.browser.conftest import BUT_COLOURS

pytestmark = pytest.mark.django_db(transaction=True)


def test_hour_is_changed_and_seen_on_the_page(page: Page, portal, admin_user):
    page.goto(f"{portal}/admin/")
    page.get_by_label("Username").fill("admin")
    page.get_by_label("Password").fill("password")
    page.get_by_role("button", name="Sign in").click()
    page.get_by_role("rowheader", name="Departments").get_by_role("link").click()
    page.get_by_role("link", name="Sales").click()
    page.locator("#id_windows-1-hours").fill("10-17:30")
    page.get_by_role("button", name="Save", exact=True).first.click()
    expect(page.locator(".messagelist .success")).to_contain_text("was changed successfully")

    page.goto(f"{portal}/ja/contact/#sales")
    expect(page.locator("#sales [data-service='sales/ja'] .times").first).to_have_text(
        "10:00～17:30"
    )


def test_window_is_added_with_the_mouse_and_the_keyboard(page: Page, portal, signed_in):
    page.goto(f"{signed_in}/support/department/")
    page.get_by_role("link", name="Finance").click()
    page.get_by_role("button", name="Add another Language window").click()
    page.locator("#id_windows-1-language").fill("Danish (da)")
    page.locator("#id_windows-1-zone").fill("Denmark Time (Europe/Copenhagen)")
    row = page.locator("#windows-1")
    row.get_by_label("Tuesday").uncheck()
    row.get_by_label("Wednesday").uncheck()
    row.get_by_label("Thursday").uncheck()
    page.locator("#id_windows-1-hours").fill("9-24")
    page.get_by_role("button", name="Save", exact=True).first.click()
    expect(page.locator(".messagelist .success")).to_be_visible()

    page.goto(f"{portal}/da/contact/")
    expect(page.locator("#finance")).to_contain_text("man. og fre. 09.00–24.00")


def test_mistake_is_told_beside_the_field(page: Page, signed_in):
    page.goto(f"{signed_in}/support/department/")
    page.get_by_role("link", name="Sales").click()
    page.locator("#id_windows-1-zone").fill("Atlantis")
    page.get_by_role("button", name="Save", exact=True).first.click()

    expect(page.locator("#windows-1 .errorlist")).to_contain_text("“Atlantis” isn’t a time zone.")
    expect(page.locator("#id_windows-1-zone")).to_have_value("Atlantis")


def test_lists_offer_languages_and_zones_by_name(page: Page, signed_in):
    page.goto(f"{signed_in}/support/department/")
    page.get_by_role("link", name="Sales").click()

    page.locator("#id_windows-0-zone").focus()
    expect(page.locator("datalist#zones option[value*='Asia/Tokyo']")).to_have_count(1)
    page.locator("#id_windows-0-language").focus()
    expect(page.locator("datalist#languages option[value='Japanese (ja)']")).to_have_count(1)


def test_language_of_the_admin_is_switched(page: Page, signed_in):
    page.goto(f"{signed_in}/support/department/")
    page.locator("#admin-language").select_option("ja")
    page.locator(".language-form button").click()

    expect(page.locator("html")).to_have_attribute("lang", "ja")
    expect(page.locator("#admin-language")).to_have_value("ja")


def test_page_of_a_department_leads_to_the_site(page: Page, portal, signed_in):
    page.goto(f"{signed_in}/support/department/")
    page.get_by_role("link", name="Finance").click()
    page.get_by_role("link", name="View on site").click()

    expect(page).to_have_url(f"{portal}/en/contact/#finance")


def test_axe_finds_nothing_on_the_page_of_a_department(page: Page, signed_in, axe_violations):
    sales = f"{signed_in}/support/department/{Department.objects.get(slug='sales').pk}/change/"
    page.goto(sales)
    assert axe_violations("#content-main") == {}

    for language in SITE_LANGUAGES:
        page.context.add_cookies([{"name": "language", "value": language, "url": signed_in}])
        page.goto(sales)
        assert axe_violations("#content-main", **BUT_COLOURS) == {}, language
