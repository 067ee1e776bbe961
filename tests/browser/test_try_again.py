"""The page for staff whose request found the database or the server busy."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from django.db import OperationalError
from playwright.sync_api import Page, expect

from support.admin.rows.department import DepartmentAdmin
from support.directory.current import current_directory
from support.models import Department


@dataclass
class GoneDatabase:
    is_database_gone: bool = True


@pytest.fixture
def complaints():
    """Return nothing of what the browser says of an answer of 503, which is meant here."""
    return []


def test_axe_finds_nothing_where_the_database_is_gone(
    page: Page, signed_in, monkeypatch, axe_violations_light_and_dark
):
    monkeypatch.setattr(current_directory, "watch", GoneDatabase())
    page.goto(f"{signed_in}/support/department/")

    expect(page.get_by_text("This page can’t be shown right now.")).to_be_visible()
    assert axe_violations_light_and_dark() == {}
    monkeypatch.undo()
    page.get_by_role("link", name="Try again").click()
    expect(page.get_by_role("link", name="Sales")).to_be_visible()


def test_axe_finds_nothing_where_a_save_is_to_be_tried_again_and_the_save_then_succeeds(
    page: Page, signed_in, monkeypatch, axe_violations_light_and_dark
):
    def save_model(*args, **kwargs):
        raise OperationalError("database is locked")

    sales = Department.objects.get(slug="sales")
    page.goto(f"{signed_in}/support/department/{sales.pk}/change/")
    page.get_by_text("Short name and order").click()
    page.locator("[name=slug]").fill("selling")
    with monkeypatch.context() as patch:
        patch.setattr(DepartmentAdmin, "save_model", save_model)
        page.get_by_role("button", name="Save", exact=True).first.click()
        expect(page.get_by_text("Nothing you typed has been lost.")).to_be_visible()
        assert axe_violations_light_and_dark() == {}

    page.get_by_role("button", name="Try again").click()
    expect(page.get_by_text("was changed successfully")).to_be_visible()
    assert Department.objects.get(pk=sales.pk).slug == "selling"
