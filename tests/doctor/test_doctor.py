"""Check what the doctor finds in the database and in the files of this version."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from support.directory import last_good
from support.directory.current import current_directory
from support.doctor import database, files, services, site
from support.doctor.settings import settings_are_fit
from tests import lock_errors
from tests.factories import department


def test_nothing_is_wrong_with_a_new_database(db):
    assert list(database.migrations_are_applied()) == []
    assert list(database.triggers_are_installed()) == []
    assert list(database.clocks_agree()) == []


def test_lock_that_something_else_holds_is_not_told_as_a_database_that_does_not_answer(
    monkeypatch, capsys
):
    def wait_in_vain():
        raise lock_errors.of_sqlite()

    monkeypatch.setattr("support.doctor.database.connection.ensure_connection", wait_in_vain)
    checks = {"database": database.database_answers, "migrations": wait_in_vain}
    monkeypatch.setattr("support.management.commands.doctor.all_checks", lambda: checks)

    with pytest.raises(CommandError):
        call_command("doctor")

    assert capsys.readouterr().out.splitlines() == [
        "✗   database: Something else holds a lock in the database: database is locked. Wait until "
        "it is free, and check again.",
        "?   migrations: not checked, since something else holds a lock in the database",
    ]


def test_migration_that_is_missing_is_named(db):
    MigrationRecorder(connection).record_unapplied("sessions", "0001_initial")

    assert list(database.migrations_are_applied()) == [
        "Migrations are not applied: sessions 0001_initial. Run `manage.py migrate`."
    ]


def test_database_of_a_newer_version_is_told(db):
    MigrationRecorder(connection).record_applied("support", "0999_of_tomorrow")

    assert list(database.migrations_are_applied()) == [
        "The database was migrated by a newer version: support 0999_of_tomorrow. "
        "Install that version, or restore a dump of this one."
    ]


@pytest.mark.skipif("connection.vendor == 'sqlite'", reason="SQLite is on this machine's clock.")
def test_clock_that_is_wrong_is_told(db, clock):
    clock.stop_at((datetime.now(UTC) - timedelta(seconds=90)).isoformat())

    problem = next(database.clocks_agree())

    assert problem.startswith("The clocks of this machine and of the database are 9")


def test_trigger_that_is_missing_is_told(db):
    with connection.cursor() as cursor:
        for statement in DROP[connection.vendor]:
            cursor.execute(statement)

    problem = next(database.triggers_are_installed())

    assert problem.startswith("Edits of these tables would not be noticed: support_department.")


DROP = {
    "sqlite": [
        f"DROP TRIGGER revision_support_department_{event}"
        for event in ("insert", "update", "delete")
    ],
    "postgresql": ["DROP TRIGGER revision_support_department ON support_department"],
}


def test_package_that_is_not_as_locked_is_named(monkeypatch):
    versions = {"django": "5.2.0"}
    found = files.importlib.metadata.version
    monkeypatch.setattr(
        "support.doctor.files.importlib.metadata.version",
        lambda name: versions.get(name) or found(name),
    )

    problem = next(files.packages_are_as_locked())

    assert problem.startswith("Packages are not as locked: django (5.2.0 instead of 5.2.")


def test_packages_of_the_lock_file_are_installed():
    assert list(files.packages_are_as_locked()) == []


def test_catalogue_that_is_not_compiled_is_named(settings, tmp_path):
    folder = tmp_path / "sv" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "django.po").touch()
    settings.LOCALE_PATHS = [tmp_path]

    assert list(files.catalogues_are_compiled()) == [
        "Catalogues are not compiled: sv. Run `.venv/bin/python -m portal.catalogues` and restart "
        "the server."
    ]


def test_last_good_file_of_the_last_edit_is_fine_and_one_from_before_is_told(
    db, settings, tmp_path
):
    settings.LAST_GOOD_FILE = tmp_path / "last-good.json"
    last_good.write(current_directory.latest())
    assert list(files.last_good_file_is_current()) == []

    department()

    problem = next(files.last_good_file_is_current())
    assert "is not of the last edit." in problem


def test_last_good_file_that_cannot_be_read_is_told(db, settings, tmp_path):
    settings.LAST_GOOD_FILE = tmp_path / "last-good.json"
    settings.LAST_GOOD_FILE.write_text("nonsense")

    problem = next(files.last_good_file_is_current())

    assert problem.endswith(
        "cannot be read by this version. Restart the server, which writes it again."
    )


def test_last_good_file_that_cannot_be_reached_is_told(db, settings, tmp_path):
    (tmp_path / "folder").write_text("which is none")
    settings.LAST_GOOD_FILE = tmp_path / "folder" / "last-good.json"

    (problem,) = files.last_good_file_is_current()
    assert "cannot be reached by this user (Not a directory)" in problem


def test_cache_that_forgets_is_told(settings):
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}}

    assert list(services.cache_keeps()) == [
        "The cache does not keep what is stored in it. Check whether its memory is full."
    ]


def test_mail_server_that_is_not_there_is_told(settings):
    settings.ADMINS = [("", "operator@example.com")]
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9

    assert next(services.mail_is_taken()).startswith(
        "The mail server does not accept our mail: [Errno 111]"
    )


def test_what_follows_from_plain_http_is_told_in_one_sentence(settings):
    settings.HTTPS = settings.SESSION_COOKIE_SECURE = settings.CSRF_COOKIE_SECURE = False
    settings.SECURE_SSL_REDIRECT, settings.SECURE_HSTS_SECONDS = False, 0

    assert [each for each in settings_are_fit() if "HTTPS" in each or "secure" in each] == [
        "HTTPS is false, so passwords are sent unencrypted. Set it to true, or leave it out."
    ]


@pytest.fixture
def outside(monkeypatch):
    """Answer what is asked from outside with a status and headers."""

    def answer(status, **headers):
        content = '<link rel="canonical" href="https://support.example/en/contact/">'
        made = site._Answer(status, headers, content)
        monkeypatch.setattr(site, "_ask", lambda *_: made)

    return answer


@pytest.mark.parametrize("address", ["https://support.example", "https://support.example:8443"])
def test_proxy_that_does_not_tell_of_tls_is_one_problem(outside, address):
    outside(301, location="https://support.example/en/contact/")

    assert list(site.page_is_served(address)) == [
        "The contact page redirects to itself: the portal does not know that the visitor used "
        "TLS. Have the proxy set X-Forwarded-Proto, and set BEHIND_PROXY=true."
    ]
    assert list(site.proxy_tells_the_truth(address)) == []


def test_host_that_the_proxy_does_not_pass_on_is_told(outside, settings):
    settings.ALLOWED_HOSTS = ["support.example"]
    outside(400)

    assert list(site.page_is_served("https://support.example")) == [
        "The portal rejects the host name, though ALLOWED_HOSTS has support.example. Have the "
        "proxy pass on the visitor's Host."
    ]
    assert list(site.page_is_served("https://other.example")) == [
        "The portal rejects this host name. Add other.example to ALLOWED_HOSTS."
    ]
