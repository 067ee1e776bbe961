"""Windows that carry “confirmed until”, and the click that confirms them."""

from __future__ import annotations

from datetime import date

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse

from support.models import Department, LanguageWindow, StaffProfile
from tests.admin.form import read_form

pytestmark = pytest.mark.django_db

FIRST_PAGE = reverse("admin:index")


@pytest.fixture(autouse=True)
def monday(clock):
    clock.stop_at("2026-11-23T05:00:00+00:00")


@pytest.fixture
def window(sales):
    """Japanese hours of sales that were to be confirmed by the end of October."""
    window = LanguageWindow.objects.get(department=sales, language="ja")
    window.confirmed_until = date(2026, 10, 31)
    window.save()
    return window


@pytest.fixture
def editor_client(client, django_user_model, initial_data):
    """Signed in as an editor of finance only."""
    editor = django_user_model.objects.create_user("editor", is_staff=True)
    names = ["view_department", "change_department"]
    editor.user_permissions.set(Permission.objects.filter(codename__in=names))
    profile = StaffProfile.objects.create(user=editor)
    profile.departments.add(Department.objects.get(slug="finance"))
    client.force_login(editor)
    client.cookies["language"] = "en"
    return client


def confirm(client, window, **values):
    version = Department.objects.get(pk=window.department_id).edit_version
    url = reverse("admin:confirm_window", args=[window.pk])
    return client.post(url, {"seen_edit_version": version} | values, follow=True)


def test_overdue_window_is_on_the_first_page_with_a_button(staff_client, window):
    page = staff_client.get(FIRST_PAGE).content.decode()

    assert "Hours to confirm (1)" in page
    assert "Sales · Japanese: Mon–Fri 10:00–18:00 Asia/Tokyo (confirmed until 31 Oct 2026)" in page
    assert "Confirm until 24 May 2027" in page


def test_window_is_overdue_only_after_its_day(staff_client, window, clock):
    clock.stop_at("2026-10-31T12:00:00+00:00")

    assert "Hours to confirm" not in staff_client.get(FIRST_PAGE).content.decode()


def test_window_that_carries_no_date_is_never_asked_about(staff_client, sales):
    assert "Hours to confirm" not in staff_client.get(FIRST_PAGE).content.decode()


def test_click_confirms_for_half_a_year(staff_client, window):
    page = confirm(staff_client, window).content.decode()

    window.refresh_from_db()
    assert window.confirmed_until == date(2027, 5, 24)
    assert "confirmed until 24 May 2027." in page
    assert "Hours to confirm" not in page


def test_confirmation_is_in_the_history(staff_client, window):
    confirm(staff_client, window)

    url = reverse("admin:support_department_history", args=[window.department_id])
    page = " ".join(staff_client.get(url).content.decode().split())
    assert "Confirmed until</th> <td>31 October 2026</td> <td>24 May 2027</td>" in page


def test_confirmation_leads_back_to_the_page_it_was_made_on(staff_client, window):
    back = reverse("admin:attention", args=["unconfirmed"])

    response = confirm(staff_client, window, back=back)

    assert response.redirect_chain == [(back, 302)]


@pytest.mark.parametrize("back", ["https://example.com/", "//example.com/", "elsewhere", ""])
def test_confirmation_leads_to_no_other_site(staff_client, window, back):
    response = confirm(staff_client, window, back=back)

    assert response.redirect_chain == [(FIRST_PAGE, 302)]


def test_hours_that_were_changed_meanwhile_are_not_confirmed(staff_client, window):
    page = confirm(staff_client, window, seen_edit_version=7).content.decode()

    window.refresh_from_db()
    assert window.confirmed_until == date(2026, 10, 31)
    assert "Sales has changed since you opened this page." in page


def test_confirmation_without_a_version_is_refused(staff_client, window):
    confirm(staff_client, window, seen_edit_version="")

    window.refresh_from_db()
    assert window.confirmed_until == date(2026, 10, 31)


def test_editor_whose_page_is_open_is_warned_and_does_not_put_the_old_date_back(
    staff_client, desk, window
):
    form = desk.open()
    confirm(staff_client, window)

    response = desk.save(form)

    assert "Someone else changed this" in response.content.decode()
    window.refresh_from_db()
    assert window.confirmed_until == date(2027, 5, 24)


def test_date_is_set_on_the_departments_page(desk, sales):
    form = desk.open()
    form["windows-1-confirmed_until"] = ["2026-12-31"]

    desk.save(form)

    assert LanguageWindow.objects.filter(confirmed_until=date(2026, 12, 31)).count() == 1


def test_editor_of_other_departments_gets_no_button(editor_client, window):
    page = editor_client.get(FIRST_PAGE).content.decode()

    assert "Hours to confirm (1)" in page
    assert "Confirm until" not in page


def test_editor_of_other_departments_cannot_confirm(editor_client, window):
    response = confirm(editor_client, window)

    assert response.status_code == 403
    window.refresh_from_db()
    assert window.confirmed_until == date(2026, 10, 31)


def test_confirmation_is_no_link(staff_client, window):
    url = reverse("admin:confirm_window", args=[window.pk])

    assert staff_client.get(url).status_code == 405


def test_window_that_is_no_more_cannot_be_confirmed(staff_client, initial_data):
    url = reverse("admin:confirm_window", args=[999999])

    assert staff_client.post(url).status_code == 404


def test_form_reads_the_date_it_shows(staff_client, window):
    url = reverse("admin:support_department_change", args=[window.department_id])

    form = read_form(staff_client.get(url))

    assert ["2026-10-31"] in form.values()
