"""What staff who may not change everything see and do in a real browser."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.core import mail
from django.test import RequestFactory
from playwright.sync_api import Page, expect

from support.locales.languages import SITE_LANGUAGES
from support.models import Department, SpecialHours
from support.people.mail import forgotten_password
from tests.admin.walk import make_staff
from tests.browser.conftest import BUT_COLOURS

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def sign_in(portal, sign_in):
    make_staff()
    return lambda role: sign_in(User.objects.get(username=role))


@pytest.fixture
def pages():
    sales, finance = (Department.objects.get(slug=slug) for slug in ("sales", "finance"))
    return {
        "sales": f"support/department/{sales.pk}/change/",
        "finance": f"support/department/{finance.pk}/change/",
    }


def test_limited_editor_enters_a_day_off_of_their_own_department(page: Page, sign_in):
    admin = sign_in("limited editor")
    page.goto(f"{admin}/support/department/")
    page.get_by_role("link", name="Finance").click()
    page.get_by_role("link", name="Add special hours").click()

    choices = page.get_by_label("Department:").locator("option")
    expect(choices).to_have_text(["Finance"])
    page.locator("#id_first_day").fill("2026-12-24")
    page.get_by_label("Closed all day").check()
    page.get_by_role("button", name="Save", exact=True).first.click()

    expect(page.locator(".messagelist .success")).to_contain_text("was added successfully")
    assert SpecialHours.objects.get().department.slug == "finance"


def test_limited_editor_reads_the_hours_of_another_department(page: Page, sign_in, pages):
    admin = sign_in("limited editor")
    page.goto(f"{admin}/{pages['sales']}")

    expect(page.get_by_role("button", name="Save")).to_have_count(0)
    expect(page.get_by_role("button", name="Close now")).to_have_count(0)
    expect(page.get_by_role("link", name="Add special hours")).to_have_count(0)
    expect(page.locator("#windows-1")).to_contain_text("Japanese: Mon–Fri 10:00–18:00 (Asia/Tokyo)")


def test_viewer_sees_every_text_in_its_language_and_no_button(page: Page, sign_in, pages):
    admin = sign_in("viewer")
    page.goto(f"{admin}/{pages['finance']}")
    page.locator("summary", has_text="Name").first.click()

    expect(page.get_by_text("Name · 日本語")).to_be_visible()
    expect(page.locator(".field-name_ja [lang=ja]")).to_have_text("請求・お支払い")
    expect(page.locator("#content").get_by_role("button")).to_have_count(0)


def test_axe_finds_nothing_on_the_pages_of_a_limited_editor(
    page: Page, sign_in, pages, axe_violations_light_and_dark
):
    admin = sign_in("limited editor")
    for name in ("sales", "finance"):
        page.goto(f"{admin}/{pages[name]}")
        assert axe_violations_light_and_dark("#content-main") == {}, name


def test_axe_finds_nothing_on_the_pages_of_a_viewer(page: Page, sign_in, axe_violations):
    admin = sign_in("viewer")
    for path in ("channel", "product", "organization", "specialhours"):
        page.goto(f"{admin}/support/{path}/")
        assert axe_violations("#content-main") == {}, path


def test_superuser_limits_an_editor_to_a_department(page: Page, sign_in, axe_violations):
    admin = sign_in("superuser")
    page.goto(f"{admin}/auth/user/")
    assert axe_violations() == {}
    page.get_by_role("link", name="hours editor", exact=True).click()
    page.get_by_label("Sign-in name").fill("editor")
    page.get_by_label("Email address").fill("editor@example.com")
    page.get_by_label("Name:", exact=True).fill("Editor")
    page.get_by_label("Only in the departments ticked here").check()
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator(".field-departments .errorlist")).to_have_text(
        "Tick a department, or choose all departments."
    )
    page.get_by_label("Sales", exact=True).check()
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator(".messagelist .success")).to_be_visible()

    profile = User.objects.get(username="editor").staff_profile
    assert profile.limited
    assert [row.slug for row in profile.departments.all()] == ["sales"]


def test_editor_is_invited_in_four_clicks_and_two_entries(
    page: Page, sign_in, axe_violations_light_and_dark_on_a_phone_too
):
    page.goto(f"{sign_in('superuser')}/")
    page.get_by_role("link", name="People", exact=True).first.click()
    page.get_by_role("link", name="Invite someone").click()
    assert axe_violations_light_and_dark_on_a_phone_too("#content-main") == {}
    expect(page.get_by_label("Email address")).to_be_focused()
    page.keyboard.type("anna@example.com")
    page.get_by_label("Name:", exact=True).fill("Anna Sato")
    page.get_by_label("Sales", exact=True).check()
    page.get_by_role("button", name="Send the invitation").click()

    expect(page.get_by_text("is on its way to anna@example.com.")).to_be_visible()
    assert [message.to for message in mail.outbox] == [["anna@example.com"]]


def test_axe_finds_nothing_on_the_pages_of_a_forgotten_password(
    page: Page, live_server, client, django_user_model, axe_violations_light_and_dark
):
    user = django_user_model.objects.create_user("anna", "anna@example.com", "x", is_staff=True)
    page.goto(f"{live_server.url}/admin/login/")
    page.get_by_role("link", name="Forgotten your password?").click()
    assert axe_violations_light_and_dark() == {}
    page.goto(f"{live_server.url}/admin/password/new/x/y/")
    assert axe_violations_light_and_dark() == {}
    request = RequestFactory().get("/")
    address = forgotten_password(request, user, "").body.split("http://testserver")[1].split()[0]
    page.goto(f"{live_server.url}{address}")
    assert axe_violations_light_and_dark() == {}


def test_axe_finds_nothing_on_the_page_of_a_person_in_any_language(
    page: Page, sign_in, axe_violations
):
    admin = sign_in("superuser")
    user = User.objects.get(username="limited editor")
    page.goto(f"{admin}/auth/user/{user.pk}/change/")
    assert axe_violations("#content-main") == {}

    for language in SITE_LANGUAGES:
        page.context.add_cookies([{"name": "language", "value": language, "url": admin}])
        page.goto(f"{admin}/auth/user/{user.pk}/change/")
        assert axe_violations("#content-main", **BUT_COLOURS) == {}, language
