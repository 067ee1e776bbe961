"""A portal of the benchmark's own: databases, files and settings in a temporary folder."""

from __future__ import annotations

import os
import shutil
from io import StringIO
from pathlib import Path

from benchmarks.made_up import replace_departments

INITIAL = "initial"


class Scratch:
    """Made once per run; from then on this process itself is that portal, with Django set up."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        os.environ.update(self.environment(INITIAL))
        from portal.catalogues import compile_catalogues

        compile_catalogues()
        import django

        django.setup()

    def environment(self, name: str) -> dict[str, str]:
        """Return the environment of a process that serves the database of this name; nothing of the
        developer's own is in it."""
        return {
            "DJANGO_SETTINGS_MODULE": "portal.settings",
            "SECRET_KEY": "of-a-benchmark-that-serves-on-loopback-only-and-protects-nothing",
            "DEBUG": "false",
            "HTTPS": "false",
            "BEHIND_PROXY": "false",
            "ALLOWED_HOSTS": "127.0.0.1",
            "CACHE_URL": "locmem://",
            "DATABASE_URL": f"sqlite:///{self._database(name)}",
            "LAST_GOOD_FILE": str(self.folder / f"{name}.json"),
            "STATIC_ROOT": str(self.folder / "static"),
        }

    def fill(self, sizes: tuple[int, ...]) -> None:
        """Make the initial data, and a copy of it with each number of made-up windows."""
        from django.core.management import call_command
        from django.db import connection

        call_command("migrate", verbosity=0)
        call_command("load_initial_data", stdout=StringIO())
        call_command("collectstatic", verbosity=0, interactive=False)
        connection.close()
        shutil.copy(self._database(INITIAL), self.folder / "kept")
        for windows in sizes:
            replace_departments(windows)
            connection.close()
            shutil.move(self._database(INITIAL), self._database(str(windows)))
            shutil.copy(self.folder / "kept", self._database(INITIAL))

    def copy(self, name: str) -> None:
        """The initial data once more, as a database of this name."""
        shutil.copy(self.folder / "kept", self._database(name))

    def _database(self, name: str) -> Path:
        return self.folder / f"{name}.sqlite3"
