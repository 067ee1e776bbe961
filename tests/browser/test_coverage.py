"""Staff look for gaps in cover, and ask why somebody answers or does not."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from support.models import LanguageWindow

pytestmark = pytest.mark.django_db(transaction=True)


def test_gap_is_found_by_clock_department_and_week(page: Page, signed_in):
    page.goto(f"{signed_in}/coverage/")
    expect(page.get_by_role("img", name="Number of departments available")).to_be_visible()
    expect(page.locator("section", has_text="Not offered")).to_contain_text("Danish: no cover")

    page.get_by_label("Time zone").fill("Japan (Asia/Tokyo)")
    page.get_by_label("Department:").select_option("Sales")
    page.get_by_role("button", name="Show").click()
    japanese = page.locator("dl div", has_text="Japanese")
    expect(japanese).to_contain_text("Mon–Fri 00:00–10:00 and 18:00–24:00")

    page.get_by_role("link", name="Next week").click()
    expect(page.get_by_text("30 Nov – 6 Dec 2026").first).to_be_visible()
    expect(page.get_by_label("Department:")).to_have_value("sales")


def test_picture_reads_as_a_table_too(page: Page, signed_in):
    page.goto(f"{signed_in}/coverage/?zone=Asia/Tokyo")
    page.locator("summary", has_text="Japanese").press("Enter")

    table = page.get_by_role("table", name="Japanese")
    expect(table.get_by_role("columnheader")).to_have_count(24)
    monday = table.get_by_role("row", name="Mon 23 Nov")
    expect(monday.get_by_role("cell").nth(9)).to_have_text("0")
    expect(monday.get_by_role("cell").nth(10)).to_have_text("2")


def test_week_is_saved_as_csv(page: Page, signed_in):
    page.goto(f"{signed_in}/coverage/")
    with page.expect_download() as download:
        page.get_by_role("link", name="Save as CSV").click()

    assert download.value.suggested_filename == "coverage-2026-11-23.csv"


def test_state_is_explained_from_the_form_of_its_department(page: Page, signed_in):
    page.goto(f"{signed_in}/support/department/")
    page.get_by_role("link", name="Sales").click()
    line = page.locator("#windows-1")
    line.get_by_text("More", exact=True).click()
    line.get_by_role("link", name="Explain").click()

    expect(page.get_by_label("Language (leave blank for all)")).to_have_value("Japanese (ja)")
    expect(page.get_by_role("heading", name="Japanese: Open")).to_be_visible()
    expect(page.get_by_role("row", name="Language window deciding rule")).to_contain_text("Mon–Fri")

    page.get_by_label("Time:", exact=True).fill("20:00")
    page.get_by_role("button", name="Show").click()
    expect(page.get_by_role("heading", name="Japanese: Closed")).to_be_visible()

    page.locator("dd").last.get_by_role("link").click()
    expect(page.get_by_role("heading", name="Japanese: Open")).to_be_visible()
    page.get_by_role("link", name="Japanese: Mon–Fri").click()
    expect(page.locator("#windows-1")).to_be_in_viewport()


def test_both_meanings_of_a_repeated_time_are_a_click_apart(page: Page, signed_in):
    page.goto(f"{signed_in}/explain/?date=2026-10-25&time=02:30&zone=Europe/Berlin")
    expect(page.locator(".explain-choice strong")).to_have_text("02:30 GMT+02:00")

    page.get_by_role("link", name="02:30 GMT+01:00").click()

    expect(page.locator(".explain-choice strong")).to_have_text("02:30 GMT+01:00")


def test_axe_finds_nothing(page: Page, signed_in, axe_violations_light_and_dark):
    LanguageWindow.objects.filter(department__slug="sales", language="de").update(opens="09:30")
    for path in ("coverage/?zone=Europe/Berlin&date=2027-03-28", "explain/"):
        page.goto(f"{signed_in}/{path}")
        for summary in page.locator("#content summary").all():
            summary.click()
        assert axe_violations_light_and_dark() == {}, path


def test_axe_finds_nothing_where_there_are_mistakes(page: Page, signed_in, axe_violations):
    for path in ("coverage/?zone=Nowhere", "explain/?zone=Nowhere&language=da"):
        page.goto(f"{signed_in}/{path}")
        assert axe_violations() == {}, path


def test_pages_fit_on_a_narrow_screen(page: Page, signed_in):
    page.set_viewport_size({"width": 320, "height": 640})
    for path in ("coverage/", "explain/"):
        page.goto(f"{signed_in}/{path}")
        for summary in page.locator("#content summary").all():
            summary.click()
        assert page.evaluate("document.querySelector('#content').scrollWidth") <= 320, path
