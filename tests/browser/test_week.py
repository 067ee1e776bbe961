"""A department's hours, edited as lines of a week."""

from __future__ import annotations

from datetime import date

import pytest
from playwright.sync_api import Browser, Page, expect

from support.models import Department, LanguageWindow
from support.schedule import format_weekdays

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def sales(page: Page, signed_in) -> Department:
    """Opens the department's page."""
    row = Department.objects.get(slug="sales")
    page.goto(f"{signed_in}/support/department/{row.pk}/change/")
    return row


def save(page: Page) -> None:
    page.get_by_role("button", name="Save", exact=True).first.click()
    expect(page.locator(".messagelist .success")).to_be_visible()


def hours_of(language: str) -> list[tuple[str, str, str]]:
    rows = LanguageWindow.objects.filter(department__slug="sales", language=language)
    return [
        (format_weekdays(row.weekdays), f"{row.opens:%H:%M}", f"{row.closes:%H:%M}")
        for row in rows.order_by("opens", "pk")
    ]


def test_lunch_break_in_two_languages_takes_two_entries(page: Page, sales):
    page.locator("#id_windows-1-hours").fill("10-12, 13-18")
    page.locator("#id_windows-2-hours").fill("8-12 13-16")
    save(page)

    assert hours_of("ja") == [
        ("MO,TU,WE,TH,FR", "10:00", "12:00"),
        ("MO,TU,WE,TH,FR", "13:00", "18:00"),
    ]
    assert hours_of("de") == [
        ("MO,TU,WE,TH,FR", "08:00", "12:00"),
        ("MO,TU,WE,TH,FR", "13:00", "16:00"),
    ]


def test_line_says_at_once_what_is_typed(page: Page, sales):
    line = page.locator("#windows-1")
    line.get_by_label("Hours", exact=True).fill("22-6")
    expect(line.locator(".week-words")).to_have_text("Japanese: Mon–Fri 22:00–06:00 (Asia/Tokyo)")

    line.get_by_label("Hours", exact=True).fill("9")
    expect(line.locator(".week-mistake")).to_contain_text("“9” is only one time.")


def test_days_and_hours_are_filled_in_by_one_click(page: Page, sales):
    line = page.locator("#windows-1")
    line.get_by_text("More", exact=True).click()
    line.get_by_role("button", name="Every day").click()
    line.get_by_role("button", name="24 hours").click()
    save(page)

    assert hours_of("ja") == [("MO,TU,WE,TH,FR,SA,SU", "00:00", "00:00")]


def test_other_hours_are_given_to_a_day_that_is_unticked(page: Page, sales):
    line = page.locator("#windows-1")
    line.get_by_label("Friday").uncheck()
    line.get_by_text("More", exact=True).click()
    line.get_by_role("button", name="More days").click()
    new = page.locator("#windows-7")
    expect(new.get_by_label("Hours", exact=True)).to_be_focused()
    expect(new.get_by_label("Friday")).to_be_checked()
    expect(new.get_by_label("Saturday")).not_to_be_checked()
    page.keyboard.type("10-15")
    save(page)

    assert hours_of("ja") == [("MO,TU,WE,TH", "10:00", "18:00"), ("FR", "10:00", "15:00")]


def test_language_is_copied_with_all_its_rules(page: Page, signed_in, sales):
    row = LanguageWindow.objects.get(department=sales, language="ja")
    row.holidays, row.holidays_except, row.season = (
        "JP",
        ("Labor Thanksgiving Day",),
        "04-01..10-31",
    )
    row.label_en = "Business hours"
    row.full_clean()
    row.save()
    page.reload()
    page.locator("#windows-1").get_by_role("button", name="Another language").click()
    expect(page.locator("#id_windows-7-language")).to_be_focused()
    page.keyboard.type("Danish")
    save(page)

    copy = LanguageWindow.objects.get(department=sales, language="da")
    assert hours_of("da") == [("MO,TU,WE,TH,FR", "10:00", "18:00")]
    assert (copy.zone, copy.holidays, copy.label_en) == ("Asia/Tokyo", "JP", "Business hours")
    assert copy.holidays_except == ("Labor Thanksgiving Day",)
    assert str(copy.season) == "04-01..10-31"


def test_folded_fields_come_when_they_are_opened(page: Page, sales):
    line = page.locator("#windows-1")
    line.get_by_text("More", exact=True).click()
    line.get_by_text("Validity dates").click()
    line.get_by_label("Valid from").fill("2027-01-01")
    expect(line.locator(".date-in-words").first).to_contain_text("1 January 2027")
    save(page)

    window = LanguageWindow.objects.get(department=sales, language="ja")
    assert window.valid_from == date(2027, 1, 1)


@pytest.mark.parametrize(("width", "height"), [(1280, 1200), (390, 2400)])
def test_seven_languages_fit_on_a_screen_or_two(page: Page, sales, width, height):
    page.set_viewport_size({"width": width, "height": 900})

    assert page.locator("#windows-group .week-line.has_original").count() == 7
    assert page.evaluate("document.documentElement.scrollHeight") <= height
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_everything_goes_without_javascript(browser: Browser, portal, signed_in, context):
    other = browser.new_context(java_script_enabled=False, storage_state=context.storage_state())
    page = other.new_page()
    sales = Department.objects.get(slug="sales")
    page.goto(f"{signed_in}/support/department/{sales.pk}/change/")
    page.locator("#id_windows-1-hours").fill("10-12, 13-18")
    page.locator("#windows-1").get_by_text("More", exact=True).click()
    page.locator("#windows-1").get_by_text("Validity dates").click()
    page.locator("#windows-1").get_by_role("button", name="Show these fields").first.click()
    page.locator("#id_windows-1-valid_from").fill("2027-01-01")
    page.get_by_role("button", name="Add another language window").click()
    new = page.locator("#windows-7")
    new.get_by_label("Language").fill("Danish")
    new.get_by_label("Time zone").fill("Europe/Copenhagen")
    new.get_by_label("Hours", exact=True).fill("24h")
    save(page)
    other.close()

    assert hours_of("ja") == [
        ("MO,TU,WE,TH,FR", "10:00", "12:00"),
        ("MO,TU,WE,TH,FR", "13:00", "18:00"),
    ]
    assert hours_of("da") == [("MO,TU,WE,TH,FR", "00:00", "00:00")]
