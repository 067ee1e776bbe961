"""The preview of a form: a dry run of the save."""

from __future__ import annotations

from datetime import time

import pytest
from django.contrib.admin.models import LogEntry
from django.urls import reverse

from support.directory.revision import current_revision
from support.models import Closure, Department, SpecialHours, StaffProfile
from tests import factories
from tests.admin.form import add_row, read_form

pytestmark = pytest.mark.django_db

ADD_DEPARTMENT = reverse("admin:support_department_add")
ADD_SPECIAL_HOURS = reverse("admin:support_specialhours_add")
ADD_CLOSURE = reverse("admin:support_closure_add")

NOTHING_IS_SAVED = "Preview (nothing saved yet)"

DANISH = {
    "language": "Danish (da)",
    "zone": "Denmark Time (Europe/Copenhagen)",
    "weekdays": ["MO", "TU"],
    "hours": "9-24",
}


@pytest.fixture(autouse=True)
def monday(clock):
    clock.stop_at("2026-11-23T05:00:00+00:00")


@pytest.fixture
def preview(staff_client, desk):
    def send(form, url=desk.url, button="_preview"):
        return staff_client.post(url, form | {button: ["Preview"]})

    return send


def body(response):
    return response.content.decode()


def test_preview_shows_what_the_save_would_do(preview, desk):
    page = body(preview(desk.untouched() | {"windows-1-hours": ["10:00-15:00"]}))

    assert NOTHING_IS_SAVED in page
    assert "<strong>Japanese</strong>: removes 60 hours" in page
    assert "Mon 23 Nov, 15:00–18:00 (Japan time) · Mon 23 Nov, 06:00–09:00 (UTC)" in page


def test_times_are_shown_on_the_clock_of_the_staff_member_too(preview, desk, admin_user):
    StaffProfile.objects.create(user=admin_user, zone="Europe/Paris")

    page = body(preview(desk.open() | {"windows-1-hours": ["10:00-15:00"]}))

    assert "15:00–18:00 (Japan time) · Mon 23 Nov, 07:00–10:00 (Central European Time)" in page


def test_preview_writes_nothing(preview, desk, sales, client):
    before = [str(row) for row in sales.windows.all()]
    revision = current_revision()
    form = desk.untouched() | {"windows-1-hours": ["10:00-15:00"], "windows-0-DELETE": ["on"]}
    add_row(form, "windows", **DANISH)

    page = body(preview(form))

    sales.refresh_from_db()
    assert [str(row) for row in sales.windows.all()] == before
    assert (sales.edit_version, current_revision()) == (0, revision)
    assert LogEntry.objects.count() == 0
    assert "was changed successfully" not in page
    assert "10:00～18:00" in body(client.get("/ja/contact/"))


def test_form_is_shown_again_with_everything_that_was_typed(preview, desk):
    form = desk.untouched() | {
        "note_en": ["My careful <words>"],
        "windows-1-hours": ["10:00-15:00"],
        "windows-0-DELETE": ["on"],
    }
    add_row(form, "windows", **DANISH)

    shown = read_form(preview(form))

    assert {name: shown[name] for name in form} == form


def test_form_of_a_preview_is_saved_as_it_stands(preview, desk, sales):
    form = desk.untouched() | {"windows-1-hours": ["10:00-15:00"], "windows-0-DELETE": ["on"]}
    add_row(form, "windows", **DANISH)

    assert desk.save(read_form(preview(form))).status_code == 302
    assert sales.windows.get(language="ja").closes == time(15)
    assert sales.windows.get(language="da").closes == time(0)
    assert not sales.windows.filter(language="en").exists()


def test_mistake_is_shown_as_when_saving(preview, desk):
    page = body(preview(desk.untouched() | {"windows-1-hours": ["10:00-26:00"]}))

    assert "“26:00” isn’t a time of day." in page
    assert NOTHING_IS_SAVED not in page


def test_who_previews_after_somebody_else_saved_is_warned(preview, desk):
    mine = desk.untouched()
    desk.save(desk.open() | {"windows-1-hours": ["10:00-17:00"]})

    page = body(preview(mine | {"windows-1-hours": ["10:00-15:00"]}))

    assert "Someone else changed this while you were editing." in page
    assert NOTHING_IS_SAVED not in page


def test_somebody_elses_save_after_a_preview_is_not_overwritten(preview, desk):
    previewed = read_form(preview(desk.untouched() | {"windows-1-hours": ["10:00-15:00"]}))
    desk.save(desk.open() | {"windows-1-hours": ["10:00-17:00"]})

    page = body(desk.save(previewed))

    assert "Someone else changed this while you were editing." in page


def test_edit_of_a_text_is_no_change_in_hours(preview, desk):
    page = body(preview(desk.untouched() | {"note_en": ["New"]}))

    assert "No change in hours." in page


def test_new_short_name_is_no_change_in_hours(preview, desk):
    page = body(preview(desk.untouched() | {"slug": ["selling"]}))

    assert "No change in hours." in page


def test_new_department_is_previewed(preview, staff_client):
    form = read_form(staff_client.get(ADD_DEPARTMENT))
    form |= {"slug": ["press"], "name_en": ["Press"]}
    add_row(form, "windows", **DANISH)

    response = preview(form, ADD_DEPARTMENT)

    page = body(response)
    assert "This department is new." in page
    assert "<strong>Danish</strong>: adds 120 hours" in page
    assert not Department.objects.filter(slug="press").exists()
    assert staff_client.post(ADD_DEPARTMENT, read_form(response)).status_code == 302
    assert Department.objects.get(slug="press").windows.get().language == "da"


