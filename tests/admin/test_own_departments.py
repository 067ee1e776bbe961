"""An editor who is limited to some departments: what the forms say. The walk tries the rest."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Permission, User
from django.urls import reverse

from support.models import Closure, Department, SpecialHours, StaffProfile
from tests import factories
from tests.admin.form import read_form
from tests.admin.walk import make_staff, sign_in

pytestmark = pytest.mark.django_db

ADD_SPECIAL_HOURS = reverse("admin:support_specialhours_add")
TOLD = "Choose a department whose hours you can change."


@pytest.fixture
def finance(initial_data) -> Department:
    make_staff()
    return Department.objects.get(slug="finance")


@pytest.fixture
def sales(finance) -> Department:
    return Department.objects.get(slug="sales")


@pytest.fixture
def limited_editor(finance):
    return sign_in("limited editor")


def body(response):
    return response.content.decode()


@pytest.mark.parametrize("slug", ["sales", None])
def test_department_of_others_is_refused_in_words_and_input_is_kept(limited_editor, sales, slug):
    form = read_form(limited_editor.get(ADD_SPECIAL_HOURS))
    form |= {"first_day": "2026-12-24", "effect": "closed", "reason_en": "Company meeting"}
    response = limited_editor.post(
        ADD_SPECIAL_HOURS, form | {"department": sales.pk if slug else ""}
    )

    assert response.context["adminform"].form.errors == {"department": [TOLD]}
    assert 'value="Company meeting"' in body(response)
    assert not SpecialHours.objects.exists()


def test_only_department_is_chosen_already(limited_editor, finance):
    form = read_form(limited_editor.get(ADD_SPECIAL_HOURS))

    assert form["department"] == [str(finance.pk)]


def test_department_of_others_is_not_chosen_by_an_address(limited_editor, sales):
    page = limited_editor.get(ADD_SPECIAL_HOURS, {"department": sales.pk})

    assert f'<option value="{sales.pk}"' not in body(page)
    assert "A department whose hours you can change." in body(page)


def test_row_that_was_given_to_another_department_meanwhile_is_no_longer_theirs(
    limited_editor, finance, sales
):
    row = factories.closed_on("2026-12-24", department=finance)
    url = reverse("admin:support_specialhours_change", args=[row.pk])
    form = read_form(limited_editor.get(url))
    SpecialHours.objects.update(department=sales)

    assert limited_editor.post(url, form).status_code == 403


def test_who_may_only_close_closes_their_own_department(client, finance, sales):
    user = User.objects.create_user("reception", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename="add_closure"))
    StaffProfile.objects.create(user=user, limited=True).departments.add(finance)
    client.force_login(user, "django.contrib.auth.backends.ModelBackend")

    answers = [
        client.post(reverse("admin:support_department_close_now", args=[department.pk]))
        for department in (finance, sales)
    ]

    assert [answer.status_code for answer in answers] == [302, 403]
    assert Closure.objects.get().department == finance


@pytest.mark.parametrize(
    ("language", "hours"),
    [("en", "Mon–Fri 00:00–24:00 (UTC)"), ("ja", "月～金 0:00～24:00（UTC）")],
)
def test_what_may_only_be_seen_is_said_in_words(finance, sales, language, hours):
    viewer = sign_in("viewer")
    viewer.cookies["language"] = language
    page = body(viewer.get(reverse("admin:support_department_change", args=[sales.pk])))

    assert hours in page
    assert "windows-0-hours" not in page
    assert "<label>Name · Deutsch:</label>" in page or language == "ja"
    assert '<div lang="de" dir="ltr"><p>Vertrieb</p></div>' in page
