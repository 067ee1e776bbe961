from __future__ import annotations

import re

import pytest
from django.apps import apps
from django.contrib import admin
from django.urls import reverse

from support.locales.languages import SITE_LANGUAGES
from support.models import Channel, Department, Organization, Product
from tests.admin.form import add_row, read_form

pytestmark = pytest.mark.django_db


def body(response):
    return response.content.decode()


@pytest.mark.parametrize("language", SITE_LANGUAGES)
@pytest.mark.parametrize("model", ["department", "channel", "product"])
def test_every_page_works_in_every_language(staff_client, initial_data, language, model):
    staff_client.cookies["language"] = language

    listing = staff_client.get(reverse(f"admin:support_{model}_changelist"))
    row = apps.get_model("support", model).objects.first()
    page = staff_client.get(reverse(f"admin:support_{model}_change", args=[row.pk]))
    adding = staff_client.get(reverse(f"admin:support_{model}_add"))

    assert [r.status_code for r in (listing, page, adding)] == [200, 200, 200]
    assert f'lang="{language}"' in body(page)


@pytest.mark.parametrize("model", ["department", "channel", "product"])
def test_search_finds_a_name_in_any_language(staff_client, initial_data, model):
    url = reverse(f"admin:support_{model}_changelist")

    assert staff_client.get(url, {"q": "zzz"}).status_code == 200


def test_language_of_the_admin_is_chosen_and_remembered(staff_client):
    staff_client.cookies.pop("language")
    response = staff_client.post(reverse("set_language"), {"language": "ja", "next": "/admin/"})

    assert response.cookies["language"].value == "ja"
    assert '<html lang="ja"' in body(staff_client.get("/admin/"))


def test_languages_of_the_menu_name_themselves_whatever_the_language_of_the_page(staff_client):
    staff_client.cookies["language"] = "fr"

    page = body(staff_client.get(reverse("admin:index")))

    assert re.findall(r'<option value="[a-z]{2}" lang="[^>]*>([^<]*)</option>', page) == [
        "日本語",
        "English",
        "Italiano",
        "Português",
        "Français",
        "Deutsch",
        "Nederlands",
        "Español",
        "Svenska",
        "Dansk",
    ]


def test_admin_is_neither_cached_nor_shared(staff_client):
    assert "no-store" in staff_client.get("/admin/").headers["Cache-Control"]
    assert "private" in staff_client.get("/admin/").headers["Cache-Control"]


def test_admin_loads_nothing_from_elsewhere(staff_client, initial_data):
    department = Department.objects.get(slug="sales")
    page = body(staff_client.get(reverse("admin:support_department_change", args=[department.pk])))

    assert 'src="http' not in page
    assert 'href="//' not in page
    assert 'src="//' not in page


def test_product_gets_a_locale_by_its_name(staff_client, initial_data):
    product = Product.objects.get(slug="affiliate-dashboard")
    url = reverse("admin:support_product_change", args=[product.pk])
    form = read_form(staff_client.get(url))
    add_row(form, "ui_locales", locale="nl-nl", position="7")

    assert staff_client.post(url, form).status_code == 302
    assert product.ui_locales.filter(locale="nl-NL").exists()


def test_locale_without_region_is_refused(staff_client, initial_data):
    product = Product.objects.get(slug="affiliate-dashboard")
    url = reverse("admin:support_product_change", args=[product.pk])
    form = read_form(staff_client.get(url))
    add_row(form, "ui_locales", locale="nl", position="7")

    assert "has no region" in body(staff_client.post(url, form))


def test_channel_is_offered_by_the_ticked_departments(staff_client, initial_data):
    channel = Channel.objects.get(slug="forum")
    ticked = Department.objects.filter(slug__in=["sales", "finance"])
    url = reverse("admin:support_channel_change", args=[channel.pk])
    typed = {"departments": [str(row.pk) for row in ticked], "language": ["Japanese (ja)"]}

    assert staff_client.post(url, read_form(staff_client.get(url)) | typed).status_code == 302
    channel.refresh_from_db()
    assert channel.language == "ja"
    assert [row.slug for row in channel.departments.all()] == ["sales", "finance"]


def test_organisation_opens_without_a_list(staff_client, initial_data):
    response = staff_client.get(reverse("admin:support_organization_changelist"))

    assert response.headers["Location"] == reverse("admin:support_organization_change", args=[1])


def test_organisation_of_an_empty_database_opens_its_form(staff_client, db):
    response = staff_client.get(reverse("admin:support_organization_changelist"))

    assert response.headers["Location"] == reverse("admin:support_organization_add")


def test_organisation_is_neither_added_twice_nor_deleted(staff_client, initial_data):
    add = staff_client.get(reverse("admin:support_organization_add"))
    delete = staff_client.get(reverse("admin:support_organization_delete", args=[1]))

    assert (add.status_code, delete.status_code) == (403, 403)


def test_organisation_is_entered_into_an_empty_database(staff_client, db):
    url = reverse("admin:support_organization_add")
    form = read_form(staff_client.get(url)) | {"name": ["Example"]}

    assert staff_client.post(url, form).status_code == 302
    organization = Organization.objects.get()
    assert (organization.name, organization.hidden_languages) == ("Example", ())


def test_product_that_is_the_control_panel_is_not_deleted_silently(staff_client, initial_data):
    product = Product.objects.get(slug="control-panel")
    response = staff_client.get(reverse("admin:support_product_delete", args=[product.pk]))

    assert "Cannot delete product" in body(response)


@pytest.mark.parametrize("model", list(admin.site._registry))
def test_every_list_opens(staff_client, initial_data, model):
    url = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")

    assert staff_client.get(url).status_code in (200, 302)


def test_too_many_failed_attempts_lock_out(client, admin_user, settings):
    settings.AXES_FAILURE_LIMIT = 3
    credentials = {"username": "admin", "password": "wrong"}
    answers = [client.post("/admin/login/", credentials) for _ in range(4)]

    assert [response.status_code for response in answers] == [200, 200, 429, 429]
    assert "Too many failed sign-in attempts" in body(answers[-1])


def test_address_of_a_search_without_a_place_for_the_words_is_refused(staff_client, initial_data):
    page = reverse("admin:support_organization_change", args=[Organization.ONLY_PK])
    form = read_form(staff_client.get(page))

    form["resource_centre_search_url"] = ["https://www.example.com/"]
    response = staff_client.post(page, form)

    assert "Include {words} once, after the host name" in body(response)
    assert read_form(response)["resource_centre_search_url"] == ["https://www.example.com/"]
