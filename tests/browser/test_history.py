"""A department is put back as it was, in a real browser; two editors meet."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from support.models import Department

pytestmark = pytest.mark.django_db(transaction=True)

NOON = "2026-11-23T12:00:00+00:00"


@pytest.fixture
def sales_page(signed_in) -> str:
    return f"{signed_in}/support/department/{Department.objects.get(slug='sales').pk}"


@pytest.fixture
def closed_early(page: Page, sales_page, clock) -> str:
    """Somebody has made Japanese sales close at 15:00, and added special hours."""
    clock.stop_at(NOON)
    page.goto(f"{sales_page}/change/")
    page.locator("#id_windows-1-hours").fill("10-15")
    page.get_by_role("button", name="Save", exact=True).first.click()
    expect(page.locator(".messagelist .success")).to_be_visible()
    return sales_page


def test_department_is_put_back_from_its_history(page: Page, portal, closed_early):
    page.goto(f"{closed_early}/change/")
    page.get_by_role("link", name="History", exact=True).click()
    newest = page.locator("article.edit").first
    expect(newest.get_by_role("heading", level=2)).to_have_text(
        "23 November 2026, 12:00:00 (UTC) · admin"
    )
    expect(newest.get_by_role("row", name="Closes")).to_contain_text("18:00")

    page.get_by_role("link", name="Restore this version").click()
    expect(page.locator("#content-main")).to_contain_text("adds 60 hours")

    page.get_by_role("button", name="Restore").click()
    expect(page.locator(".messagelist .success")).to_contain_text("Restored to how it was on")
    expect(page.locator("#id_windows-1-hours")).to_have_value("10:00–18:00")
    page.goto(f"{portal}/ja/contact/#sales")
    expect(page.locator("#sales li[data-language=ja] .times").first).to_have_text("10:00～18:00")


def test_moment_is_chosen_by_date_and_time(page: Page, closed_early):
    page.goto(f"{closed_early}/history/")
    page.get_by_role("link", name="Restore an earlier version").click()
    page.get_by_label("Date").fill("2026-11-23")
    page.get_by_label("Time:", exact=True).fill("9:00")
    page.get_by_role("button", name="Show what would change").click()

    expect(page.get_by_role("row", name="Closes")).to_contain_text("15:00")


def test_history_and_putting_back_in_japanese(
    page: Page, closed_early, axe_violations_light_and_dark
):
    page.context.add_cookies([{"name": "language", "value": "ja", "url": closed_early}])
    page.goto(f"{closed_early}/history/")
    expect(page.locator("html")).to_have_attribute("lang", "ja")
    expect(page.locator("article.edit h2").first).to_contain_text("2026年11月23日 12:00:00")
    assert axe_violations_light_and_dark() == {}

    page.locator("p.put-back a").click()
    expect(page.locator("table.field-changes").first).to_contain_text("15:00")
    assert axe_violations_light_and_dark() == {}


def test_second_editor_compares_and_saves_again(page: Page, sales_page, axe_violations):
    page.goto(f"{sales_page}/change/")
    other = page.context.new_page()
    other.goto(f"{sales_page}/change/")
    other.locator("#id_windows-1-hours").fill("10-17")
    other.get_by_role("button", name="Save", exact=True).first.click()
    expect(other.locator(".messagelist .success")).to_be_visible()

    page.locator("#id_windows-1-hours").fill("11-18")
    page.get_by_role("button", name="Save", exact=True).first.click()
    expect(page.locator(".edit-conflict")).to_contain_text("Someone else changed this")
    expect(page.get_by_role("row", name="Closes 18:00 17:00 not changed")).to_be_visible()
    expect(page.get_by_role("row", name="Opens 10:00 not changed 11:00")).to_be_visible()
    expect(page.locator("#id_windows-1-hours")).to_have_value("11:00–17:00")
    assert axe_violations() == {}

    page.get_by_role("button", name="Save", exact=True).first.click()
    expect(page.locator(".messagelist .success")).to_be_visible()


def test_page_as_it_was_published_then(page: Page, portal, closed_early, clock):
    clock.stop_at("2026-11-24T05:00:00+00:00")
    page.goto(f"{portal}/admin/contact-page/?language=en&date=2026-11-23&time=11:00&zone=UTC")
    expect(page.locator("#sales")).to_contain_text("10:00–15:00")
    page.get_by_label("Hours:", exact=True).select_option("as published at that time")
    page.get_by_role("button", name="Show").click()

    expect(page.locator("#sales")).to_contain_text("10:00–18:00")
