"""Rarer rules of hours, entered at the desk in a real browser."""

from __future__ import annotations

import os

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from support.models import Department, LanguageWindow
from tests import factories

pytestmark = pytest.mark.django_db(transaction=True)


def shot(page, name):
    if os.environ.get("SHOTS"):
        page.screenshot(path=f"/tmp/rules-{name}.png", full_page=True)


@pytest.mark.parametrize("language", ["en", "ja"])
def test_shots(page: Page, signed_in, language, axe_violations):
    page.context.add_cookies([{"name": "language", "value": language, "url": signed_in}])
    sales = Department.objects.get(slug="sales")
    LanguageWindow.objects.filter(department=sales).exclude(language="ja").delete()
    row = LanguageWindow.objects.get(department=sales, language="ja")
    row.holidays, row.zone, row.season = "US", "UTC", "04-01..10-31"
    row.on_holidays = "12:00-15:00"
    row.holidays_except = ("Columbus Day",)
    row.full_clean()
    row.save()
    special = factories.closed_on("2026-12-24", repeats="yearly", department=sales)
    for width in (1280, 390):
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(f"{signed_in.removesuffix('/admin')}{reverse('admin:support_department_change', args=[sales.pk])}")
        page.evaluate("document.querySelectorAll('#windows-0 details').forEach(d => (d.open = true))")
        shot(page, f"window-{language}-{width}")
        page.locator("input[name=_preview]").first.click(timeout=9000)
        expect(page.locator("#preview")).to_be_visible()
        shot(page, f"preview-{language}-{width}")
        page.goto(f"{signed_in.removesuffix('/admin')}{reverse('admin:support_specialhours_change', args=[special.pk])}")
        shot(page, f"special-{language}-{width}")
    assert axe_violations() == {}
