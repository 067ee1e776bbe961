from __future__ import annotations

import pytest
from django.contrib.auth.models import Permission, User
from django.urls import reverse

from support.models import HolidayConfirmation, LanguageWindow, SpecialHours, StaffProfile

pytestmark = pytest.mark.django_db

URL = reverse("admin:holidays")
SALES = "sales JP 2027-01-11"


@pytest.fixture(autouse=True)
def japanese_calendar(initial_data, clock) -> None:
    clock.stop_at("2026-11-23T05:00:00+00:00")
    LanguageWindow.objects.filter(language="ja").update(holidays="JP")


def test_holidays_of_this_year_and_the_next_are_listed(staff_client):
    page = staff_client.get(URL).content.decode()

    assert "23 Nov 2026" in page
    assert "23 Dec 2027" not in page
    assert 'Coming of Age Day (<span lang="ja">成人の日</span>)' in page


def test_holiday_is_confirmed_and_taken_back_with_a_click(staff_client):
    page = staff_client.post(URL, {"confirm": SALES}, follow=True).content.decode()

    assert "Confirmed: Sales · 11 Jan 2027 · 成人の日" in page
    assert '<strong class="confirmed">Confirmed</strong>' in page
    assert HolidayConfirmation.objects.get().confirmed_by.username == "admin"

    staff_client.post(URL, {"take_back": SALES})
    assert not HolidayConfirmation.objects.exists()


def test_holiday_is_overruled_with_a_click(staff_client):
    page = staff_client.post(URL, {"overrule": SALES}, follow=True).content.decode()

    special = SpecialHours.objects.get()
    assert (special.department.slug, special.languages, str(special.first_day)) == (
        "sales",
        ("ja",),
        "2027-01-11",
    )
    assert special.effect == SpecialHours.Effects.AS_USUAL
    assert f'<a href="/admin/support/specialhours/{special.pk}/change/">Special hours</a>' in page


def test_holiday_that_is_not_listed_changes_nothing(staff_client):
    page = staff_client.post(URL, {"overrule": "sales JP 2027-01-12"}, follow=True)

    assert "This holiday is no longer in the list." in page.content.decode()
    assert not SpecialHours.objects.exists()


def test_department_that_is_not_ones_own_is_refused(client):
    editor = User.objects.create_user("editor", is_staff=True)
    for codename in ("view_department", "change_department"):
        editor.user_permissions.add(Permission.objects.get(codename=codename))
    own = LanguageWindow.objects.get(department__slug="customer-support", language="ja").department
    StaffProfile.objects.create(user=editor).departments.add(own)
    client.force_login(editor)

    page = client.get(f"{URL}?department=sales").content.decode()

    assert "We work on this day<" not in page
    assert client.post(URL, {"overrule": SALES}).status_code == 403
    assert client.post(URL, {"confirm": "customer-support JP 2027-01-11"}).status_code == 302


def test_who_may_not_add_special_hours_confirms_and_does_not_overrule(client):
    editor = User.objects.create_user("editor", is_staff=True)
    for codename in ("view_department", "change_department"):
        editor.user_permissions.add(Permission.objects.get(codename=codename))
    client.force_login(editor)

    page = client.get(URL).content.decode()

    assert 'name="confirm"' in page
    assert 'name="overrule"' not in page
    assert client.post(URL, {"overrule": SALES}).status_code == 403
    assert not SpecialHours.objects.exists()


def test_list_is_narrowed_to_a_department(staff_client):
    page = staff_client.get(URL, {"department": "sales", "calendar": "JP"}).content.decode()

    assert '<th scope="row">Sales</th>' in page
    assert '<th scope="row">Customer support</th>' not in page


def test_unknown_choice_narrows_nothing(staff_client):
    response = staff_client.get(URL, {"department": "nobody", "page": "many"})

    assert '<th scope="row">Sales</th>' in response.content.decode()


def test_where_no_calendar_is_observed_the_page_says_how_to(staff_client):
    LanguageWindow.objects.update(holidays="")

    assert "No hours follow a public holiday calendar yet" in staff_client.get(URL).content.decode()
