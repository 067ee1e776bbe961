"""The directory that a process keeps: loaded anew after an edit, and used on without a database."""

from __future__ import annotations

from django.db import DatabaseError

from support.directory import Directory, last_good, load_directory
from support.directory.revision import current_revision


class DirectoryKeeper:
    def __init__(self) -> None:
        self._directory: Directory | None = None

    def current(self) -> Directory:
        """One query while nobody edits, a constant number when somebody did.

        With the database gone, the last good directory: this process's own, else the one on disk.
        Raises DatabaseError where there is neither.
        """
        try:
            if self._directory is None or self._directory.revision != current_revision():
                self._directory = load_directory(self._directory)
                last_good.write(self._directory)
        except DatabaseError:
            self._directory = self._directory or last_good.read()
            if self._directory is None:
                raise
        return self._directory

    def forget(self) -> None:
        """Load anew when next asked, whatever the revision: another database is behind it."""
        self._directory = None


keeper = DirectoryKeeper()
