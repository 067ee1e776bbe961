"""What a company says of itself on the public pages comes from its rows."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.contrib.staticfiles import finders

from support.models import Channel, Organization, Section, Topic

pytestmark = pytest.mark.django_db


@pytest.fixture
def body(client, initial_data):
    def read(path="/en/contact/"):
        return " ".join(client.get(path).content.decode().split())

    return read


@pytest.fixture
def channel(initial_data):
    def add(**fields):
        row = Channel.objects.create(slug="new", name_en="New", **fields)
        row.departments.set(Channel.objects.get(slug="control-panel-chat").departments.all())

    return add


def test_telephone_is_tapped_on_a_phone(body, channel):
    channel(kind="telephone", address="+44 20 7946-0000")

    assert '<a class="address" href="tel:+442079460000">+44 20 7946-0000</a>' in body()


def test_department_and_language_are_filled_into_an_address(body, channel):
    channel(kind="messenger", address="https://m.example/?to={department}&in={language}")

    assert "https://m.example/?to=sales&amp;in=ja" in body()
    assert "{department}" not in body()


def test_channel_without_an_address_leads_to_its_instructions(body, channel):
    channel(kind="video", instructions_en="Ask for a link.")

    page = body("/en/contact/sales/")
    assert 'href="#channel-new"' in body()
    assert 'id="channel-new"' in page


def test_channel_that_leads_nowhere_is_not_shown(body, channel):
    channel(kind="messenger")

    assert "channel-new" not in body()


def test_form_without_an_address_elsewhere_is_the_portals_own(body, channel):
    channel(kind="form")

    assert '<a href="/en/contact/write/?language=en">' in body()


def test_every_kind_of_channel_has_an_icon():
    sprite = Path(finders.find("support/channels.svg")).read_text("utf-8")

    assert [kind for kind in Channel.Kind.values if f'<symbol id="{kind}"' not in sprite] == []


def test_sections_are_folded_and_have_addresses(body):
    page = body()

    assert '<summary><h3 id="section-team-heading">How our team is organised</h3></summary>' in page
    assert '<div class="prose" id="section-team">' in page


def test_hidden_rows_are_not_on_the_page(body):
    Section.objects.filter(slug="team").update(is_shown=False)
    Topic.objects.filter(slug="invoice").update(is_shown=False)

    page = body()
    assert "How our team is organised" not in page
    assert "Invoices and payments" not in page


def test_section_in_another_language_is_marked_up_with_it(body):
    Section.objects.filter(slug="team").update(text_de="")

    assert '<div class="prose" id="section-team" lang="en" dir="ltr">' in body("/de/contact/")


def test_foot_of_the_page_links_to_what_must_be_said(body):
    page = body("/de/contact/sales/")

    assert '<a href="https://www.example.com/de/privacy/">Datenschutzerklärung</a>' in page
    assert '<a href="https://www.example.com/de/imprint/">Impressum</a>' in page
    assert '<a href="/de/contact/#section-accessibility">Barrierefreiheit</a>' in page


def test_notice_in_another_language_is_marked_up_with_it(body):
    Organization.objects.update(privacy_url_de="")

    assert '<a href="https://www.example.com/en/privacy/" hreflang="en">' in body("/de/contact/")


def test_company_that_says_nothing_has_no_empty_parts(client, db):
    page = client.get("/en/contact/").content.decode()

    assert 'class="topics"' not in page
    assert 'class="questions"' not in page
    assert 'class="legal"' not in page
