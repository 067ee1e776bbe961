"""The page on which the configuration is taken away and put in."""

from __future__ import annotations

import pytest
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.auth.models import Permission, User
from django.contrib.contenttypes.models import ContentType
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from support.directory.revision import current_revision
from support.models import Department, LanguageWindow, Organization, StaffProfile
from support.schedule_file import apply_import, read_file, stored_configuration, write
from tests.admin.form import read_form

pytestmark = pytest.mark.django_db

URL = reverse("admin:configuration")
DOWNLOAD = reverse("admin:configuration_download")

EDITOR = ["view_department", "change_department", "import_schedule"]


@pytest.fixture
def file(initial_data) -> str:
    return write(stored_configuration())


@pytest.fixture
def shorter(file) -> str:
    """Japanese hours end at 15:00."""
    return file.replace("10:00-18:00", "10:00-15:00")


def body(response) -> str:
    return " ".join(response.content.decode().split())


def upload(client: Client, content: str | bytes):
    data = content.encode() if isinstance(content, str) else content
    return client.post(URL, {"file": SimpleUploadedFile("new.toml", data)})


def confirm(client: Client, preview):
    return client.post(URL, {"file_as_shown": read_form(preview)["file_as_shown"][0]})


def japanese_closings() -> set[str]:
    windows = LanguageWindow.objects.filter(language="ja")
    return {f"{closes:%H:%M}" for closes in windows.values_list("closes", flat=True)}


def signed_in_with(permissions: list[str]) -> Client:
    user = User.objects.create_user("staff", password="x", is_staff=True)
    content_type = ContentType.objects.get_for_model(Organization)
    for codename in permissions:
        permission = Permission.objects.filter(
            codename=codename, content_type__app_label="support"
        ).first() or Permission.objects.create(codename=codename, content_type=content_type)
        user.user_permissions.add(permission)
    client = Client()
    client.force_login(user)
    client.cookies["language"] = "en"
    return client


def test_download_is_the_whole_configuration(staff_client, file, clock):
    clock.stop_at("2026-11-23T05:00:00+00:00")

    response = staff_client.get(DOWNLOAD)

    assert response.content.decode() == file
    assert response.headers["Content-Type"] == "application/toml; charset=utf-8"
    assert response.headers["Content-Disposition"] == (
        'attachment; filename="configuration-2026-11-23.toml"'
    )
    assert "no-store" in response.headers["Cache-Control"]


def test_upload_shows_what_would_change_and_changes_nothing(staff_client, shorter, clock):
    clock.stop_at("2026-11-23T05:00:00+00:00")
    before = current_revision()

    response = upload(staff_client, shorter)

    page = body(response)
    assert "Preview (nothing saved yet)" in page
    assert "Sales (sales)" in page
    assert "Japanese: Mon–Fri 10:00–18:00 Asia/Tokyo" in page
    assert '<span class="text before">18:00</span> → <span class="text after">15:00</span>' in page
    assert "removes 60 hours" in page
    assert current_revision() == before


def test_confirmed_file_is_imported(staff_client, shorter):
    response = confirm(staff_client, upload(staff_client, shorter))

    assert response.status_code == 302
    assert japanese_closings() == {"15:00"}
    page = staff_client.get(URL).content.decode()
    assert "File imported: 2 entries changed." in page


def test_imported_rows_are_among_the_recent_actions(staff_client, shorter, admin_user):
    confirm(staff_client, upload(staff_client, shorter))

    entry = LogEntry.objects.get(object_id=str(Department.objects.get(slug="sales").pk))
    assert (entry.user, entry.action_flag) == (admin_user, CHANGE)
    assert LogEntry.objects.count() == 2


def test_deletions_are_shown_before_they_are_done(staff_client, file):
    start = file.index('[[channels]]\nslug = "forum"')

    page = body(upload(staff_client, file[:start]))

    assert "1 deleted" in page
    assert "Anything not in the file will be deleted" in page
    assert '<span class="kind deleted">Deleted</span> <strong>Community forum (forum)' in page


def test_file_that_says_what_is_here_already_has_nothing_to_confirm(staff_client, file):
    response = upload(staff_client, file)

    assert "The file matches the current configuration." in response.content.decode()
    assert "file_as_shown" not in read_form(response)


