"""What costs trust where it is missing: whom a message is about, and on whose clock it is."""

from __future__ import annotations

import pytest
from django.urls import reverse

from support.models import Closure, StaffProfile
from tests import factories
from tests.admin.form import read_form

pytestmark = pytest.mark.django_db

ADD_SPECIAL_HOURS = reverse("admin:support_specialhours_add")


@pytest.fixture(autouse=True)
def monday(clock):
    clock.stop_at("2026-11-23T05:00:00+00:00")


@pytest.fixture
def paris(admin_user):
    StaffProfile.objects.create(user=admin_user, zone="Europe/Paris")


@pytest.fixture
def closed_from_noon(sales) -> Closure:
    return factories.closure("2026-11-23 12:00", "2026-11-23 12:30", department=sales)


def body(response):
    return response.content.decode()


def test_saving_special_hours_tells_for_whom_they_are(staff_client, sales):
    form = read_form(staff_client.get(ADD_SPECIAL_HOURS)) | {
        "first_day": "24 Nov 2026",
        "department": [str(sales.pk)],
        "languages": ["ja", "de"],
        "effect": ["closed"],
    }

    page = body(staff_client.post(ADD_SPECIAL_HOURS, form, follow=True))

    assert "This is for: Sales: German and Japanese." in page


def test_saving_a_department_tells_in_which_languages_the_hours_changed(desk, staff_client):
    form = desk.untouched() | {"windows-1-hours": ["10:00-15:00"]}

    page = body(staff_client.post(desk.url, form, follow=True))

    assert "The hours were saved in Japanese." in page


def test_exceptions_of_a_department_have_no_empty_bullet(desk, staff_client):
    page = body(staff_client.get(desk.url))

    assert "<li><a class=" not in page.partition("exceptions_shown")[2].partition("</div>")[0]
    assert "Add special hours" in page


def test_list_of_closures_is_on_the_clock_of_the_staff_member(
    staff_client, closed_from_noon, paris
):
    page = body(staff_client.get(reverse("admin:support_closure_changelist")))

    assert "23 Nov 2026, 13:00–13:30 Europe/Paris" in page


@pytest.mark.parametrize(
    "address",
    ["/admin/support/department/", "/admin/support/department/add/", "/admin/password_change/"],
)
def test_menu_of_the_desk_is_on_every_page(staff_client, address):
    page = body(staff_client.get(address))

    assert 'class="desk-menu desk-menu-row"' in page
    assert 'class="desk-menu desk-menu-folded"' in page


def test_menu_of_a_phone_leads_to_what_is_added(staff_client):
    page = body(staff_client.get("/admin/my-settings/"))

    menu = page.partition('<nav class="desk-menu desk-menu-folded"')[2].partition("</nav>")[0]
    assert 'href="/admin/support/specialhours/add/"' in menu
    assert 'href="/admin/auth/user/add/"' in menu


@pytest.mark.parametrize(
    ("language", "enter", "leave"),
    [
        ("en", "Sign in", "Sign out"),
        ("ja", "ログイン", "ログアウト"),
        ("pt", "Iniciar sessão", "Terminar sessão"),
    ],
)
def test_one_word_for_signing_in_is_on_pages_of_django_too(
    client, staff_client, language, enter, leave
):
    for each in (client, staff_client):
        each.cookies["language"] = language

    page = body(client.get(reverse("admin:login")))
    assert f'value="{enter}"' in page
    assert f"<h1>{enter}</h1>" in page
    assert f">{leave}</button>" in body(staff_client.get(reverse("admin:password_change")))


def test_page_after_signing_out_says_that_and_no_more(staff_client):
    page = body(staff_client.post(reverse("admin:logout")))

    assert "<p>You’ve been signed out.</p>" in page
    assert ">Sign in again</a>" in page
