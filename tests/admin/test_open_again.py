"""Closures in force are told where staff look, and end with one click."""

from __future__ import annotations

from datetime import date, time

import pytest
from django.urls import reverse

from support.models import Closure
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def monday(clock):
    clock.stop_at("2026-11-23T12:00:30+00:00")


@pytest.fixture
def closed(sales) -> Closure:
    return factories.closure(
        "2026-11-23 19:00", None, "Asia/Tokyo", department=sales, reason_en="Broken line"
    )


@pytest.fixture
def address(closed):
    return reverse("admin:open_again", args=[closed.pk])


def body(response):
    return response.content.decode()


def test_first_page_list_and_form_tell_who_is_closed(staff_client, closed, sales, address):
    for page in (
        reverse("admin:index"),
        reverse("admin:support_department_changelist"),
        reverse("admin:support_department_change", args=[sales.pk]),
    ):
        shown = body(staff_client.get(page))
        assert "Closed right now" in shown
        assert "Broken line" in shown
        assert f'<form action="{address}" method="post">' in shown


def test_form_of_another_department_does_not_tell_it(staff_client, closed):
    other = reverse("admin:support_department_change", args=[closed.department_id - 1])

    assert "Closed right now" not in body(staff_client.get(other))


def test_opening_again_is_previewed_and_nothing_is_saved(staff_client, closed, address):
    page = body(staff_client.get(address))

    assert "Open again: Sales" in page
    assert "<strong>English</strong>: adds" in page
    closed.refresh_from_db()
    assert closed.ends_on is None


def test_one_click_ends_the_closure_now(staff_client, closed, address):
    page = body(staff_client.post(address, {"seen_edit_version": closed.edit_version}, follow=True))

    assert "Sales: this closure has ended." in page
    assert "Closed right now" not in page
    closed.refresh_from_db()
    assert (closed.starts_on, closed.starts_at) == (date(2026, 11, 23), time(10, 0))
    assert (closed.ends_on, closed.ends_at) == (date(2026, 11, 23), time(12, 0))
    assert closed.zone == "UTC"


def test_closure_that_has_just_begun_is_deleted(staff_client, sales):
    row = factories.closure("2026-11-23 12:00", None, department=sales)

    staff_client.post(reverse("admin:open_again", args=[row.pk]), {"seen_edit_version": 0})

    assert not Closure.objects.exists()


def test_closure_for_everybody_is_opened_again(staff_client, initial_data):
    row = factories.closure("2026-11-23 10:00", None)

    page = staff_client.post(
        reverse("admin:open_again", args=[row.pk]), {"seen_edit_version": 0}, follow=True
    )

    assert "All departments: this closure has ended." in body(page)


def test_who_was_slower_sees_again_what_would_change(staff_client, closed, address):
    page = staff_client.post(address, {"seen_edit_version": 7}, follow=True)

    assert "This has changed in the meantime." in body(page)
    closed.refresh_from_db()
    assert closed.ends_on is None


def test_closure_that_is_over_offers_no_button(staff_client, sales):
    row = factories.closure("2026-11-23 10:00", "2026-11-23 11:00", department=sales)

    page = body(staff_client.get(reverse("admin:open_again", args=[row.pk])))

    assert "This closure is not in force now." in page


def test_who_may_not_change_it_has_no_button(client, closed, address, django_user_model):
    from django.contrib.auth.models import Permission

    viewer = django_user_model.objects.create_user("viewer", is_staff=True)
    viewer.user_permissions.add(Permission.objects.get(codename="view_department"))
    client.force_login(viewer, "django.contrib.auth.backends.ModelBackend")

    page = body(client.get(reverse("admin:index")))

    assert "Closed right now" in page
    assert address not in page
    assert client.post(address, {"seen_edit_version": 0}).status_code == 403
