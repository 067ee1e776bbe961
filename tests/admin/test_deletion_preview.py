"""What a deletion would change for visitors, told before it is confirmed."""

from __future__ import annotations

import pytest
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.urls import reverse

from support.models import Department, Section, SpecialHours
from tests import factories

pytestmark = pytest.mark.django_db

NOTHING_IS_DELETED = "Preview (nothing deleted yet)"
DEPARTMENTS = reverse("admin:support_department_changelist")
SPECIAL_HOURS = reverse("admin:support_specialhours_changelist")


@pytest.fixture(autouse=True)
def monday(clock):
    clock.stop_at("2026-11-23T05:00:00+00:00")


@pytest.fixture
def closed_tuesday(sales):
    return factories.closed_on("2026-11-24", department=sales)


@pytest.fixture
def ask(staff_client):
    def page(row):
        name = f"admin:support_{row._meta.model_name}_delete"
        return staff_client.get(reverse(name, args=[row.pk])).content.decode()

    return page


@pytest.fixture
def ask_about_ticked(staff_client):
    def page(listing, *rows):
        form = {"action": "delete_selected", ACTION_CHECKBOX_NAME: [row.pk for row in rows]}
        return staff_client.post(listing, form).content.decode()

    return page


def test_deleting_special_hours_tells_which_hours_come_back(ask, closed_tuesday):
    page = ask(closed_tuesday)

    assert NOTHING_IS_DELETED in page
    assert "<strong>Japanese</strong>: adds 8 hours" in page
    assert SpecialHours.objects.count() == 1


def test_deleting_a_department_tells_what_leads_nowhere(ask, sales):
    page = ask(sales)

    assert "This department will be deleted." in page
    assert "These addresses will no longer lead anywhere: /en/contact/sales/" in page
    assert Department.objects.filter(slug="sales").exists()


def test_deleting_what_is_ticked_is_previewed_together(ask_about_ticked, initial_data):
    finance, sales = Department.objects.filter(slug__in=["finance", "sales"]).order_by("slug")

    page = ask_about_ticked(DEPARTMENTS, finance, sales)

    assert NOTHING_IS_DELETED in page
    assert page.count("This department will be deleted.") == 2


def test_ticked_special_hours_are_previewed(ask_about_ticked, closed_tuesday):
    page = ask_about_ticked(SPECIAL_HOURS, closed_tuesday)

    assert "<strong>Japanese</strong>: adds 8 hours" in page


def test_table_of_each_department_has_a_name_of_its_own(ask_about_ticked, sales, closed_tuesday):
    finance = Department.objects.get(slug="finance")
    other = factories.closed_on("2026-11-24", department=finance)

    page = ask_about_ticked(SPECIAL_HOURS, closed_tuesday, other)

    assert 'aria-label="Sales: Days that differ, in words"' in page
    assert 'aria-label="Finance: Days that differ, in words"' in page


def test_deleting_a_section_shows_what_will_be_gone(ask, initial_data):
    page = ask(Section.objects.first())

    assert "This will no longer be on the page:" in page


def test_deleting_what_changes_nothing_says_why(ask, sales):
    saturday = factories.closed_on("2026-11-28", department=sales)

    assert "Everybody this is for is closed at these times anyway, so it changes nothing." in ask(
        saturday
    )
