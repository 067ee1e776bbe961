"""The staff's desk, as staff use it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from support.models import Department, LanguageWindow


@pytest.fixture
def danish_gap(signed_in) -> None:
    Department.objects.filter(slug="sales").update(name_da="")


@pytest.fixture
def japanese_calendar(signed_in) -> None:
    LanguageWindow.objects.filter(language="ja").update(holidays="JP")


def test_missing_text_is_found_and_written(page: Page, signed_in, danish_gap, axe_violations):
    page.goto(f"{signed_in}/translations/")
    assert axe_violations() == {}
    page.get_by_role("link", name="Translate into Dansk").click()
    expect(page.get_by_role("heading", name="Translations: Dansk")).to_be_visible()
    assert axe_violations() == {}

    page.get_by_label("Name · Sales").fill("Salg")
    page.get_by_role("button", name="Save").click()

    expect(page.get_by_text("1 text saved.")).to_be_visible()
    page.goto(f"{signed_in}/../da/contact/")
    expect(page.get_by_role("heading", name="Salg", exact=True)).to_be_visible()


def test_coming_holiday_is_confirmed_and_overruled(
    page: Page, signed_in, japanese_calendar, axe_violations
):
    page.goto(f"{signed_in}/holidays/?department=sales")
    assert axe_violations() == {}

    page.get_by_role("button", name="Confirm Sales, 11 Jan 2027").click()
    expect(page.get_by_text("Confirmed: Sales, 11 Jan 2027, 成人の日")).to_be_visible()

    page.get_by_role("button", name="We work on this day Sales, 11 Jan 2027").click()
    line = page.get_by_role("row").filter(has_text="11 Jan 2027")
    expect(line.get_by_role("link", name="Special hours")).to_be_visible()
