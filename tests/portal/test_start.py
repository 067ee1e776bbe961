"""Check that an operator's mistake stops the start with one sentence and no traceback."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def run(*command, **environment):
    """Run in the project's folder without the environment of the tests."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    return subprocess.run(
        [sys.executable, *command],
        cwd=ROOT,
        env=kept | {"DJANGO_SETTINGS_MODULE": "portal.settings"} | environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )


@pytest.mark.parametrize(
    ("environment", "sentence"),
    [
        (
            {"SECRET_KEY": ""},
            "SECRET_KEY is not set. Give the portal a long random value that stays the same.",
        ),
        (
            {"DATABASE_URL": "nonsense"},
            "DATABASE_URL cannot be read. It should look like "
            "postgres://user:password@host:5432/name or sqlite:////absolute/path.sqlite3",
        ),
        (
            {"DATABASE_URL": "mysql://user@host/name"},
            "DATABASE_URL cannot be read. It should look like "
            "postgres://user:password@host:5432/name or sqlite:////absolute/path.sqlite3",
        ),
        (
            {"CACHE_URL": "memcache://host"},
            "CACHE_URL cannot be read. It should look like redis://host:6379/0 or locmem://",
        ),
        ({"DEBUG": "perhaps"}, "DEBUG cannot be read. It should look like true or false"),
        ({"HTTPS": "perhaps"}, "HTTPS cannot be read. It should look like true or false"),
    ],
)
def test_setting_that_cannot_be_read_is_told_in_one_sentence(environment, sentence):
    result = run("manage.py", "check", **{"SECRET_KEY": "secret"} | environment)

    assert result.returncode == 1
    assert result.stderr == f"{sentence}\n"


def test_socket_of_the_database_is_written_as_postgresqls_tools_write_it():
    result = run(
        "-c",
        "from django.conf import settings; print(settings.DATABASES['default']['HOST'])",
        SECRET_KEY="secret",
        DATABASE_URL="postgres://support-portal@%2Fvar%2Frun%2Fpostgresql/support-portal",
    )

    assert result.stdout == "/var/run/postgresql\n"


def test_port_that_is_busy_is_told_in_one_sentence():
    with socket.socket() as busy:
        busy.bind(("127.0.0.1", 0))
        busy.listen()
        port = busy.getsockname()[1]
        result = run("-m", "portal.quickstart", str(port))

    assert result.returncode == 1
    assert result.stderr == (
        f"Port {port} cannot be used (Address already in use). Try: make run PORT=8001\n"
    )


@pytest.mark.parametrize("port", ["abc", "0", "65536", "-1", "８０００"])
def test_port_that_is_none_is_told_in_one_sentence(port):
    result = run("-m", "portal.quickstart", port)

    assert result.returncode == 1
    assert result.stderr == f"PORT={port} is not a port. Give a number from 1 to 65535.\n"


def test_broken_catalogue_is_named(tmp_path):
    from portal.catalogues import compile_catalogues

    folder = tmp_path / "de" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "django.po").write_text('msgid "a\nmsgstr', "utf-8")

    with pytest.raises(OSError, match=r"django\.po"):
        compile_catalogues(tmp_path)


def test_catalogue_is_compiled_once(tmp_path):
    from portal.catalogues import compile_catalogues

    folder = tmp_path / "de" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "django.po").write_text('msgid ""\nmsgstr ""\n\nmsgid "a"\nmsgstr "b"\n', "utf-8")

    assert compile_catalogues(tmp_path) == [folder / "django.mo"]
    assert compile_catalogues(tmp_path) == []
