"""The configuration taken away as a file, edited and put in again, in a real browser."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def downloaded(page: Page, signed_in, tmp_path) -> Path:
    page.goto(f"{signed_in}/configuration/")
    with page.expect_download() as download:
        page.get_by_role("link", name="Download the configuration").click()
    path = tmp_path / download.value.suggested_filename
    download.value.save_as(path)
    return path


def edit(path: Path, right: str, wrong: str) -> None:
    path.write_text(path.read_text("utf-8").replace(right, wrong), "utf-8")


def test_file_is_edited_looked_at_and_imported(
    page: Page, portal, downloaded, axe_violations_light_and_dark
):
    assert axe_violations_light_and_dark() == {}
    edit(downloaded, "10:00-18:00", "10:00-15:00")

    page.get_by_label("File:").set_input_files(downloaded)
    page.get_by_role("button", name="Show what would change").click()

    expect(page.get_by_role("heading", name="Preview (nothing saved yet)")).to_be_visible()
    expect(page.get_by_text("Closes 18:00 → 15:00").first).to_be_visible()
    expect(page.get_by_text("removes 60 hours").first).to_be_visible()
    assert axe_violations_light_and_dark() == {}

    page.get_by_role("button", name="Import the file").first.click()

    expect(page.get_by_text("File imported")).to_be_visible()
    page.goto(f"{portal}/en/contact/#sales")
    expect(page.locator("#sales")).to_contain_text("10:00–15:00")


def test_mistakes_are_listed_and_fit_a_narrow_screen(page: Page, downloaded, axe_violations):
    edit(downloaded, "Asia/Tokyo", "Asia/Tokio")
    page.set_viewport_size({"width": 320, "height": 800})

    page.get_by_label("File:").set_input_files(downloaded)
    page.get_by_role("button", name="Show what would change").click()

    expect(page.get_by_text("This file contains 2 mistakes. Nothing was changed.")).to_be_visible()
    page.wait_for_load_state()  # its words come before its styles
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    assert axe_violations() == {}
