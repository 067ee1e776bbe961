"""Addresses that a page leads to: what is entered, and what is stored already."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError

from support.directory import load_directory
from support.models import Channel, Department, Organization

pytestmark = pytest.mark.django_db

NO_LINKS = [
    "//evil.example",
    "ftp://example.com/",
    "javascript:alert(1)",
    "https://bank.example@evil.example/",
    "https:\\\\evil.example",
    "https://exam\nple.com/",
    "https:///nowhere",
    "https://example.com:port/",
]
NO_MAIL = [
    "support@example.com?bcc=other@example.com",
    "a?bcc=b@example.com",
    "a%0ab@example.com",
    "a@example.com,b@example.com",
    "mailto:a@example.com",
    "a b@example.com",
]


@pytest.mark.parametrize("address", NO_LINKS)
def test_link_that_leads_astray_is_refused(address):
    with pytest.raises(ValidationError):
        Organization(name="Example", website_url=address).full_clean()
    with pytest.raises(ValidationError):
        Channel(slug="a", name_en="A", kind="form", address=address).clean()


@pytest.mark.parametrize("address", NO_MAIL)
def test_mail_address_with_more_than_an_address_is_refused(address):
    with pytest.raises(ValidationError):
        Channel(slug="a", name_en="A", kind="email", address=address).clean()


@pytest.mark.parametrize("address", ["support@example.com", "a.b+c@mail.example.co.jp"])
def test_mail_address_is_taken(address):
    Channel(slug="a", name_en="A", kind="email", address=address).clean()


@pytest.mark.parametrize(
    "address",
    ["https://example.com/?q=a%20b#c", "http://localhost.example:8080/", "https://例え.jp/"],
)
def test_link_is_taken(address):
    Channel(slug="a", name_en="A", kind="form", address=address).clean()


@pytest.mark.parametrize("address", NO_LINKS)
def test_link_that_is_stored_already_is_not_shown(initial_data, address):
    Organization.objects.update(website_url=address, forum_url=address)
    Channel.objects.filter(slug="forum").update(address="")
    directory = load_directory()

    assert directory.organization.website_url == ""
    assert [channel.address for channel in directory.channels if channel.slug == "forum"] == [""]


def test_mail_address_that_is_stored_already_is_not_shown(initial_data):
    Channel.objects.filter(kind="email").update(address="a@example.com?bcc=b@example.com")

    addresses = {each.address for each in load_directory().channels if each.kind == "email"}
    assert addresses == {""}


def test_name_is_saved_on_one_line_and_without_controls(initial_data):
    sales = Department.objects.get(slug="sales")
    sales.name_en, sales.note_en = "Sales\r\nTeam\0", "One\r\ntwo\x1b"
    sales.save()

    sales.refresh_from_db()
    assert (sales.name_en, sales.note_en) == ("Sales Team", "One\r\ntwo")


@pytest.mark.parametrize(
    "path", ["/en/contact/sales/ja.ics", "/badge/en/sales/ja.svg", "/en/contact/sales/"]
)
def test_line_break_that_is_stored_already_does_no_harm(client, initial_data, path):
    Department.objects.filter(slug="sales").update(name_en="Sales\r\nTeam\x1b")

    answer = client.get(path)
    assert answer.status_code == 200
    assert "Sales Team" in answer.content.decode().replace("\r\n ", "")
