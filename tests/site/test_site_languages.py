"""Staff choose in which of the ten languages the site is shown."""

from __future__ import annotations

import pytest
from django.test import RequestFactory
from django.urls import reverse

from support.directory.current import current_directory
from support.models import Organization
from support.schedule_file import (
    ScheduleFileError,
    apply_import,
    read_file,
    stored_configuration,
    write,
)
from tests.admin.form import read_form
from tests.factories import department, window

pytestmark = pytest.mark.django_db

FORM = reverse("admin:support_organization_change", args=[1])
NOT_ENGLISH = ("da", "de", "es", "fr", "it", "ja", "nl", "pt", "sv")


@pytest.fixture
def company():
    return Organization.objects.create(name="Example")


@pytest.fixture
def without_german(company):
    company.hidden_languages = ("de",)
    company.save()
    window(department("sales"))


@pytest.fixture
def in_english_alone(company):
    company.hidden_languages = NOT_ENGLISH
    company.save()


def body(response):
    return response.content.decode()


@pytest.mark.parametrize(
    ("path", "leads_to"),
    [
        ("/de/contact/", "/fr/contact/"),
        ("/de/contact/sales/", "/fr/contact/sales/"),
        ("/de/contact/?languages=ja&tz=Asia/Tokyo", "/fr/contact/?languages=ja&tz=Asia/Tokyo"),
        ("/de/contact/search?q=x", "/fr/contact/search?q=x"),
        ("/de/now.txt", "/fr/now.txt"),
        ("/de/contact/sales/en.ics", "/fr/contact/sales/en.ics"),
        ("/de/contact/sales/en/next.ics", "/fr/contact/sales/en/next.ics"),
        ("/badge/de/sales/en.svg", "/badge/fr/sales/en.svg"),
        ("/badge/de/sales/en/", "/badge/fr/sales/en/"),
    ],
)
def test_addresses_of_a_hidden_language_lead_to_the_visitors_best(
    client, without_german, path, leads_to
):
    response = client.get(path, headers={"accept-language": "de, fr;q=0.5"})

    assert (response.status_code, response.headers["Location"]) == (302, leads_to)
    assert response.headers["Vary"] == "Accept-Language, Cookie"
    assert "no-store" in response.headers["Cache-Control"]


@pytest.mark.parametrize("path", ["/", "/contact/sales/", "/DE/contact/", "/de-AT/contact/sales/"])
def test_who_prefers_a_hidden_language_gets_the_next_best(client, without_german, path):
    page = client.get(path, follow=True, headers={"accept-language": "de, da;q=0.5"})

    assert page.headers["Content-Language"] == "da"


def test_who_chose_a_language_that_is_hidden_since_gets_another(client, without_german):
    client.cookies["language"] = "de"

    assert client.get("/").headers["Location"] == "/en/contact/"


def test_pages_link_to_what_is_shown(client, without_german):
    page = body(client.get("/en/contact/"))

    assert 'hreflang="de"' not in page
    assert "Diese Seite gibt es auch auf Deutsch." not in page
    assert 'hreflang="fr"' in page
    sitemap = body(client.get("/sitemap.xml"))
    assert "/de/contact/" not in sitemap
    assert "/fr/contact/sales/" in sitemap


def test_with_one_language_there_is_no_switcher(client, in_english_alone):
    page = body(client.get("/en/contact/"))

    assert "language-menu" not in page
    assert "language-switcher" not in page
    assert 'id="languages"' not in page


def test_page_that_is_not_there_speaks_a_shown_language(client, without_german):
    response = client.get("/de/nowhere/", headers={"accept-language": "de"})

    assert (response.status_code, response.headers["Content-Language"]) == (404, "en")


def test_badge_on_a_page_in_a_hidden_language_speaks_english(client, without_german):
    status = client.get("/badge/status.json?department=sales&language=en&page_lang=de")

    assert status.json()["locale"] == "en"


def test_finished_pages_of_a_language_end_with_it(company, served):
    asked = RequestFactory().get("/de/contact/").environ

    def status():
        heads = []
        list(served(dict(asked), lambda status, *rest: heads.append(status)))
        return heads[0]

    assert status() == "200 OK"
    company.hidden_languages = ("de",)
    company.save()
    current_directory.look()
    assert status() == "302 Found"
    company.hidden_languages = ()
    company.save()
    current_directory.look()
    assert status() == "200 OK"


def test_staff_tick_what_is_shown_and_see_what_lacks(staff_client, without_german):
    page = body(staff_client.get(FORM))
    assert "Deutsch: 1 text missing" in page
    form = read_form(staff_client.get(FORM))
    assert form["hidden_languages"] == ["ja", "it", "pt", "fr", "nl", "es", "sv", "da"]

    staff_client.post(FORM, form | {"hidden_languages": ["ja", "de"]})

    hidden = ("da", "es", "fr", "it", "nl", "pt", "sv")
    assert Organization.objects.get().hidden_languages == hidden


def test_form_saved_as_it_is_changes_no_language(staff_client, without_german):
    staff_client.post(FORM, read_form(staff_client.get(FORM)))

    assert Organization.objects.get().hidden_languages == ("de",)


def test_file_has_the_languages(without_german):
    file = write(stored_configuration())
    assert 'hidden_languages = ["de"]' in file

    apply_import(read_file(file.replace('hidden_languages = ["de"]', "").encode()))
    assert Organization.objects.get().hidden_languages == ()


@pytest.mark.parametrize(
    ("languages", "mistake"),
    [("en", "English is always shown"), ("pl", "“pl” isn’t a language of the site.")],
)
def test_default_language_and_foreign_ones_cannot_be_hidden(without_german, languages, mistake):
    file = write(stored_configuration()).replace('hidden_languages = ["de"]', "")
    file = file.replace('name = "Example"', f'name = "Example"\nhidden_languages = ["{languages}"]')

    with pytest.raises(ScheduleFileError, match=mistake):
        apply_import(read_file(file.encode()))
