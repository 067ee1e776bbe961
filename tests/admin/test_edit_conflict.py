from __future__ import annotations

from html import unescape

import pytest
from django.urls import reverse

from support.models import Channel, Department
from support.models.history import history_of
from tests import factories
from tests.admin.form import add_row, read_form

pytestmark = pytest.mark.django_db


def body(response):
    return " ".join(unescape(response.content.decode()).split())


@pytest.fixture
def second(desk):
    """The form of somebody whose page was opened before another editor saved."""
    form = desk.untouched()
    first = desk.untouched()
    first["windows-1-hours"] = ["10:00-17:00"]
    assert desk.save(first).status_code == 302
    form["windows-1-hours"] = ["10:00-16:00"]
    form["note_en"] = ["What I typed"]
    return form


def test_second_editor_is_shown_who_was_first_and_what_changed(desk, second):
    response = desk.save(second)

    assert response.status_code == 200
    assert "Someone else changed this while you were editing." in body(response)
    assert "<strong>admin</strong> · <time" in body(response)
    assert (
        'Closes <span class="quiet">(changed by both)</span></th> '
        "<td>18:00</td> <td>17:00</td> <td>16:00</td>" in body(response)
    )
    assert (
        'Note · English</th> <td lang="en">–</td> <td class="quiet">not changed</td> '
        '<td lang="en">What I typed</td>' in body(response)
    )


def test_nothing_is_overwritten_and_nothing_typed_is_lost(desk, second, sales):
    response = desk.save(second)

    assert sales.windows.get(language="ja").closes.hour == 17
    assert "What I typed" in body(response)
    assert 'value="10:00–16:00"' in body(response)


def test_saving_again_replaces_knowingly(desk, second, sales):
    again = read_form(desk.save(second))

    assert desk.save(again).status_code == 302
    assert sales.windows.get(language="ja").closes.hour == 16


def test_window_that_was_deleted_meanwhile_is_no_error_of_ours(desk, sales):
    form = desk.untouched()
    sales.windows.get(language="ja").delete()
    form["windows-1-hours"] = ["10:00-16:00"]

    assert desk.save(form).status_code == 200


def test_department_that_was_deleted_meanwhile_is_shown(staff_client, desk, sales):
    form = desk.untouched()
    Department.objects.filter(pk=sales.pk).delete()

    assert desk.save(form).status_code == 302


def test_form_without_its_version_is_treated_as_old(desk):
    form = desk.untouched()
    desk.save(desk.untouched())
    del form["seen_edit_version"]

    assert "while you were editing" in body(desk.save(form))


@pytest.mark.parametrize("version", ["", "x", "-1", "9" * 30])
def test_version_that_is_none_is_refused(desk, version):
    form = desk.untouched() | {"seen_edit_version": [version]}

    assert desk.save(form).status_code == 200


def test_what_only_the_other_changed_stays_theirs(desk, sales):
    form, first = desk.untouched(), desk.untouched()
    first["note_en"] = ["Theirs"]
    first["windows-1-weekdays"] = ["MO", "TU"]
    desk.save(first)
    form["windows-1-hours"] = ["10:00-16:00"]

    refused = desk.save(form)
    assert (
        'Note · English</th> <td lang="en">–</td> <td lang="en">Theirs</td> '
        '<td class="quiet">not changed</td>' in body(refused)
    )
    assert desk.save(read_form(refused)).status_code == 302
    sales.refresh_from_db()
    window = sales.windows.get(language="ja")
    assert sales.note_en == "Theirs"
    assert (f"{window.closes:%H:%M}", sorted(day.name for day in window.weekdays)) == (
        "16:00",
        ["MO", "TU"],
    )


def test_window_that_the_other_added_is_kept(desk, sales):
    form, first = desk.untouched(), desk.untouched()
    danish = {"language": "da", "weekdays": ["MO"], "opens": "9:00", "closes": "24:00"}
    add_row(first, "windows", zone="Europe/Copenhagen", id="", **danish)
    assert desk.save(first).status_code == 302
    add_row(form, "windows", zone="Europe/Stockholm", id="", **danish | {"language": "sv"})

    refused = desk.save(form)
    assert "Language window: Danish: Mon 09:00–24:00 Europe/Copenhagen (added by them)" in body(
        refused
    )
    assert desk.save(read_form(refused)).status_code == 302
    assert sales.windows.filter(language__in=["da", "sv"]).count() == 2


def test_window_that_the_other_deleted_is_added_again_if_one_changed_it(desk, sales):
    form, first = desk.untouched(), desk.untouched()
    first["windows-1-DELETE"] = ["on"]
    assert desk.save(first).status_code == 302
    form["windows-1-hours"] = ["10:00-16:00"]

    refused = desk.save(form)
    assert "deleted by them, changed by you: saving would add it again" in body(refused)
    assert desk.save(read_form(refused)).status_code == 302
    assert f"{sales.windows.get(language='ja').closes:%H:%M}" == "16:00"


