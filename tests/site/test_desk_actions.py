"""What can be pressed beside a desk, on the contact page, about the initial data."""

from __future__ import annotations

import re

import pytest

from support.models import Channel, Organization
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def monday_at_five(initial_data, clock):
    clock.stop_at("2026-11-23T05:00:00+00:00")


@pytest.fixture
def desk(client):
    """The first answer's desk: buttons, then other links."""

    def read(service, path="/en/contact/"):
        page = client.get(path).content.decode()
        answer = re.sub(r"<(template|script).*?</\1>", "", page, flags=re.DOTALL)
        row = answer.split(f'<li data-service="{service}"')[1].split("</li>")[0]
        links = re.findall(r'<a[^>]*aria-label="([^"]*)"', row)
        buttons = re.findall(r'<a class="button"[^>]*href="([^"]*)"', row)
        return links, buttons

    return read


def test_open_desk_has_one_button_and_its_other_channels_beside_it(desk):
    assert desk("sales/en") == (
        [
            "Open chat: Sales (English)",
            "Chat on the website: Sales (English)",
            "Contact form: Sales (English)",
            "Email to sales: Sales (English)",
        ],
        ["https://my.example.com/?department=sales&amp;language=en"],
    )


def test_closed_desk_reminds_and_can_be_written_to(desk):
    assert desk("sales/de", "/de/contact/") == (
        ["Erinnern lassen: Vertrieb (Deutsch)", "Jetzt schreiben: Vertrieb (Deutsch)"],
        ["/de/contact/sales/de/next.ics", "https://www.example.com/contact/"],
    )


def test_closed_desk_without_a_form_elsewhere_leads_to_the_portals_own(desk):
    Channel.objects.filter(kind__in=["form", "email"]).delete()

    assert desk("sales/de", "/de/contact/") == (
        ["Erinnern lassen: Vertrieb (Deutsch)", "Jetzt schreiben: Vertrieb (Deutsch)"],
        ["/de/contact/sales/de/next.ics", "/de/contact/write/?department=sales&amp;language=de"],
    )


def test_chat_without_an_address_elsewhere_is_the_portals_own_form(desk):
    Channel.objects.exclude(kind="chat").delete()
    Channel.objects.update(address="")
    Organization.objects.update(control_panel_url="")

    assert desk("sales/en")[1] == ["/en/contact/write/?department=sales&amp;language=en"]


def test_desk_that_never_opens_again_does_not_remind(desk):
    factories.closure("2026-11-23T00:00", "2199-01-01T00:00")

    assert desk("sales/en") == (
        ["Write to us now: Sales (English)"],
        ["https://www.example.com/contact/"],
    )


def test_desk_without_set_hours_has_its_channels(desk):
    assert desk("beta-testing/en") == (
        ["Open chat: Beta testing (English)"],
        ["https://my.example.com/?department=beta-testing&amp;language=en"],
    )


def test_desk_of_another_language_is_opened_in_that_language(desk):
    assert desk("sales/ja") == (
        ["Open chat: Sales (Japanese)"],
        ["https://my.example.com/?department=sales&amp;language=ja"],
    )
