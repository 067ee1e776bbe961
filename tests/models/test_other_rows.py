from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import translation

from support.models import (
    Channel,
    Department,
    Organization,
    Product,
    UILocale,
    UnscheduledLanguage,
)
from tests import factories

pytestmark = pytest.mark.django_db


def test_row_that_has_a_text_only_in_german_does_not_read_empty_in_english():
    row = Department.objects.create(slug="sales", name_de="Vertrieb")

    with translation.override("en"):
        assert row.name == "Vertrieb"


def test_email_channel_needs_an_email_address():
    channel = Channel(
        slug="mail",
        name_en="E-mail",
        kind="email",
        address="https://x.example",
    )

    with pytest.raises(ValidationError) as caught:
        channel.full_clean()
    assert list(caught.value.message_dict) == ["address"]


def test_link_that_a_browser_would_run_is_refused():
    channel = Channel(
        slug="forum",
        name_en="Forum",
        kind="forum",
        address="javascript:alert(1)",
    )

    with pytest.raises(ValidationError):
        channel.full_clean()


def test_interface_locale_needs_a_region_for_its_flag():
    product = Product.objects.create(slug="website", name_en="Website")

    with pytest.raises(ValidationError) as caught:
        UILocale(product=product, locale="ja").full_clean()
    assert caught.value.message_dict == {
        "locale": ["“ja” has no region. Use a locale such as ja-JP or pt-PT."]
    }


def test_language_without_hours_is_there_once():
    beta = factories.department("beta")
    UnscheduledLanguage.objects.create(department=beta, language="en")

    with pytest.raises(IntegrityError), transaction.atomic():
        UnscheduledLanguage.objects.create(department=beta, language="en")


def test_there_is_one_organisation():
    Organization.objects.create(name="One")
    Organization(name="Other").save()

    assert list(Organization.objects.values_list("name", flat=True)) == ["Other"]


def test_database_refuses_a_second_organisation():
    with pytest.raises(IntegrityError), transaction.atomic():
        Organization.objects.bulk_create([Organization(pk=2, name="Other")])


@pytest.mark.parametrize(
    "url",
    [
        "https://www.example.com/?s={words}",
        "https://www.example.com/search/{words}/",
        "https://www.example.com/#find={words}",
    ],
)
def test_search_of_the_resource_centre_takes_the_words_after_its_host(url):
    Organization(name="One", resource_centre_search_url=url).full_clean()


@pytest.mark.parametrize(
    "url",
    [
        "https://www.example.com/?s=",
        "https://www.example.com/?s={word}",
        "https://www.example.com/?s={words}&lang={language}",
        "https://www.example.com/{words}?s={words}",
        "https://me:{words}@www.example.com/",
    ],
)
def test_search_of_the_resource_centre_needs_one_place_for_the_words(url):
    with pytest.raises(ValidationError) as caught:
        Organization(name="One", resource_centre_search_url=url).full_clean()
    assert caught.value.message_dict == {
        "resource_centre_search_url": [
            f"“{url}” has no place for the search words. Include {{words}} once, after the "
            "host name, as in https://www.example.com/?s={words}."
        ]
    }


@pytest.mark.parametrize("url", ["https://[/?s={words}", "javascript:alert('{words}')"])
def test_search_of_the_resource_centre_is_an_address(url):
    with pytest.raises(ValidationError):
        Organization(name="One", resource_centre_search_url=url).full_clean()
