"""Topics, sections and channels at the desk: the preview, mistakes, and what needs attention."""

from __future__ import annotations

import pytest
from django.urls import reverse

from support.models import Channel, Organization, Section, Topic
from tests.admin.form import read_form

pytestmark = pytest.mark.django_db


@pytest.fixture
def typed(admin_client, initial_data):
    def send(row, **values):
        address = reverse(f"admin:support_{row._meta.model_name}_change", args=[row.pk])
        form = read_form(admin_client.get(address)) | values
        return admin_client.post(address, form).content.decode()

    return send


def test_section_is_previewed_as_the_page_shows_it_in_each_language(typed):
    section = Section.objects.get(slug="team")

    page = typed(section, text_de="**Wir** sind da.", _preview="Preview")

    assert "<p><strong>Wir</strong> sind da.</p>" in page
    assert "弊社では階層型のサポート体制を採用しておりません。" in page
    section.refresh_from_db()
    assert "**Wir**" not in section.text_de


def test_section_that_is_to_be_hidden_is_previewed_as_such(typed):
    page = typed(Section.objects.get(slug="team"), is_shown="", _preview="Preview")

    assert page.count("Not shown.") == 10


def test_topic_is_previewed_in_each_language(typed):
    page = typed(Topic.objects.get(slug="invoice"), name_fr="Vos factures", _preview="Preview")

    assert "<p>Vos factures</p>" in page


def test_mistake_in_a_text_loses_nothing_that_was_typed(typed):
    page = typed(Section.objects.get(slug="team"), text_en="[Here](javascript:alert)")

    assert "“javascript:alert” isn’t a valid link." in page
    assert "[Here](javascript:alert)</textarea>" in page


def test_chat_without_an_address_is_asked_about(admin_client, initial_data):
    Organization.objects.update(control_panel_url="")
    Channel.objects.update(address="")
    chat = Channel.objects.get(slug="control-panel-chat")

    page = admin_client.get("/admin/").content.decode()

    assert "Chats and forms with no address" in page
    assert f'href="/admin/support/channel/{chat.pk}/change/"' in page


def test_chat_that_leads_to_the_control_panel_is_not_asked_about(admin_client, initial_data):
    assert "with no address" not in admin_client.get("/admin/").content.decode()


@pytest.mark.parametrize(
    ("model", "field"),
    [("topic", "name"), ("section", "heading"), ("channel", "name"), ("audience", "name")],
)
def test_new_row_asks_for_its_name_first(admin_client, initial_data, model, field):
    page = admin_client.get(reverse(f"admin:support_{model}_add")).content.decode()

    form = page.partition(f'id="{model}_form"')[2]
    assert "<details" not in form.partition(f'name="{field}_en"')[0]


def test_new_row_stands_after_the_others(admin_client, initial_data):
    Topic.objects.filter(slug="invoice").update(position=40)

    assert read_form(admin_client.get(reverse("admin:support_topic_add")))["position"] == ["41"]
