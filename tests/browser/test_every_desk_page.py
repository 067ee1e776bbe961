"""What every page of the desk has in common: nothing for axe to say, a menu, where to type."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from support.models import Department, LanguageWindow
from tests import factories

# One visit for each: a browser keeps what the pages of one have in common. Those of coverage,
# explanations, the configuration, my settings, clock changes and the second factor have their own
# tests, with more to see.
VISITS = {
    "people": [
        "auth/group/",
        "auth/group/add/",
        "auth/user/",
        "auth/user/add/",
        "password_change/",
        "password_change/done/",
        "no-such-page",
    ],
    "departments": [
        "support/department/",
        "support/department/?visibility__exact=draft",
        "support/department/1/delete/",
        "support/department/1/history/",
        "support/department/1/put-back/",
        "support/department/add/",
        "departments/order/",
    ],
    "closures": [
        "closures/1/open-again/",
        "support/closure/",
        "support/closure/1/change/",
        "support/closure/1/delete/",
        "support/closure/1/history/",
        "support/closure/add/",
    ],
    "special hours": [
        "ahead/?month=2026-12",
        "changes/",
        "holidays/",
        "support/specialhours/",
        "support/specialhours/1/delete/",
        "support/specialhours/add/",
    ],
    "what a company says": [
        "support/organization/1/change/",
        "support/channel/",
        "support/channel/add/",
        "support/channel/1/change/",
        "support/product/",
        "support/product/add/",
        "support/product/1/change/",
        "support/section/",
        "support/section/add/",
        "support/section/1/change/",
    ],
    "audiences and topics": [
        "support/",
        "support/audience/",
        "support/audience/add/",
        "support/audience/1/change/",
        "support/topic/",
        "support/topic/add/",
        "support/topic/1/change/",
        "translations/",
        "translations/da/",
    ],
    "questions": [
        "attention/questions/",
        "contact-page/",
        "support/incident/",
        "support/incident/add/",
        "support/staffquestion/",
        "support/staffquestion/1/change/",
        "support/staffquestion/add/",
        "updated-data/",
    ],
}


@pytest.fixture
def filled(signed_in) -> str:
    """Return the address of a desk on which there is something to see."""
    sales = Department.objects.get(slug="sales")
    factories.closure("2026-11-23 04:00", None, department=sales, reason_en="Broken line")
    factories.closed_on("2026-12-24/2026-12-26", reason_en="Christmas")
    LanguageWindow.objects.filter(language="ja").update(holidays="JP")
    Department.objects.filter(slug="finance").update(name_da="")
    return signed_in


@pytest.mark.parametrize("pages", VISITS.values(), ids=VISITS)
def test_axe_has_nothing_to_say(page: Page, filled, axe_violations_light_and_dark, pages):
    for below_admin in pages:
        page.goto(f"{filled}/{below_admin}")
        assert axe_violations_light_and_dark() == {}, below_admin


def test_menu_of_a_phone_is_folded_and_leads_everywhere(page: Page, filled, axe_violations):
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{filled}/support/department/")

    page.get_by_text("Menu", exact=True).click()
    expect(page.get_by_role("link", name="Special hours", exact=True)).to_be_visible()
    assert axe_violations() == {}
    page.get_by_role("navigation", name="Admin pages").get_by_role("link", name="Coverage").click()

    expect(page.get_by_role("heading", name="Coverage")).to_be_visible()


@pytest.mark.parametrize(
    ("below_admin", "name"),
    [
        ("support/department/1/change/", "windows-0-hours"),
        ("support/specialhours/add/", "first_day"),
        ("support/closure/add/", "starts_on"),
        ("my-settings/", "zone"),
        ("support/staffquestion/1/change/", "answer"),
    ],
)
def test_first_field_has_the_focus(page: Page, filled, below_admin, name):
    page.goto(f"{filled}/{below_admin}")

    expect(page.locator(f"[name={name}]").first).to_be_focused()


def test_first_mistake_has_the_focus(page: Page, filled):
    page.goto(f"{filled}/support/closure/add/")
    page.get_by_label("Closed from", exact=False).first.fill("24 Dec 2026")
    page.get_by_role("button", name="Save", exact=True).first.click()

    expect(page.locator("[name=starts_at]")).to_be_focused()


def test_days_of_the_calendar_lead_to_what_happens(page: Page, filled):
    page.goto(f"{filled}/ahead/?month=2026-12")

    page.get_by_role("link", name="Friday 25 December 2026").click()

    expect(page.locator("#day-2026-12-24")).to_be_in_viewport()
