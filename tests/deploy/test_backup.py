"""Check that what the shipped scripts keep is put back: rows, visitors' files and images."""

from __future__ import annotations

import os
import subprocess
import time
from pathlib import Path

import pytest

from tests.services.postgresql import postgresql

DEPLOY = Path(__file__).resolve().parents[2] / "deploy"
TABLES = """
CREATE TABLE support_department (name text);
CREATE TABLE django_session (session_key text);
INSERT INTO support_department VALUES ('Sales');
INSERT INTO django_session VALUES ('signed in');
"""


@pytest.fixture
def database():
    with postgresql() as database:
        database.run(TABLES)
        yield database


@pytest.fixture
def run(database, tmp_path):
    """Return a function that runs a script for this database and the folders of a test."""

    def run(script, argument):
        folders = {name: str(tmp_path / name) for name in ("ATTACHMENTS", "MEDIA_ROOT")}
        environment = {"PATH": os.environ["PATH"], "DATABASE_URL": database.url} | folders
        command = [DEPLOY / script, argument]
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
        return done.stdout.strip()

    return run


def test_rows_files_and_images_come_back_and_sessions_do_not(database, run, tmp_path):
    for name in ("ATTACHMENTS", "MEDIA_ROOT", "backups"):
        (tmp_path / name / "in").mkdir(parents=True)
    (tmp_path / "ATTACHMENTS" / "in" / "file").write_text("of a visitor")
    (tmp_path / "MEDIA_ROOT" / "in" / "logo").write_text("of the company")
    old = tmp_path / "backups" / "support-portal-old.media.tar"
    old.touch()
    os.utime(old, (0, time.time() - 40 * 24 * 3600))

    dump = run("backup", tmp_path / "backups")
    database.run("UPDATE support_department SET name = 'Other'")
    (tmp_path / "ATTACHMENTS" / "in" / "file").unlink()
    (tmp_path / "MEDIA_ROOT" / "in" / "logo").unlink()
    run("restore", dump)

    assert database.run("SELECT name FROM support_department") == "Sales\n"
    assert database.run("SELECT count(*) FROM django_session") == "0\n"
    assert (tmp_path / "ATTACHMENTS" / "in" / "file").read_text() == "of a visitor"
    assert (tmp_path / "MEDIA_ROOT" / "in" / "logo").read_text() == "of the company"
    assert not old.exists()
