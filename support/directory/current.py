"""The directory that this process shows: loaded after an edit, and used on without a database."""

from __future__ import annotations

import time
from collections import OrderedDict
from threading import Lock

from django.core.exceptions import ObjectDoesNotExist
from django.db import DatabaseError, connection

from support.directory import Directory, last_good, load_directory
from support.directory.deadline import SECONDS_FOR_AN_ANSWER, deadline
from support.directory.lock_wait import is_lock_wait, wait_for_locks
from support.directory.revision import current_token
from support.directory.watch import DirectoryWatch

# More edits than one process loads in the second for which pages from before an edit are shown.
_REMEMBERED_EDITS = 100

_SECONDS_FOR_ALL_ROWS = 30.0

# Less than a database has for an answer, so that one with a lock in it is not one that hangs.
_SECONDS_FOR_A_LOCK = 2.0

# A last good file that could not be written is tried again without waiting for an edit.
_SECONDS_BEFORE_WRITING_AGAIN = 60.0


class NoDirectory(Exception):
    """The database does not answer, and there is no last good directory."""


class CurrentDirectory:
    """The directory of the last edit, or the last good one.

    A process that serves starts to watch: a thread beside the requests then looks for edits and
    loads the directory, and no request asks the database for it. Elsewhere, as in a command or a
    test, whoever asks for the directory looks.
    """

    def __init__(self) -> None:
        self._directory: Directory | None = None
        self._replaced: OrderedDict[str, float] = OrderedDict()
        self._looking = Lock()
        self._is_gone = False
        self._write_again_at = float("inf")
        self.watch: DirectoryWatch | None = None

    @property
    def token(self) -> str | None:
        """Return the token of the edit that is shown; None before there is a directory."""
        directory = self._directory
        return directory.token if directory else None

    @property
    def held(self) -> Directory | None:
        """Return the directory that this process has, without asking the database for edits."""
        return self._directory

    @property
    def is_database_gone(self) -> bool:
        """Tell whether the database did not answer when it was last asked."""
        return self.watch.is_database_gone if self.watch else self._is_gone

    def get(self) -> Directory:
        """Return the directory; where nothing watches, with one query while nobody edits.

        Raises NoDirectory where there is neither a database that answers nor a last good one.
        """
        if self.watch is None:
            self.look()
        return self._held()

    def latest(self) -> Directory:
        """Return the directory with every edit until now, for staff.

        It waits a second at most; without a database it is the last good one.
        """
        self.look()
        return self._held()

    def look(self) -> None:
        """Take up edits now. Without a database, take the last good directory if there is none."""
        if self.watch:
            self.watch.look()
            return
        try:
            self.load()
            self._is_gone = False
        except (DatabaseError, ObjectDoesNotExist) as error:
            self._is_gone = not is_lock_wait(error)
            self.use_last_good()

    def load(self) -> None:
        """Load the directory if there was an edit, with one query if not.

        Raises DatabaseError, or ObjectDoesNotExist where the database has no tables' content yet.
        """
        with deadline(SECONDS_FOR_AN_ANSWER):
            token = current_token()
        with self._looking:
            before = self._directory
            if before is None or before.token != token:
                with deadline(_SECONDS_FOR_ALL_ROWS):
                    directory = load_directory(before)
                self._show(directory)
                self._write(directory)
            elif time.monotonic() >= self._write_again_at:
                self._write(before)

    def use_last_good(self) -> None:
        """Take the directory on disk, if this process has none of its own."""
        with self._looking:
            directory = None if self._directory else last_good.read()
            if directory:
                self._show(directory)

    def seconds_since_replaced(self, token: str) -> float:
        """Return for how long the directory of this edit has not been the current one; infinity
        for one that is unknown or was replaced long ago."""
        if token == self.token:
            return 0.0
        replaced = self._replaced.get(token)
        return float("inf") if replaced is None else time.monotonic() - replaced

    def forget(self) -> None:
        """Load again when next asked, whatever the token: another database is behind it."""
        self._directory = None
        self._replaced.clear()

    def start_watching(self) -> None:
        """Look for edits in a thread from now on. Returns when there is a directory, or after the
        time that a database has for its first answer."""
        self.watch = DirectoryWatch(self._load_in_thread, self.use_last_good)
        self.watch.start()

    def _load_in_thread(self) -> None:
        if connection.connection is None:
            with deadline(SECONDS_FOR_AN_ANSWER):
                wait_for_locks(connection, _SECONDS_FOR_A_LOCK)
        self.load()

    def _held(self) -> Directory:
        if self._directory is None:
            raise NoDirectory
        return self._directory

    def _write(self, directory: Directory) -> None:
        is_written = last_good.write(directory)
        again = time.monotonic() + _SECONDS_BEFORE_WRITING_AGAIN
        self._write_again_at = float("inf") if is_written else again

    def _show(self, directory: Directory) -> None:
        before, self._directory = self._directory, directory
        if before:
            self._replaced[before.token] = time.monotonic()
        self._replaced.pop(directory.token, None)
        while len(self._replaced) > _REMEMBERED_EDITS:
            self._replaced.popitem(last=False)


current_directory = CurrentDirectory()
