"""Rarer rules of hours, stated at the desk in a real browser."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from support.models import Department, LanguageWindow
from tests import factories
from tests.browser.conftest import BUT_COLOURS

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def window(portal):
    """Japanese hours of sales with every kind of rule."""
    row = LanguageWindow.objects.get(department__slug="sales", language="ja")
    row.holidays, row.zone, row.season = "GB", "UTC", "04-01..10-31"
    row.on_holidays, row.monthly = "12:00-15:00", "1,-1"
    row.holidays_except = ("Boxing Day",)
    row.full_clean()
    row.save()
    return row


@pytest.fixture
def opened(page: Page, signed_in, window):
    """The form of sales, with everything that is folded opened, in a language."""

    def open_form(language, width=1280):
        page.context.add_cookies([{"name": "language", "value": language, "url": signed_in}])
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(f"{signed_in}/support/department/{window.department_id}/change/")
        page.evaluate("document.querySelectorAll('details').forEach(each => (each.open = true))")
        return page

    return open_form


@pytest.mark.parametrize(
    ("language", "width", "looked_at"),
    [("ja", 390, {}), ("en", 1280, {}), ("de", 1280, BUT_COLOURS)],
)
def test_axe_finds_nothing_on_the_rules_of_a_window(
    opened, language, width, looked_at, axe_violations
):
    page = opened(language, width)

    expect(page.locator("#id_windows-0-monthly_0")).to_be_visible()
    assert axe_violations(**looked_at) == {}


def test_axe_finds_nothing_on_the_rules_of_special_hours(page: Page, signed_in, axe_violations):
    sales = Department.objects.get(slug="sales")
    row = factories.closed_on("2026-12-24", repeats="yearly", department=sales)
    page.goto(f"{signed_in}/support/specialhours/{row.pk}/change/")

    expect(page.locator("#id_repeats")).to_be_visible()
    assert axe_violations() == {}


def test_season_is_stated_in_a_new_window(opened, window):
    page = opened("en")
    page.get_by_text("Add another Language window").click()
    count = Department.objects.get(slug="sales").windows.count()
    new = page.locator(f"#windows-{count}")
    new.get_by_label("Language", exact=False).first.fill("Danish")
    new.get_by_label("Time zone").first.fill("UTC")
    new.get_by_label("Hours", exact=True).fill("10-14")
    new.get_by_label("First day").select_option("1")
    new.get_by_label("Month").first.select_option("April")
    new.get_by_label("Last day").select_option("31")
    new.get_by_label("Month").last.select_option("October")
    page.locator("input[name=_save]").first.click()

    expect(page.get_by_text("Next: Thu 1 Apr 2027")).to_be_visible()
    assert str(LanguageWindow.objects.get(language="da").season) == "04-01..10-31"


def test_holidays_of_a_stored_calendar_can_be_left_out(page: Page, signed_in):
    window = LanguageWindow.objects.get(department__slug="sales", language="ja")
    LanguageWindow.objects.filter(pk=window.pk).update(holidays="JP")
    page.goto(f"{signed_in}/support/department/{window.department_id}/change/")
    page.evaluate("document.querySelectorAll('details').forEach(each => (each.open = true))")

    line = page.locator(".week-line", has=page.locator(f"[name$='-id'][value='{window.pk}']"))
    line.get_by_label("Culture Day").check()
    page.locator("[name=_save]").first.click()

    expect(page.locator(".messagelist .success").first).to_be_visible()
    window.refresh_from_db()
    assert window.holidays_except == ("Culture Day",)
