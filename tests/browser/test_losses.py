"""Everybody is closed on 24–26 December, although some have hours of their own."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from support.models import Department
from tests import factories

# No special hours keep it open, so it is the only one that is still told.
NIGHT_SHIFT = (
    "Malware and abuse in English stays open on Thu 24 Dec 2026 until 06:00 (UTC): the shift that "
    "starts the day before runs to its end."
)


@pytest.fixture
def december(signed_in) -> None:
    sales = Department.objects.get(slug="sales")
    factories.hours_on(
        "2026-12-01/2026-12-31", "11:00-19:00 Asia/Tokyo", department=sales, language="ja"
    )


def test_those_who_would_stay_open_are_closed_from_the_preview(
    page: Page, signed_in, december, axe_violations
):
    page.goto(f"{signed_in}/support/specialhours/add/")
    page.get_by_label("First day").fill("2026-12-24")
    page.get_by_label("Last day").fill("2026-12-26")
    page.get_by_label("Closed all day").check()
    page.get_by_role("button", name="Preview", exact=True).first.click()
    expect(page.get_by_text("Sales in Japanese stays open on 24–26 Dec 2026")).to_be_visible()
    assert axe_violations() == {}

    page.get_by_role("button", name="Preview with these closed too").click()
    expect(page.get_by_label("Also close departments that other special hours")).to_be_checked()
    expect(page.get_by_text("stays open on")).to_have_text([NIGHT_SHIFT])
    page.get_by_role("button", name="Save", exact=True).first.click()

    expect(page.get_by_text("was added successfully")).to_be_visible()
    expect(page.get_by_text("stays open on")).to_have_text([f"{NIGHT_SHIFT} Add a closure"])
    page.goto(f"{signed_in}/../en/contact/sales/")
    exceptions = page.get_by_role("listitem").filter(has_text="Wed 23 Dec")
    expect(exceptions.filter(has_text="Sun 27 Dec").first).to_be_visible()


def test_those_who_stay_open_are_closed_after_the_save(
    page: Page, signed_in, december, axe_violations
):
    factories.closed_on("2026-12-24/2026-12-26")
    page.goto(f"{signed_in}/")
    page.get_by_role("link", name="Sales in Japanese stays open on 24–26 Dec 2026").click()
    expect(page.get_by_role("heading", name="If they close too")).to_be_visible()
    assert axe_violations() == {}

    page.get_by_role("button", name="Close them too").click()

    expect(
        page.get_by_text("The departments that were staying open are now closed too.")
    ).to_be_visible()


def test_changes_of_all_rows_are_listed(page: Page, signed_in, december):
    page.goto(f"{signed_in}/changes/")

    expect(page.get_by_role("link", name="Special hours: ")).to_be_visible()
