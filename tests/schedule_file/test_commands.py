from __future__ import annotations

import io
import sys
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from support.directory.revision import current_revision
from support.models import LanguageWindow


def run(*arguments, **options) -> str:
    out = StringIO()
    call_command(*arguments, stdout=out, **options)
    return out.getvalue()


@pytest.fixture
def edited(initial_data, tmp_path):
    """A file in which Japanese hours end at 15:00."""
    path = tmp_path / "edited.toml"
    path.write_text(run("export_schedule").replace("10:00-18:00", "10:00-15:00"), "utf-8")
    return path


def test_export_is_the_bytes_of_the_file_whatever_the_terminal(initial_data, monkeypatch):
    terminal = io.TextIOWrapper(io.BytesIO(), "ascii")

    call_command("export_schedule", stdout=terminal)

    assert "カスタマーサポート" in terminal.buffer.getvalue().decode()


def test_import_tells_what_it_changed(edited):
    assert run("import_schedule", edited).splitlines() == [
        "departments",
        "  ~ Customer support (customer-support)",
        "    ~ Japanese: Mon–Fri 10:00–18:00 Asia/Tokyo",
        "        Closes: 18:00 → 15:00",
        "  ~ Sales (sales)",
        "    ~ Japanese: Mon–Fri 10:00–18:00 Asia/Tokyo",
        "        Closes: 18:00 → 15:00",
    ]
    assert run("export_schedule") == edited.read_text("utf-8")


def test_dry_run_tells_what_becomes_of_hours_and_changes_nothing(edited, clock):
    clock.stop_at("2026-11-23T05:00:00+00:00")
    before = current_revision()

    assert run("import_schedule", edited, dry_run=True).splitlines()[-4:] == [
        "hours, 23 Nov\u2009–\u200921 Dec 2026",
        "  Customer support, Japanese: removes 60 hours",
        "  Sales, Japanese: removes 60 hours",
        "Nothing was changed: this was a dry run.",
    ]
    assert current_revision() == before


def test_import_reads_the_standard_input(edited, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(edited.read_bytes())))

    run("import_schedule", "-")

    assert LanguageWindow.objects.filter(closes="15:00", language="ja").count() == 2


def test_import_of_the_same_says_so(initial_data, tmp_path):
    path = tmp_path / "same.toml"
    path.write_text(run("export_schedule"), "utf-8")

    assert run("import_schedule", path) == (
        "The file matches the current configuration. Nothing to change.\n"
    )


def test_mistakes_are_told_each_with_the_file(edited):
    edited.write_text(edited.read_text("utf-8").replace("Asia/Tokyo", "Nowhere"), "utf-8")

    with pytest.raises(CommandError) as caught:
        run("import_schedule", edited)

    assert str(caught.value).splitlines()[:2] == [
        "Nothing was changed.",
        f"{edited}: departments “customer-support”, window 2: zone: “Nowhere” isn’t a time zone. "
        "Use a name such as Asia/Tokyo or UTC.",
    ]
    assert caught.value.returncode == 1


@pytest.mark.parametrize("name", ["none.toml", "."])
def test_file_that_cannot_be_read_is_named(db, tmp_path, name):
    with pytest.raises(CommandError, match=r"Nothing was changed\.\n.*: the"):
        run("import_schedule", str(tmp_path / name))
