"""The directory of this process: loaded after an edit, and used on without a database."""

from __future__ import annotations

from threading import Lock

from django.db import DatabaseError

from support.directory import Directory, last_good, load_directory
from support.directory.revision import current_revision


class CurrentDirectory:
    def __init__(self) -> None:
        self._directory: Directory | None = None
        self._loading = Lock()

    def get(self) -> Directory:
        """Return the directory, with one query while nobody edits and a constant number after an
        edit, by one thread.

        With the database gone, return the last good one: this process's own, else the one on disk.
        Raises DatabaseError where there is neither.
        """
        try:
            return self._of_revision(current_revision())
        except DatabaseError:
            self._directory = self._directory or last_good.read()
            if self._directory is None:
                raise
            return self._directory

    def forget(self) -> None:
        """Load again when next asked, whatever the revision: another database is behind it."""
        self._directory = None

    def _of_revision(self, revision: int) -> Directory:
        directory = self._directory
        if directory is None or directory.revision != revision:
            with self._loading:
                directory = self._directory
                if directory is None or directory.revision != revision:
                    directory = self._directory = load_directory(directory)
                    last_good.write(directory)
        return directory


current_directory = CurrentDirectory()
