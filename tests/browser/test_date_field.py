"""The date control of the desk in a real browser."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Page, expect

from support.models import SpecialHours, StaffProfile

pytestmark = pytest.mark.django_db(transaction=True)


def words(page: Page, box: str):
    return page.locator(f"output[for={box}]")


def test_what_was_understood_is_told_at_once(page: Page, signed_in):
    page.goto(f"{signed_in}/support/specialhours/add/")
    page.locator("#id_first_day").fill("5/12/2026")
    expect(words(page, "id_first_day")).to_have_text("Saturday 5 December 2026")

    page.locator("#id_first_day").fill("5/13/2026?")
    expect(words(page, "id_first_day")).to_contain_text("isn’t a date we recognise")

    page.locator("#id_first_day").fill("")
    expect(words(page, "id_first_day")).to_have_text("")


def test_today_is_today_on_ones_own_clock(page: Page, signed_in, clock):
    StaffProfile.objects.create(user=User.objects.get(), zone="Asia/Tokyo")
    clock.stop_at("2026-11-25T23:58:00+00:00")
    page.goto(f"{signed_in}/support/specialhours/add/")
    page.get_by_role("button", name="Today").first.click()

    expect(page.locator("#id_first_day")).to_have_value("2026-11-26")
    expect(words(page, "id_first_day")).to_have_text("Thursday 26 November 2026")
    expect(page.get_by_text("server time")).to_have_count(0)


def test_window_that_is_added_has_the_control(page: Page, signed_in):
    page.goto(f"{signed_in}/support/department/")
    page.get_by_role("link", name="Finance").click()
    page.get_by_role("button", name="Add another Language window").click()
    row = page.locator("#windows-1")
    row.get_by_text("Validity dates").click()

    assert row.get_by_role("button", name="Today").count() == 2


def test_past_date_is_asked_about_and_taken_when_it_is_meant(
    page: Page, signed_in, axe_violations_light_and_dark
):
    page.goto(f"{signed_in}/support/specialhours/add/")
    page.locator("#id_first_day").fill("12/05/2026")
    page.get_by_label("Closed all day").check()
    page.get_by_role("button", name="Save", exact=True).first.click()

    expect(page.get_by_text("Tuesday 12 May 2026 is in the past")).to_be_visible()
    assert axe_violations_light_and_dark() == {}
    page.get_by_label("Use this past date").check()
    page.get_by_role("button", name="Save", exact=True).first.click()

    expect(page.locator(".messagelist .success")).to_be_visible()
    assert SpecialHours.objects.get().first_day.isoformat() == "2026-05-12"
