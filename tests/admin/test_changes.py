"""One page lists every change of the last days."""

from __future__ import annotations

from datetime import time

import pytest
from django.contrib.auth.models import Permission, User
from django.urls import reverse

from support.history.recording import one_edit
from support.models import Channel, Department, Product, Topic
from tests import factories
from tests.admin.form import read_form

pytestmark = pytest.mark.django_db

URL = reverse("admin:changes")


@pytest.fixture(autouse=True)
def thursday(initial_data, clock):
    clock.stop_at("2026-11-26T05:00:00+00:00")


@pytest.fixture
def sales():
    return Department.objects.get(slug="sales")


@pytest.fixture
def listed(staff_client):
    def send(**asked):
        return staff_client.get(URL, asked).content.decode()

    return send


def shorten(sales):
    with one_edit():
        window = sales.windows.get(language="ja")
        window.closes = time(15)
        window.save()


def test_changes_of_all_kinds_of_rows_are_listed_with_links(listed, sales):
    shorten(sales)
    special = factories.closed_on("2026-12-24", department=sales)
    channel = Channel.objects.order_by("pk").first()
    channel.address = "https://example.com/"
    channel.save()
    product = Product.objects.get(slug="affiliate-dashboard")
    key = product.ui_locales.first().product_id
    product.ui_locales.first().delete()

    page = listed()

    assert f'<a href="/admin/support/department/{sales.pk}/history/">Language window' in page
    assert f'<a href="/admin/support/specialhours/{special.pk}/history/">Special hours' in page
    assert f'<a href="/admin/support/channel/{channel.pk}/history/">Channel' in page
    assert f'<a href="/admin/support/product/{key}/history/">Interface language' in page
    assert "26 November 2026, 05:00:00 (UTC)</time> · a command (no one signed in)" in page


def test_changes_of_the_last_week_are_listed_at_first(listed, sales, clock):
    clock.stop_at("2026-11-19T23:59:59+00:00")
    factories.closed_on("2026-12-24", department=sales)
    clock.stop_at("2026-11-20T00:00:00+00:00")
    factories.closed_on("2026-12-25", department=sales)
    clock.stop_at("2026-11-26T05:00:00+00:00")

    page = listed()

    assert "25 Dec 2026" in page
    assert "24 Dec 2026" not in page


def test_changes_of_other_days_are_listed_if_asked_for(listed, sales, clock):
    clock.stop_at("2026-11-10T12:00:00+00:00")
    factories.closed_on("2026-12-24", department=sales)
    clock.stop_at("2026-11-26T05:00:00+00:00")

    assert "24 Dec 2026 · Closed" in listed(first="2026-11-10", last="10 Nov 2026")
    assert "Nothing was changed." in listed(first="2026-11-11", last="2026-11-12")


def test_changes_are_narrowed_to_who_made_them(listed, staff_client, sales):
    factories.closed_on("2026-12-24", department=sales)
    url = reverse("admin:support_closure_add")
    typed = {"starts_on": ["2026-12-27"], "starts_at": ["9"], "ends_on": ["2026-12-27"]}
    form = read_form(staff_client.get(url)) | typed | {"ends_at": ["10"], "zone": ["UTC"]}
    assert staff_client.post(url, form).status_code == 302

    page = listed(who="admin")
    assert "Closure: " in page
    assert "24 Dec 2026" not in page


def test_changes_are_narrowed_to_a_kind_a_department_and_what_happened(listed, sales):
    shorten(sales)
    factories.closed_on("2026-12-24", department=sales)
    factories.closed_on("2026-12-25", department=Department.objects.get(slug="finance"))
    factories.closed_on("2026-12-26")

    by_kind = listed(kind="specialhours")
    assert "Language window" not in by_kind
    assert "26 Dec 2026" in by_kind
    by_department = listed(department=sales.pk)
    assert "Language window" in by_department
    assert "24 Dec 2026" in by_department
    assert "25 Dec 2026" not in by_department
    assert "26 Dec 2026" not in by_department
    changed = listed(what="~", first="2026-11-20")
    assert "Language window" in changed
    assert "24 Dec 2026" not in changed


def test_choice_that_is_none_is_said(listed):
    assert "Please correct the errors below." in listed(kind="nonsense")


def test_rows_that_one_may_not_see_are_not_listed(client, sales):
    factories.closed_on("2026-12-24", department=sales)
    clerk = User.objects.create_user("clerk", is_staff=True)
    clerk.user_permissions.add(Permission.objects.get(codename="view_department"))
    client.force_login(clerk)
    Channel.objects.order_by("pk").first().delete()

    page = client.get(URL).content.decode()

    assert "Channel:" not in page
    assert "Special hours: 24 Dec 2026" in page


def test_number_of_queries_does_not_grow_with_changes(
    staff_client, sales, django_assert_max_num_queries
):
    for day in range(10, 25):
        factories.closed_on(f"2026-12-{day}", department=sales)

    with django_assert_max_num_queries(70):
        staff_client.get(URL)


def test_edit_of_many_rows_is_listed_with_the_first_of_them(listed, sales):
    with one_edit():
        for number in range(25):
            Topic.objects.create(slug=f"topic-{number}", name_en="Made up", department=sales)

    page = listed(kind="topic", first="2026-11-26")

    assert page.count("<summary>Every field") == 6
    assert "And 19 more." in page
