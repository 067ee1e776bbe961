"""Incidents at the desk: the form, its preview, what needs attention, and putting back."""

from __future__ import annotations

from datetime import datetime

import pytest
from django.urls import reverse

from support.history.put_back import put_back
from support.models import Incident
from tests import factories
from tests.admin.form import read_form
from tests.admin.walk import make_staff, sign_in

pytestmark = pytest.mark.django_db

ADD = reverse("admin:support_incident_add")
AN_HOUR_EARLIER = "2026-11-23T04:00:00+00:00"
NOW = "2026-11-23T05:00:00+00:00"


@pytest.fixture(autouse=True)
def five_o_clock(clock):
    clock.stop_at(NOW)


def test_form_starts_now_and_asks_for_the_end(staff_client):
    form = read_form(staff_client.get(ADD))

    assert form["starts_on"] == ["2026-11-23"]
    assert form["starts_at"] == ["05:00"]
    page = staff_client.post(ADD, form | {"text_en": "Chat is down."})
    assert list(page.context["adminform"].form.errors) == ["ends_on", "ends_at"]
    assert not Incident.objects.exists()


def test_incident_is_saved_and_on_the_page(staff_client, client):
    form = read_form(staff_client.get(ADD))
    typed = {"text_en": "Chat is down.", "ends_on": "2026-11-23", "ends_at": "24:00"}

    staff_client.post(ADD, form | typed)

    assert "Chat is down." in client.get("/en/contact/").text
    assert str(Incident.objects.get().period.end) == "2026-11-24 00:00:00+00:00"


def test_incident_is_previewed_in_each_language_and_not_saved(staff_client):
    form = read_form(staff_client.get(ADD))
    typed = {"ends_on": "2026-11-24", "ends_at": "07:00", "link": "https://status.example/"}
    texts = {"text_en": "Chat is down.", "text_fr": "Le chat est en panne."}

    page = staff_client.post(ADD, form | typed | texts | {"_preview": "Preview"}).text

    assert '<p>Le chat est en panne. <a href="https://status.example/">' in page
    assert page.count('<span lang="en">Chat is down.</span>') == 8
    assert not Incident.objects.exists()


def test_incident_that_lacks_a_text_or_is_over_needs_attention(staff_client):
    others = {f"text_{code}": "x" for code in ("it", "pt", "fr", "nl", "es", "sv", "da")}
    factories.incident("2026-11-23T04:00", "2026-11-23T06:00", **others)
    factories.incident("2026-11-23T01:00", "2026-11-23T05:00", text_en="Chat is down.")

    page = staff_client.get("/admin/").text

    assert "We are working on it.: no text in 日本語 and Deutsch" in page
    assert "Chat is down.: over. Delete it, or choose a later end." in page


def test_text_of_an_incident_is_put_back(clock):
    clock.stop_at(AN_HOUR_EARLIER)
    incident = factories.incident("2026-11-23T04:00", "2026-11-23T06:00", text_en="Before")
    clock.stop_at(NOW)
    incident.text_en = "After"
    incident.save()

    put_back(Incident, incident.pk, datetime.fromisoformat(AN_HOUR_EARLIER))

    incident.refresh_from_db()
    assert incident.text_en == "Before"


@pytest.mark.parametrize(
    ("role", "status"), [("hours editor", 200), ("limited editor", 403), ("translator", 403)]
)
def test_who_may_change_the_hours_of_everybody_may_tell_of_an_incident(initial_data, role, status):
    make_staff()

    assert sign_in(role).get(ADD).status_code == status
