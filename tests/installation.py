"""An installation of the portal of a test's own, served by processes that it starts."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.kept import ROOT, alone, digest, folder_of
from tests.services.postgresql import PostgreSQL


def environment_of(folder: Path, **more: str) -> dict[str, str]:
    """Return the environment of an installation in `folder`, with a database of its own."""
    return {
        "DJANGO_SETTINGS_MODULE": "portal.settings",
        "SECRET_KEY": "a-key-that-only-the-tests-use-and-that-protects-nothing",
        "ALLOWED_HOSTS": "127.0.0.1,support.example",
        "HTTPS": "false",
        "BEHIND_PROXY": "false",
        "CACHE_URL": "locmem://",
        "DATABASE_URL": f"sqlite:///{folder / 'portal.sqlite3'}",
        "LAST_GOOD_FILE": str(folder / "last-good.json"),
        "STATIC_ROOT": str(folder / "static"),
    } | more


def prepare(environment: dict[str, str]) -> None:
    """Make the tables, the initial data and the static files."""
    for command in (
        ["migrate", "-v0"],
        ["load_initial_data"],
        ["collectstatic", "-v0", "--no-input"],
    ):
        manage(environment, *command, check=True)


def prepare_by_copy(environment: dict[str, str], postgresql: PostgreSQL | None = None) -> None:
    """Do the same, with an account “admin” whose password is that, but only once for each database.

    Migrations and static files take a dozen seconds of a processor. While nothing changes that
    they are made of, later installations get copies. The database is `postgresql`, or a file.
    """
    folder = folder_of("installation")
    static = [path for path in (ROOT / "support" / "static").rglob("*") if path.is_file()]
    kept = folder / digest(Path(__file__), *static)
    rows = kept / ("rows.sql" if postgresql else "rows.sqlite3")
    own_rows = Path(environment["DATABASE_URL"].removeprefix("sqlite:///"))
    with alone(folder):
        if not rows.exists():
            _forget_all_but(kept)
            prepare(environment)
            manage(environment, "shell", "-v0", "-c", _ADMIN, check=True)
            shutil.copytree(environment["STATIC_ROOT"], kept / "static", dirs_exist_ok=True)
            unfinished = rows.with_suffix(".unfinished")
            if postgresql:
                unfinished.write_text(postgresql.dump())
            else:
                shutil.copyfile(own_rows, unfinished)
            unfinished.rename(rows)
            return
    shutil.copytree(kept / "static", environment["STATIC_ROOT"], dirs_exist_ok=True)
    if postgresql:
        postgresql.restore(rows.read_text())
    else:
        shutil.copyfile(rows, own_rows)


_ADMIN = """
from django.contrib.auth import get_user_model
get_user_model().objects.create_superuser("admin", password="admin")
"""


def _forget_all_but(kept: Path) -> None:
    for older in kept.parent.iterdir():
        if older.is_dir() and older != kept:
            shutil.rmtree(older)


def manage(
    environment: dict[str, str], *command: str, check: bool = False
) -> subprocess.CompletedProcess[str]:
    """Run a management command of the installation."""
    return subprocess.run(
        [sys.executable, "manage.py", *command],
        cwd=ROOT,
        env={name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
        | environment,
        capture_output=True,
        text=True,
        check=check,
        timeout=300,
    )
