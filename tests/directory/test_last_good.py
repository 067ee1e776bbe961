"""With the database gone, the contact page goes on being served."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from unittest.mock import Mock

import pytest
from django.db import OperationalError
from django.utils import translation

from support.contact_page import Viewpoint, contact_page
from support.contact_page.lines.valid_until import valid_until
from support.directory import current, last_good, load_directory
from support.directory.current import CurrentDirectory, NoDirectory, current_directory
from support.models import Department, LanguageWindow
from tests import factories

pytestmark = pytest.mark.django_db

MONDAY_12_UTC = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


@pytest.fixture
def file(settings, tmp_path):
    settings.LAST_GOOD_FILE = tmp_path / "folder" / "last-good.json"
    return settings.LAST_GOOD_FILE


@pytest.fixture
def gone(monkeypatch):
    """The database stops answering when this is called."""

    def refuse(*args):
        raise OperationalError("the database is gone")

    def begin():
        monkeypatch.setattr("support.directory.current.current_token", refuse)
        monkeypatch.setattr("support.directory.current.load_directory", refuse)

    return begin


def page(directory, language="ja"):
    with translation.override(language):
        return contact_page(directory, Viewpoint(language, MONDAY_12_UTC))


def test_directory_comes_back_from_disk_as_it_was(initial_data, file):
    LanguageWindow.objects.filter(language="ja").update(
        valid_from="2026-01-01", valid_through="2027-12-31"
    )
    LanguageWindow.objects.filter(language="it").update(holidays="IT")
    factories.hours_on(
        "2026-11-24/2026-11-25", "10:00-24:00 UTC", language="de", reason_en="Company meeting"
    )
    factories.closure("2026-11-23T11:00", "2026-11-23T14:00", "Asia/Tokyo")
    directory = load_directory()
    last_good.write(directory)

    read = last_good.read()
    assert read is not None
    assert (read.revision, read.token) == (directory.revision, directory.token)
    assert page(read) == page(directory)
    assert valid_until(read, MONDAY_12_UTC) == valid_until(directory, MONDAY_12_UTC)


def test_process_that_read_the_file_makes_anew_only_what_was_edited_since(initial_data, file):
    last_good.write(load_directory())
    read = last_good.read()
    LanguageWindow.objects.filter(department__slug="sales", language="ja").update(closes="15:00")

    after = load_directory(read)
    assert [entry.slug for entry in after.departments if entry not in read.departments] == ["sales"]


def test_file_of_another_version_is_read_by_the_names_of_its_columns(file):
    file.parent.mkdir()
    file.write_text(
        """{"format": 3, "revision": 7, "written_by": "a later version", "blocks": [
        {"model": "department", "columns": ["name_en", "colour", "slug", "id"],
         "rows": [["Sales", "red", "sales", 3]]},
        {"model": "languagewindow",
         "columns": ["id", "department_id", "language", "weekdays", "opens", "closes", "zone"],
         "rows": [[5, 3, "ja", "MO,TU", "10:00:00", "00:00:00", "Asia/Tokyo"]]},
        {"model": "mascot", "columns": ["id"], "rows": [[1]]}
        ]}""",
        "utf-8",
    )

    read = last_good.read()
    (sales,) = read.departments
    assert (read.revision, sales.slug, sales.name.read("ja")) == (7, "sales", "Sales")
    assert sales.note.read("en") == ""
    assert [str(hours.window) for hours in sales.languages[0].hours] == [
        "MO,TU 10:00-24:00 Asia/Tokyo"
    ]


def test_file_that_a_dead_process_left_half_written_goes(initial_data, file):
    file.parent.mkdir()
    abandoned, in_use = file.with_name(f"{file.name}.a.new"), file.with_name(f"{file.name}.b.new")
    abandoned.touch()
    os.utime(abandoned, (0, 0))
    in_use.touch()

    last_good.write(load_directory())
    assert not abandoned.exists()
    assert in_use.exists()


def test_write_that_fails_leaves_the_last_file_and_nothing_beside_it(
    initial_data, file, monkeypatch
):
    last_good.write(load_directory())
    before = file.read_text("utf-8")
    Department.objects.filter(slug="sales").update(name_en="Sellers")
    monkeypatch.setattr("os.fsync", Mock(side_effect=OSError("the disk is full")))

    last_good.write(load_directory())
    assert file.read_text("utf-8") == before
    assert list(file.parent.iterdir()) == [file]


def test_process_goes_on_with_the_directory_it_has(initial_data, file, gone):
    directories = CurrentDirectory()
    before = directories.get()
    gone()

    assert directories.get() is before


def test_process_that_starts_meanwhile_takes_the_directory_from_disk(initial_data, file, gone):
    before = CurrentDirectory().get()
    gone()

    assert page(CurrentDirectory().get()) == page(before)


def test_contact_page_is_served_and_readiness_says_what_is_wrong(client, initial_data, file, gone):
    last_good.write(current_directory.get())
    current_directory.forget()
    gone()

    assert client.get("/ja/contact/").status_code == 200
    ready = client.get("/readyz")
    assert ready.status_code == 200
    assert ready.json() == {"ready": True, "degraded": ["database"]}


def test_without_any_copy_there_is_no_directory(file, gone):
    gone()

    with pytest.raises(NoDirectory):
        CurrentDirectory().get()


@pytest.mark.parametrize(
    "content",
    [
        "",
        "nonsense",
        "[]",
        "{}",
        '{"format": 1, "revision": 1, "blocks": []}',
        '{"format": 2, "revision": 1, "blocks": [{"model": "department"}]}',
        """{"format": 2, "revision": 1, "blocks": [
           {"model": "languagewindow", "columns": ["zone"], "rows": [["Mars/Olympus"]]},
           {"model": "department", "columns": ["id"], "rows": [[null]]}]}""",
    ],
)
def test_file_that_cannot_be_read_is_none(file, content, caplog):
    file.parent.mkdir()
    file.write_text(content, "utf-8")

    assert last_good.read() is None
    assert "cannot be read" in caplog.text


def test_folder_that_cannot_be_written_stops_nobody(initial_data, settings, tmp_path, caplog):
    obstacle = tmp_path / "file"
    obstacle.touch()
    settings.LAST_GOOD_FILE = obstacle / "last-good.json"

    assert CurrentDirectory().get().departments
    assert "cannot be written" in caplog.text


def test_database_that_is_back_is_asked_again(initial_data, file, monkeypatch):
    directories = CurrentDirectory()
    before = directories.get()
    with monkeypatch.context() as patch:
        patch.setattr("support.directory.current.current_token", Mock(side_effect=OperationalError))
        assert directories.get() is before

    LanguageWindow.objects.all().delete()
    assert directories.get().departments[0].languages == ()


def test_file_that_could_not_be_written_is_written_without_another_edit(
    initial_data, settings, tmp_path, monkeypatch
):
    monkeypatch.setattr(current, "_SECONDS_BEFORE_WRITING_AGAIN", 0.0)
    obstacle = tmp_path / "folder"
    obstacle.touch()
    settings.LAST_GOOD_FILE = obstacle / "last-good.json"
    directory = CurrentDirectory()
    directory.get()
    obstacle.unlink()

    directory.get()
    assert last_good.read().token == directory.token


def test_file_that_was_written_is_not_written_again(initial_data, settings, tmp_path):
    settings.LAST_GOOD_FILE = tmp_path / "last-good.json"
    directory = CurrentDirectory()
    directory.get()
    settings.LAST_GOOD_FILE.unlink()

    directory.get()
    assert not last_good.is_there()
