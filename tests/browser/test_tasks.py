"""A support manager's tasks, with what each takes: clicks, and entries typed."""

from __future__ import annotations

from datetime import date, time

import pytest
from playwright.sync_api import Locator, Page, expect

from support.models import Closure, Department, SpecialHours
from tests import factories


class Hand:
    """Counts what a person does."""

    def __init__(self) -> None:
        self.clicks = 0
        self.entries = 0

    def click(self, target: Locator) -> None:
        target.click()
        self.clicks += 1

    def type(self, target: Locator, text: str) -> None:
        target.fill(text)
        self.entries += 1

    @property
    def took(self) -> tuple[int, int]:
        return self.clicks, self.entries


@pytest.fixture
def hand() -> Hand:
    return Hand()


def test_everybody_is_closed_at_christmas_in_three_languages(page: Page, signed_in, hand):
    page.goto(signed_in)

    hand.click(page.locator(".model-specialhours").get_by_role("link", name="Add"))
    hand.type(page.locator(":focus"), "24 Dec 2026")
    hand.type(page.get_by_label("Last day"), "26 Dec 2026")
    hand.click(page.get_by_label("Closed all day"))
    hand.type(page.get_by_label("Reason · English"), "Christmas")
    hand.type(page.get_by_label("Reason · Deutsch"), "Weihnachten")
    hand.type(page.get_by_label("Reason · 日本語"), "クリスマス")
    hand.click(page.get_by_role("button", name="Save", exact=True).first)

    expect(page.get_by_text("This is for: All departments.")).to_be_visible()
    row = SpecialHours.objects.get()
    assert (row.first_day, row.last_day) == (date(2026, 12, 24), date(2026, 12, 26))
    assert (row.department, row.effect) == (None, "closed")
    assert (row.reason_en, row.reason_de, row.reason_ja) == (
        "Christmas",
        "Weihnachten",
        "クリスマス",
    )
    assert hand.took == (3, 5)


def test_one_saturday_is_open(page: Page, signed_in, hand):
    page.goto(signed_in)

    sales = page.locator(".open-now tr").filter(has_text="Sales")
    hand.click(sales.get_by_role("link", name="German"))
    hand.type(page.locator(":focus"), "28 Nov 2026")
    hand.type(page.get_by_label("Opens"), "9-13")
    hand.click(page.get_by_role("button", name="Save", exact=True).first)

    expect(page.get_by_text("This is for: Sales: German.")).to_be_visible()
    row = SpecialHours.objects.get()
    assert (row.first_day, row.languages, row.effect) == (date(2026, 11, 28), ("de",), "hours")
    assert (row.opens, row.closes, row.zone) == (time(9), time(13), "UTC")
    assert hand.took == (2, 2)


def test_department_is_opened_again(page: Page, signed_in, hand, axe_violations):
    factories.closure("2026-11-23 04:00", None, department=Department.objects.get(slug="sales"))
    page.goto(signed_in)
    assert axe_violations() == {}

    hand.click(page.get_by_role("button", name="Open again: Sales"))

    expect(page.get_by_text("Sales: this closure has ended.")).to_be_visible()
    assert Closure.objects.get().ends_on == date(2026, 11, 23)
    assert hand.took == (1, 0)


def test_question_is_answered(page: Page, signed_in, hand):
    page.goto(signed_in)

    hand.click(page.get_by_role("link", name="Does 12:00 mean noon, not midnight?"))
    hand.type(page.locator(":focus"), "Noon.")
    hand.click(page.get_by_role("button", name="Save", exact=True).first)

    expect(page.get_by_text("was changed successfully")).to_be_visible()
    assert hand.took == (2, 1)
