"""The staff's desk, as staff use it."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from support.models import Department, LanguageWindow, Organization


@pytest.fixture
def danish_gap(signed_in) -> None:
    Department.objects.filter(slug="sales").update(name_da="")


@pytest.fixture
def japanese_calendar(signed_in) -> None:
    LanguageWindow.objects.filter(language="ja").update(holidays="JP")


def test_missing_text_is_found_and_written(page: Page, signed_in, danish_gap):
    page.goto(f"{signed_in}/translations/")
    page.get_by_role("link", name="Translate into Dansk").click()
    expect(page.get_by_role("heading", name="Translations: Dansk")).to_be_visible()

    page.get_by_label("Name · Sales").fill("Salg")
    page.get_by_role("button", name="Save").click()

    expect(page.get_by_text("1 text saved.")).to_be_visible()
    page.goto(f"{signed_in}/../da/contact/")
    expect(page.get_by_role("heading", name="Salg", exact=True)).to_be_visible()


def test_coming_holiday_is_confirmed_and_overruled(page: Page, signed_in, japanese_calendar):
    page.goto(f"{signed_in}/holidays/?department=sales")
    page.get_by_role("button", name="Confirm Sales · 11 Jan 2027").click()
    expect(page.get_by_text("Confirmed: Sales · 11 Jan 2027 · 成人の日")).to_be_visible()

    page.get_by_role("button", name="We work on this day Sales · 11 Jan 2027").click()
    line = page.get_by_role("row").filter(has_text="11 Jan 2027")
    expect(line.get_by_role("link", name="Special hours")).to_be_visible()


def test_departments_are_moved_by_buttons_and_by_typing_a_place(page: Page, signed_in):
    page.goto(f"{signed_in}/departments/order/")
    first, second, third = page.locator(".order label").all_inner_texts()[:3]

    page.get_by_role("button", name="Move down").first.click()
    assert page.locator(".order label").all_inner_texts()[:3] == [second, first, third]
    page.get_by_role("spinbutton").nth(2).fill("1")
    page.get_by_role("spinbutton").nth(2).press("Tab")
    assert page.locator(".order label").all_inner_texts()[:3] == [third, second, first]
    page.get_by_role("button", name="Save").click()

    expect(page.get_by_text("The new order has been saved.")).to_be_visible()
    shown = page.locator("#result_list .field-title").all_inner_texts()[:3]
    assert [f"{name}:" for name in shown] == [third, second, first]


def test_department_is_drawn_to_another_place(page: Page, signed_in):
    page.goto(f"{signed_in}/departments/order/")
    labels = page.locator(".order label")
    first, second = labels.all_inner_texts()[:2]

    page.locator(".order li").nth(1).drag_to(
        page.locator(".order li").first, target_position={"x": 5, "y": 2}
    )

    assert labels.all_inner_texts()[:2] == [second, first]
    expect(page.get_by_role("spinbutton").first).to_have_value("1")


def test_department_is_copied_with_two_clicks(page: Page, signed_in, axe_violations):
    sales = Department.objects.get(slug="sales")
    page.goto(f"{signed_in}/support/department/{sales.pk}/change/")
    page.get_by_label("Name of the copy").fill("Trade fair")
    page.get_by_role("button", name="Copy", exact=True).click()

    expect(
        page.get_by_text("Trade fair has been created as a copy of Sales. It is a draft")
    ).to_be_visible()
    expect(page.get_by_label("Visibility")).to_have_value("draft")
    assert axe_violations() == {}


def test_axe_finds_nothing_on_the_look_and_languages_of_the_company(
    page: Page, signed_in, axe_violations_light_and_dark_on_a_phone_too
):
    page.goto(f"{signed_in}/support/organization/1/change/")
    page.get_by_label("Colour:").fill("#ffcc00")
    page.get_by_role("button", name="Save", exact=True).first.click()
    expect(page.get_by_role("button", name="Use #806600 instead")).to_be_visible()
    assert axe_violations_light_and_dark_on_a_phone_too("#content-main") == {}

    page.get_by_role("button", name="Use #806600 instead").click()
    page.goto(f"{signed_in}/../en/contact/")
    expect(page.locator('link[href="/look/806600.css"]')).to_be_attached()
    assert axe_violations_light_and_dark_on_a_phone_too() == {}


def test_page_in_one_language_works_without_a_menu_of_languages(
    page: Page, signed_in, axe_violations
):
    others = ("da", "de", "es", "fr", "it", "ja", "nl", "pt", "sv")
    company = Organization.objects.get()
    company.hidden_languages = others
    company.save()
    page.goto(f"{signed_in}/../ja/contact/")

    expect(page).to_have_url(re.compile("/en/contact/$"))
    expect(page.locator(".language-menu")).to_have_count(0)
    assert axe_violations() == {}
