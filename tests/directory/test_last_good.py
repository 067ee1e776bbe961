"""With the database gone, the contact page goes on being served."""

from __future__ import annotations

from datetime import UTC, datetime
from unittest.mock import Mock

import pytest
from django.db import OperationalError
from django.utils import translation

from support.contact_page import Viewpoint, contact_page
from support.contact_page.lines.valid_until import valid_until
from support.directory import last_good, load_directory
from support.directory.current import CurrentDirectory, current_directory
from support.models import Closure, LanguageWindow, SpecialHours

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
        monkeypatch.setattr("support.directory.current.current_revision", refuse)
        monkeypatch.setattr("support.directory.current.load_directory", refuse)
        monkeypatch.setattr("support.health.current_revision", refuse)

    return begin


def page(directory, language="ja"):
    with translation.override(language):
        return contact_page(directory, Viewpoint(language, MONDAY_12_UTC))


def test_directory_comes_back_from_disk_as_it_was(initial_data, file):
    LanguageWindow.objects.filter(language="ja").update(
        valid_from="2026-01-01", valid_through="2027-12-31"
    )
    LanguageWindow.objects.filter(language="it").update(holidays="IT")
    SpecialHours.objects.create(
        effect="hours",
        first_day="2026-11-24",
        last_day="2026-11-25",
        opens="10:00",
        closes="00:00",
        zone="UTC",
        language="de",
        reason_en="Company meeting",
    )
    Closure.objects.create(
        starts_on="2026-11-23",
        starts_at="11:00",
        ends_on="2026-11-23",
        ends_at="14:00",
        zone="Asia/Tokyo",
    )
    directory = load_directory()
    last_good.write(directory)

    read = last_good.read()
    assert read is not None
    assert read.revision == directory.revision
    assert page(read) == page(directory)
    assert valid_until(read, MONDAY_12_UTC) == valid_until(directory, MONDAY_12_UTC)


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
    client.get("/en/contact/")
    current_directory.forget()
    gone()

    assert client.get("/ja/contact/").status_code == 200
    ready = client.get("/readyz")
    assert ready.status_code == 503
    assert ready.json()["problems"] == {
        "database": "The database does not answer: the database is gone"
    }


def test_without_any_copy_the_error_is_not_hidden(file, gone):
    gone()

    with pytest.raises(OperationalError):
        CurrentDirectory().get()


@pytest.mark.parametrize("content", ["", "nonsense", "[]", "{}", '{"revision": 1}'])
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
        patch.setattr(
            "support.directory.current.current_revision", Mock(side_effect=OperationalError)
        )
        assert directories.get() is before

    LanguageWindow.objects.all().delete()
    assert directories.get().departments[0].languages == ()
