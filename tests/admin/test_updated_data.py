"""Hours that come out otherwise after an update of the data are shown at the desk."""

from __future__ import annotations

import pytest
from django.urls import reverse

from support.directory import load_directory
from support.models import AgreedData
from support.planning.agreed_data import agree
from tests import factories
from tests.admin.form import read_form
from tests.lock_errors import of_sqlite

pytestmark = pytest.mark.django_db

URL = reverse("admin:updated_data")


@pytest.fixture(autouse=True)
def monday(clock):
    clock.stop_at("2026-11-23T05:00:00+00:00")


@pytest.fixture
def press(db):
    row = factories.department("press")
    factories.window(row, "MO,TU,WE,TH,FR 10:00-18:00 Asia/Tokyo", language="ja", holidays="JP")
    return row


@pytest.fixture
def updated(press, now):
    agree(load_directory(), now)
    row = AgreedData.objects.get()
    row.versions = {"tzdata": "2025.1", "holidays": "0.1"}
    del row.calendars["JP"]["2027-01-11"]
    row.zones["Asia/Tokyo"] = [[1767225600, 28800]]
    row.save()


@pytest.fixture
def now():
    from support import clock

    return clock.now()


def body(response):
    return response.content.decode()


def test_what_differs_needs_attention_until_it_is_confirmed(staff_client, updated):
    first_page = body(staff_client.get(reverse("admin:index")))
    assert (
        "Press in Japanese: 11 Jan 2027, 成人の日, is now a public holiday (Japan); it wasn’t "
        "before the update." in first_page
    )

    shown = staff_client.get(URL)
    assert (
        "are now 1 hour earlier than before the update, because the rules for Japan time"
        in body(shown)
    )
    assert "2025.1" in body(shown)
    staff_client.post(URL, read_form(shown))

    assert "No hours are affected." in body(staff_client.get(URL))
    assert "before the update" not in body(staff_client.get(reverse("admin:index")))


def test_what_was_not_shown_is_not_confirmed(staff_client, updated):
    page = body(staff_client.post(URL, {"seen": ["something else"]}, follow=True))

    assert "This has changed in the meantime." in page
    assert AgreedData.objects.get().versions["tzdata"] == "2025.1"


def test_save_at_the_desk_keeps_what_the_data_say(staff_client, press):
    form = read_form(staff_client.get(reverse("admin:my_settings")))
    staff_client.post(reverse("admin:my_settings"), form | {"zone": ["Japan"]})

    assert list(AgreedData.objects.get().calendars) == ["JP"]


def test_look_at_the_desk_writes_nothing(staff_client, press):
    staff_client.get(reverse("admin:index"))

    assert not AgreedData.objects.exists()


def test_who_is_not_signed_in_writes_nothing(client, press):
    assert client.post(reverse("admin:my_settings"), {"zone": "Japan"}).status_code == 302

    assert not AgreedData.objects.exists()


def test_save_stands_where_what_the_data_say_cannot_be_kept(staff_client, press, monkeypatch):
    address = reverse("admin:support_department_change", args=[press.pk])
    typed = read_form(staff_client.get(address)) | {"name_en": ["Saved"]}
    monkeypatch.setattr("support.planning.agreed_data._agreed", fail)
    answer = staff_client.post(address, typed)

    press.refresh_from_db()
    assert (answer.status_code, press.name_en) == (302, "Saved")


def fail():
    raise of_sqlite()