def test_window_that_the_other_deleted_stays_deleted_if_one_did_not_touch_it(desk, sales):
    form, first = desk.untouched(), desk.untouched()
    first["windows-1-DELETE"] = ["on"]
    desk.save(first)
    form["note_en"] = ["Mine"]

    refused = desk.save(form)
    assert "Language window: Japanese: Mon–Fri 10:00–18:00 Asia/Tokyo (deleted by them)" in body(
        refused
    )
    assert desk.save(read_form(refused)).status_code == 302
    sales.refresh_from_db()
    assert not sales.windows.filter(language="ja").exists()
    assert sales.note_en == "Mine"


def test_window_that_one_deletes_while_the_other_changes_it_is_shown(desk, sales):
    form, first = desk.untouched(), desk.untouched()
    first["windows-1-hours"] = ["10:00-17:00"]
    desk.save(first)
    form["windows-1-DELETE"] = ["on"]

    refused = desk.save(form)
    assert "changed by them, deleted by you" in body(refused)
    assert desk.save(read_form(refused)).status_code == 302
    assert not sales.windows.filter(language="ja").exists()


def test_window_that_a_program_deleted_can_be_saved_again(desk, sales):
    form = desk.untouched()
    sales.windows.get(language="ja").delete()
    form["windows-1-hours"] = ["10:00-16:00"]

    refused = desk.save(form)
    assert "saving would add it again" in body(refused)
    assert desk.save(read_form(refused)).status_code == 302
    assert f"{sales.windows.get(language='ja').closes:%H:%M}" == "16:00"


def test_third_editor_in_between_is_warned_too(desk, second, sales):
    again = read_form(desk.save(second))
    third = desk.open()
    third["note_ja"] = ["三人目"]
    assert desk.save(third).status_code == 302

    refused = desk.save(again)
    assert "while you were editing" in body(refused)
    assert desk.save(read_form(refused)).status_code == 302
    sales.refresh_from_db()
    assert (sales.note_ja, sales.note_en) == ("三人目", "What I typed")


def test_mistake_of_ones_own_is_kept_and_shown_on_saving_again(desk, second):
    second["windows-1-zone"] = ["Atlantis"]

    refused = desk.save(second)
    assert "<td>Atlantis</td>" in body(refused)
    assert "“Atlantis” isn’t a time zone." in body(desk.save(read_form(refused)))


def test_without_records_all_that_differs_is_ones_own(desk, second, sales):
    history_of(Department).filter(id=sales.pk).delete()

    refused = desk.save(second)
    assert "<td>unknown</td> <td>17:00</td> <td>16:00</td>" in body(refused)
    assert desk.save(read_form(refused)).status_code == 302
    assert f"{sales.windows.get(language='ja').closes:%H:%M}" == "16:00"


def test_departments_of_a_channel_are_merged_as_a_whole(staff_client, initial_data):
    channel = Channel.objects.get(slug="sales-form")
    url = reverse("admin:support_channel_change", args=[channel.pk])
    form, first = (read_form(staff_client.get(url)) for _ in range(2))
    finance = Department.objects.get(slug="finance")
    first["departments"] = [*first["departments"], str(finance.pk)]
    assert staff_client.post(url, first).status_code == 302
    form["address"] = ["https://example.com/"]

    refused = staff_client.post(url, form)
    assert (
        "Departments</th> <td>Sales</td> <td>Sales and Finance</td> "
        '<td class="quiet">not changed</td>' in body(refused)
    )
    assert staff_client.post(url, read_form(refused)).status_code == 302
    channel.refresh_from_db()
    assert channel.address == "https://example.com/"
    assert channel.departments.count() == 2


@pytest.mark.parametrize(
    ("name", "column"),
    [("product", "summary_en"), ("organization", "experts_en"), ("specialhours", "reason_en")],
)
def test_every_form_shows_both_versions(staff_client, initial_data, name, column):
    factories.closed_on("2026-12-24", pk=1)
    url = reverse(f"admin:support_{name}_change", args=[1])
    form, first = (read_form(staff_client.get(url)) for _ in range(2))
    assert staff_client.post(url, first | {column: ["Theirs"]}).status_code == 302

    refused = staff_client.post(url, form | {column: ["Mine"]})
    assert '<td lang="en">Theirs</td> <td lang="en">Mine</td>' in body(refused)
    assert staff_client.post(url, read_form(refused)).status_code == 302


def test_conflict_is_shown_in_the_language_of_the_reader(staff_client, desk, second):
    staff_client.cookies["language"] = "ja"

    assert "月～金" in body(desk.save(second))
