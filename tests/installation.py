"""An installation of the portal of a test's own, served by processes that it starts."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


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