def special_hours(staff_client, **values):
    typed = {
        "languages": ["ja"],
        "first_day": ["2026-12-24"],
        "effect": ["hours"],
        "opens": ["10:00"],
        "closes": ["15:00"],
        "zone": ["Japan (Asia/Tokyo)"],
    }
    form = read_form(staff_client.get(ADD_SPECIAL_HOURS))
    return form | typed | {name: [value] for name, value in values.items()}


def test_special_hours_in_a_month_are_previewed(preview, staff_client, sales):
    page = body(preview(special_hours(staff_client, department=sales.pk), ADD_SPECIAL_HOURS))

    assert "Nothing changes in the next four weeks." in page
    assert "<strong>Japanese</strong>: removes 3 hours" in page
    assert "Thu 24 Dec, 15:00–18:00 (Japan time) · Thu 24 Dec, 06:00–09:00 (UTC)" in page
    # Where the page is looked at, unless another moment is chosen: at the first change.
    assert 'name="preview-date" value="2026-12-24"' in page
    assert 'name="preview-time" value="06:00"' in page
    assert not SpecialHours.objects.exists()


def test_special_hours_for_all_departments_are_previewed_for_all(preview, staff_client, sales):
    page = body(preview(special_hours(staff_client, department=""), ADD_SPECIAL_HOURS))

    assert "<h3>Sales</h3>" in page
    assert "<h3>Customer support</h3>" in page
    assert "<h3>Finance</h3>" not in page


def test_special_hours_that_move_to_another_department_differ_in_both(preview, staff_client, sales):
    row = factories.closed_on("2026-11-24", department=sales)
    url = reverse("admin:support_specialhours_change", args=[row.pk])
    finance = Department.objects.get(slug="finance")

    page = body(preview(read_form(staff_client.get(url)) | {"department": [finance.pk]}, url))

    assert "<strong>Japanese</strong>: adds 8 hours" in page
    assert "<h3>Finance</h3>" in page
    assert "<strong>English</strong>: removes 22 hours" in page


def test_closure_is_previewed(preview, staff_client, sales):
    form = read_form(staff_client.get(ADD_CLOSURE)) | {
        "department": [sales.pk],
        "starts_on": ["2026-11-23"],
        "starts_at": ["04:00"],
        "ends_on": ["2026-11-23"],
        "ends_at": ["06:30"],
        "zone": ["UTC"],
    }

    page = body(preview(form, ADD_CLOSURE))

    assert "<strong>Japanese</strong>: removes 1 hour 30 minutes" in page
    assert "Right now, before:" in page
    assert not Closure.objects.exists()


AT_SIX = {
    "preview-language": ["ja"],
    "preview-date": ["2026-11-23"],
    "preview-time": ["15:30"],
    "preview-zone": ["Asia/Tokyo"],
}


def test_contact_page_is_shown_as_it_would_read(preview, desk, sales):
    form = desk.untouched() | {"windows-1-hours": ["10:00-15:00"]}

    response = preview(form | AT_SIX, button="_preview_page")

    page = body(response)
    assert '<html lang="ja"' in page
    assert "10:00～15:00" in page
    assert NOTHING_IS_SAVED in page
    assert "Mon 23 Nov 2026, 15:30 (Japan time)" in page
    assert "no-store" in response.headers["Cache-Control"]
    assert response.headers["X-Frame-Options"] == "DENY"
    assert sales.windows.get(language="ja").closes == time(18)


def test_moment_that_cannot_be_read_is_shown_above_the_page_of_now(preview, desk):
    wrong = AT_SIX | {"preview-time": ["26:00"]}

    page = body(preview(desk.untouched() | wrong, button="_preview_page"))

    assert "Time: “26:00” isn’t a time of day." in page
    assert "Mon 23 Nov 2026, 05:00 (UTC)" in page


def test_chosen_moment_is_kept_from_preview_to_preview(preview, desk):
    page = body(preview(desk.untouched() | AT_SIX))

    assert 'name="preview-time" value="15:30"' in page


def test_form_that_was_not_previewed_has_no_preview(staff_client, desk):
    page = body(staff_client.get(desk.url))

    assert 'name="_preview"' in page
    assert NOTHING_IS_SAVED not in page


def test_pages_without_hours_have_no_preview(staff_client, sales):
    page = body(staff_client.get(reverse("admin:support_channel_add")))

    assert 'name="_preview"' not in page


def test_who_may_only_look_previews_nothing(client, desk, django_user_model):
    from django.contrib.auth.models import Permission

    viewer = django_user_model.objects.create_user("viewer", is_staff=True)
    viewer.user_permissions.add(Permission.objects.get(codename="view_department"))
    form = desk.untouched()
    client.force_login(viewer)

    assert 'name="_preview"' not in body(client.get(desk.url))
    assert client.post(desk.url, form | {"_preview": ["Preview"]}).status_code == 403


def test_number_of_queries_does_not_grow_with_other_departments(
    preview, desk, django_assert_max_num_queries
):
    form = desk.untouched() | {"windows-1-hours": ["10:00-15:00"]}
    preview(form)
    with django_assert_max_num_queries(114):
        preview(form)
    for number in range(3):
        row = factories.department(f"d{number}", name_en=f"D{number}")
        factories.window(row, "MO 09:00-17:00 UTC")

    with django_assert_max_num_queries(114):
        preview(form)
