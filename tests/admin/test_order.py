"""The order of the departments is one page with one save."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client
from django.urls import reverse

from support.models import Department, StaffProfile
from support.models.history import history_of
from tests import factories
from tests.admin.form import read_form

pytestmark = pytest.mark.django_db

ORDER = reverse("admin:order")


@pytest.fixture
def three(db):
    return [factories.department(slug, position=place) for place, slug in enumerate("abc", 1)]


def stored():
    return list(Department.objects.values_list("slug", flat=True))


def test_departments_are_moved_with_one_save_that_touches_those_that_move(staff_client, three):
    a, b, c = three
    form = read_form(staff_client.get(ORDER), "order")
    form |= {f"place-{a.pk}": ["1"], f"place-{b.pk}": ["3"], f"place-{c.pk}": ["2"]}

    assert staff_client.post(ORDER, form).status_code == 302

    assert stored() == ["a", "c", "b"]
    assert history_of(Department).filter(id=a.pk).count() == 1
    assert history_of(Department).filter(id=b.pk).count() == 2
    assert Department.objects.get(pk=b.pk).edit_version == 1


def test_two_at_one_place_keep_their_order(staff_client, three):
    a, b, c = three
    form = read_form(staff_client.get(ORDER), "order")
    form |= {f"place-{a.pk}": ["5"], f"place-{b.pk}": ["5"], f"place-{c.pk}": ["1"]}

    staff_client.post(ORDER, form)

    assert stored() == ["c", "a", "b"]
    assert list(Department.objects.values_list("position", flat=True)) == [1, 2, 3]


def test_place_that_is_no_number_is_refused_and_not_lost(staff_client, three):
    form = read_form(staff_client.get(ORDER), "order") | {f"place-{three[0].pk}": ["first"]}

    page = staff_client.post(ORDER, form).content.decode()

    assert "Enter a whole number." in page
    assert 'value="first"' in page
    assert stored() == ["a", "b", "c"]


def test_order_that_somebody_else_has_changed_is_looked_at_once_more(staff_client, three):
    a, _b, c = three
    form = read_form(staff_client.get(ORDER), "order") | {f"place-{a.pk}": ["7"]}
    Department.objects.filter(pk=c.pk).update(position=0)

    answer = staff_client.post(ORDER, form)

    page = answer.content.decode()
    assert "Someone else has changed the order, or added or deleted a department." in page
    assert stored() == ["c", "a", "b"]
    again = read_form(answer, "order")
    assert again[f"place-{a.pk}"] == ["7"]
    assert staff_client.post(ORDER, again).status_code == 302


def test_odd_answer_is_refused(staff_client, three):
    assert staff_client.post(ORDER, {}).status_code == 200
    assert staff_client.delete(ORDER).status_code == 405
    assert stored() == ["a", "b", "c"]


def test_list_leads_to_the_order_for_those_who_may_change_it(staff_client, three):
    page = staff_client.get(reverse("admin:support_department_changelist")).content.decode()

    assert f'<a href="{ORDER}">Order</a>' in page


def test_editor_who_is_limited_to_departments_may_not_arrange_them(initial_data):
    user = User.objects.create_user("editor", is_staff=True)
    user.groups.add(Group.objects.get(name="Hours editors"))
    client = Client()
    client.force_login(user, "django.contrib.auth.backends.ModelBackend")
    assert client.get(ORDER).status_code == 200

    StaffProfile.objects.create(user=user, limited=True)

    assert client.get(ORDER).status_code == 403
