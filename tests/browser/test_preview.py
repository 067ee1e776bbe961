"""Staff see what a change does before they save it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from support.models import LanguageWindow, SpecialHours

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def sales(page: Page, signed_in) -> str:
    """Opens the department's page."""
    page.goto(f"{signed_in}/support/department/")
    page.get_by_role("link", name="Sales").click()
    return signed_in


@pytest.fixture
def previewed(page: Page, sales) -> None:
    page.locator("#id_windows-1-hours").fill("10-13:30")
    page.get_by_role("button", name="Preview").first.click()
    expect(page.locator("#preview")).to_be_visible()


def preview(page: Page):
    return page.get_by_role("region", name="Preview (nothing saved yet)")


def test_preview_is_looked_at_and_saved(page: Page, portal, previewed):
    expect(preview(page)).to_contain_text("Japanese: removes 90 hours")
    expect(preview(page)).to_contain_text(
        "Right now, after: Closed · opens tomorrow at 01:00 (UTC)"
    )
    expect(preview(page)).to_be_focused()
    assert LanguageWindow.objects.filter(closes="13:30").count() == 0

    page.get_by_role("button", name="Save", exact=True).first.click()
    expect(page.locator(".messagelist .success")).to_contain_text("was changed successfully")

    page.goto(f"{portal}/ja/contact/#sales")
    expect(page.locator("#sales [data-service='sales/ja'] .times").first).to_have_text(
        "10:00～13:30"
    )


def test_row_that_was_added_is_there_after_the_preview(page: Page, sales):
    page.get_by_role("button", name="Add another Language window").click()
    page.locator("#id_windows-7-language").fill("Danish (da)")
    page.locator("#id_windows-7-zone").fill("Denmark Time (Europe/Copenhagen)")
    page.locator("#id_windows-7-hours").fill("9-17")
    page.locator("#id_windows-0-DELETE").check()
    page.get_by_role("button", name="Preview").first.click()

    expect(preview(page)).to_contain_text("Danish: adds 160 hours")
    expect(page.locator("#id_windows-7-hours")).to_have_value("9-17")
    expect(page.locator("#id_windows-0-DELETE")).to_be_checked()
    page.get_by_role("button", name="Save", exact=True).first.click()
    expect(page.locator(".messagelist .success")).to_be_visible()
    assert LanguageWindow.objects.filter(language="da").count() == 1
    assert LanguageWindow.objects.filter(department__slug="sales", language="en").count() == 0


def test_picture_is_read_as_a_table(page: Page, previewed):
    expect(preview(page).get_by_role("img", name="Opening hours before and after")).to_have_count(2)
    preview(page).get_by_text("Days that differ, in words").click()
    row = preview(page).get_by_role("row").filter(has_text="Tue 24 Nov")
    expect(row.get_by_role("cell")).to_have_text(["Japanese", "10:00–18:00", "10:00–13:30"])


def test_contact_page_opens_in_a_new_tab_as_it_would_read(page: Page, previewed):
    preview(page).get_by_label("Language").select_option("ja")
    preview(page).get_by_label("Time:").fill("14:00")
    preview(page).get_by_label("Time zone").fill("Asia/Tokyo")
    with page.expect_popup() as tab:
        page.get_by_role("button", name="Open in a new tab").click()

    opened = tab.value
    expect(opened.locator(".staff-bar")).to_contain_text("nothing saved yet")
    expect(opened.locator("#sales [data-service='sales/ja'] .times").first).to_have_text(
        "10:00～13:30"
    )
    assert LanguageWindow.objects.filter(closes="13:30").count() == 0


def test_enter_saves_as_it_always_did(page: Page, previewed):
    page.locator("#id_windows-1-hours").press("Enter")

    expect(page.locator(".messagelist .success")).to_contain_text("was changed successfully")


def test_special_hours_are_previewed_in_japanese(page: Page, portal, signed_in):
    page.goto(f"{signed_in}/support/specialhours/add/")
    page.get_by_label("Language", exact=True).first.select_option("ja")
    page.locator(".language-form button").click()
    page.locator("#id_department").select_option(label="営業部門")
    page.locator("input[name=languages][value=ja]").check()
    page.locator("#id_first_day").fill("2026-12-24")
    page.locator("#id_effect_1").check()
    page.locator("#id_opens").fill("10:00")
    page.locator("#id_closes").fill("15:00")
    page.locator("#id_zone").fill("Asia/Tokyo")
    page.locator("input[name=_preview]").first.click()

    expect(page.locator("#preview")).to_contain_text("12月24日(木) 15:00～18:00 (日本時間)")
    assert SpecialHours.objects.count() == 0


def test_departments_are_closed_on_a_date_once_it_is_confirmed(page: Page, signed_in):
    page.goto(f"{signed_in}/support/department/")
    page.get_by_role("checkbox", name="Select all objects on this page for an action").check()
    page.get_by_role("combobox", name="Action").select_option("close_on_date")
    page.get_by_role("button", name="Go").click()
    page.get_by_label("First day").fill("2026-12-24")
    page.get_by_label("Reason").fill("Company meeting")
    page.get_by_role("button", name="Preview").click()
    expect(preview(page)).to_contain_text("Japanese: removes 8 hours")
    page.get_by_role("button", name="Save").first.click()

    told = page.locator(".messagelist .success")
    expect(told).to_contain_text("Close on a date: Customer support")
    assert SpecialHours.objects.filter(reason_en="Company meeting").count() == 8


def test_axe_has_nothing_to_say_about_a_preview(page: Page, previewed, axe_violations):
    preview(page).get_by_text("Days that differ, in words").click()

    assert axe_violations("#preview") == {}


@pytest.mark.parametrize("action", ["close_on_date", "copy_language", "shift_windows"])
def test_axe_has_nothing_to_say_about_a_bulk_action(page: Page, signed_in, axe_violations, action):
    page.goto(f"{signed_in}/support/department/")
    page.locator("input.action-select").first.check()
    page.get_by_role("combobox", name="Action").select_option(action)
    page.get_by_role("button", name="Go").click()
    expect(page.get_by_role("button", name="Preview")).to_be_visible()

    assert axe_violations() == {}
