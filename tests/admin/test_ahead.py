"""Coming up, by month."""

from __future__ import annotations

from datetime import date

import pytest
from django.contrib.auth.models import Permission, User
from django.urls import reverse

from support.models import Department, LanguageWindow, StaffProfile
from tests import factories

pytestmark = pytest.mark.django_db

AHEAD = reverse("admin:ahead")


@pytest.fixture(autouse=True)
def friday(clock):
    clock.stop_at("2026-11-27T12:00:00+00:00")


@pytest.fixture
def ahead(staff_client, initial_data):
    def page(**asked):
        return staff_client.get(AHEAD, asked).content.decode()

    return page


def test_special_hours_of_all_departments_lead_to_their_row(ahead):
    row = factories.closed_on("2026-12-24/2026-12-26", reason_en="Christmas")

    page = ahead()

    address = reverse("admin:support_specialhours_change", args=[row.pk])
    words = "All departments · 24–26 Dec 2026 · Closed all day · Christmas"
    assert f'<a href="{address}">{words}</a>' in page
    assert page.count('href="#day-2026-12-24"') == 3


def test_special_hours_that_repeat_are_told_each_time(ahead, sales):
    factories.closed_on("2025-12-24", department=sales, repeats="yearly")

    page = ahead(month="2027-12")

    assert 'id="day-2027-12-24"' in page


def test_closure_is_on_the_days_of_the_clock_of_who_asks(ahead, admin_user, sales):
    StaffProfile.objects.create(user=admin_user, zone="Asia/Tokyo")
    factories.closure("2026-12-03 20:00", "2026-12-03 21:00", department=sales)

    page = ahead()

    assert "Sales · Fri 4 Dec 2026, 05:00–06:00 Asia/Tokyo" in page
    assert 'id="day-2026-12-04"' in page


def test_closure_until_further_notice_is_told_once(ahead, sales):
    factories.closure("2026-11-20 12:00", None, department=sales)

    page = ahead()

    assert page.count("until further notice") == 1
    assert 'id="day-2026-11-27"' in page


def test_holidays_lead_to_their_page(ahead, sales):
    LanguageWindow.objects.filter(language="ja").update(holidays="JP")

    page = ahead(month="2027-01")

    assert (
        f'<a href="{reverse("admin:holidays")}?calendar=JP">'
        "Coming of Age Day (Japan): Customer support and Sales</a>" in page
    )


def test_changes_of_the_clocks_lead_to_what_they_do(ahead):
    page = ahead(month="2027-03")

    address = f"{reverse('admin:clock_changes')}?zone=Europe%2FLondon"
    assert f'<a href="{address}">London, 28 Mar 2027: the clocks change' in page


def test_hours_that_end_are_told_once_for_a_department(ahead, sales):
    sales.windows.filter(language__in=["de", "nl"]).update(valid_through=date(2026, 12, 31))

    assert "Sales: last day of hours in German and Dutch" in ahead()


def test_departments_that_become_public_are_told(ahead):
    Department.objects.filter(slug="sales").update(public_from=date(2026, 12, 1))

    assert "Sales is public from Tue 1 Dec 2026, 00:00." in ahead()


def test_it_is_narrowed_to_a_department_and_a_kind(ahead, sales):
    factories.closed_on("2026-12-24", department=sales)
    factories.closed_on("2026-12-28")
    factories.closure("2026-12-03 20:00", "2026-12-03 21:00", department=sales)

    page = ahead(department="finance")
    assert "Sales · 24 Dec 2026" not in page
    assert "All departments · 28 Dec 2026" in page

    page = ahead(kind="closure")
    assert "Sales · Thu 3 Dec 2026" in page
    assert "All departments · 28 Dec 2026" not in page


def test_what_is_over_is_left_out_unless_its_month_is_asked_for(ahead):
    factories.closed_on("2026-11-02")

    assert "2 Nov 2026" not in ahead()
    assert "All departments · 2 Nov 2026" in ahead(month="2026-11")


@pytest.mark.parametrize("month", ["nonsense", "0001-01", "9999-12", "2026-13"])
def test_month_that_cannot_be_is_the_present_one(ahead, month):
    assert "November 2026" in ahead(month=month)


def test_rows_that_one_may_not_see_are_no_links(client, initial_data):
    viewer = User.objects.create_user("viewer", is_staff=True)
    viewer.user_permissions.add(Permission.objects.get(codename="view_department"))
    client.force_login(viewer, "django.contrib.auth.backends.ModelBackend")
    factories.closed_on("2026-12-24")

    page = client.get(AHEAD).content.decode()

    assert "All departments · 24 Dec 2026 · Closed all day\n" in page


def test_number_of_queries_does_not_grow(ahead, django_assert_max_num_queries):
    for number in range(30):
        department = factories.department(f"d{number}", name_en=f"D{number}")
        factories.closed_on("2026-12-24", department=department)
        factories.closure("2026-12-03 20:00", "2026-12-03 21:00", department=department)

    with django_assert_max_num_queries(28):  # the directory is new
        ahead()