def test_edit_between_preview_and_confirmation_shows_the_preview_anew(staff_client, shorter):
    preview = upload(staff_client, shorter)
    Department.objects.filter(slug="sales").update(position=9)

    response = confirm(staff_client, preview)

    page = body(response)
    assert "Someone saved changes after you saw the preview" in page
    assert (
        '<span class="field-label">Position</span> <span class="text before">9</span> '
        '→ <span class="text after">3</span>' in page
    )
    assert japanese_closings() == {"18:00"}

    confirm(staff_client, response)
    assert japanese_closings() == {"15:00"}


@pytest.mark.parametrize("alteration", ["x", ""])
def test_altered_preview_is_not_imported(staff_client, shorter, alteration):
    carried = read_form(upload(staff_client, shorter))["file_as_shown"][0]

    response = staff_client.post(URL, {"file_as_shown": alteration + carried[1:]}, follow=True)

    assert "This preview is no longer available. Please upload the file again." in (
        response.content.decode()
    )
    assert japanese_closings() == {"18:00"}


def test_preview_of_somebody_else_is_not_confirmed(staff_client, shorter):
    preview = upload(staff_client, shorter)

    confirm(signed_in_with(EDITOR), preview)

    assert japanese_closings() == {"18:00"}


def test_every_mistake_is_listed(staff_client, file):
    page = upload(staff_client, file.replace("Asia/Tokyo", "Nowhere")).content.decode()

    assert "This file contains 2 mistakes. Nothing was changed." in page
    assert "departments “customer-support”, window 2" in page
    assert "“Nowhere” isn’t a time zone." in page


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"", "This file is empty."),
        (b"\xff\xfe", "line 1 isn’t UTF-8 text."),
        (b"a = = 1", "line 1, column 5: this isn’t valid TOML"),
        (b" " * 5_000_001, "This file is too big to upload here (the limit is 5 MB)."),
    ],
)
def test_what_is_no_such_file_is_refused_with_a_reason(
    staff_client, initial_data, content, expected
):
    response = upload(staff_client, content)

    assert response.status_code == 200
    assert expected in response.content.decode()


def test_file_too_big_for_a_form_is_left_to_the_command(staff_client, shorter, settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 12_000

    page = upload(staff_client, shorter).content.decode()

    assert "Import it with the import_schedule command instead." in page


def test_form_without_a_file_asks_for_one(staff_client, initial_data):
    assert "Choose a file." in staff_client.post(URL).content.decode()


def test_who_may_only_look_may_download_but_not_import(file):
    client = signed_in_with(["view_department"])

    assert client.get(DOWNLOAD).content.decode() == file
    assert 'type="file"' not in client.get(URL).content.decode()
    assert upload(client, file).status_code == 403


def test_who_may_import_may_import(shorter):
    client = signed_in_with(EDITOR)

    confirm(client, upload(client, shorter))

    assert japanese_closings() == {"15:00"}


def test_who_is_limited_to_chosen_departments_may_not_import(shorter, sales):
    client = signed_in_with(EDITOR)
    StaffProfile.objects.create(user=User.objects.get()).departments.add(sales)

    assert 'type="file"' not in client.get(URL).content.decode()
    assert upload(client, shorter).status_code == 403
    assert client.post(URL, {"file_as_shown": "x"}).status_code == 403


@pytest.mark.parametrize("url", [URL, DOWNLOAD])
def test_page_needs_leave_to_view_hours(initial_data, url):
    assert signed_in_with([]).get(url).status_code == 403


@pytest.mark.parametrize("departments", [1, 10])
def test_number_of_queries_does_not_grow(staff_client, django_assert_max_num_queries, departments):
    file = "".join(
        f'[[departments]]\nslug = "d{number}"\nname.en = "D"\n'
        '[[departments.windows]]\nlanguage = "ja"\nweekdays = "MO"\nhours = "10:00-18:00"\n'
        'zone = "UTC"\n'
        for number in range(departments)
    )
    apply_import(read_file(file.encode()))

    with django_assert_max_num_queries(33):
        upload(staff_client, file.replace("18:00", "17:00"))
