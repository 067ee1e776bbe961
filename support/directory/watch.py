"""Look for edits in a thread beside the requests, so that no request waits for a database."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from threading import Condition, Thread

from django.core.exceptions import ObjectDoesNotExist
from django.db import DatabaseError, connection

from support.directory import last_good
from support.directory.deadline import SECONDS_FOR_AN_ANSWER
from support.directory.lock_wait import is_lock_wait

logger = logging.getLogger(__name__)

_SECONDS_BETWEEN_LOOKS = 0.5

# So long a request waits that wants to see its own edit, and so long a process that starts.
_SECONDS_TO_WAIT = 1.0
_SECONDS_TO_WAIT_AT_THE_START = 2.0


class DirectoryWatch:
    """Call `load` every half second, and `fall_back` where the database does not answer."""

    def __init__(self, load: Callable[[], None], fall_back: Callable[[], None]) -> None:
        self._load = load
        self._fall_back = fall_back
        self._changed = Condition()
        self._begun = self._done = self._wanted = 0
        self._begun_at = self._answered_at = time.monotonic()
        self._is_gone = self._has_told_of_lock = False
        self._is_stopped = False

    @property
    def is_database_gone(self) -> bool:
        """Tell whether the last look failed, or has been hanging for longer than it may."""
        return self._is_gone or self._hangs_for(SECONDS_FOR_AN_ANSWER)

    @property
    def seconds_since_answer(self) -> float:
        """Return the age of what is shown: an edit since then may be missing."""
        return time.monotonic() - self._answered_at

    def start(self) -> None:
        """Start the thread. Returns after the first look, or after two seconds with whatever the
        disk has."""
        Thread(target=self._run, name="directory-watch", daemon=True).start()
        self.look(_SECONDS_TO_WAIT_AT_THE_START)
        if not self._done:
            self._fall_back()

    def stop(self) -> None:
        """End the thread after the look that is under way."""
        with self._changed:
            self._is_stopped = True
            self._changed.notify_all()

    def look(self, seconds: float = _SECONDS_TO_WAIT) -> None:
        """Wait for a look that begins now, `seconds` at most. With the database gone, do not
        wait."""
        if self._is_gone or self._hangs_for(_SECONDS_TO_WAIT):
            return
        with self._changed:
            wanted = self._begun + 1
            self._wanted = max(self._wanted, wanted)
            self._changed.notify_all()
            self._changed.wait_for(lambda: self._done >= wanted, seconds)

    def _hangs_for(self, seconds: float) -> bool:
        return self._begun > self._done and time.monotonic() - self._begun_at > seconds

    def _run(self) -> None:
        while not self._is_stopped:
            with self._changed:
                self._begun_at = time.monotonic()
                self._begun += 1
            self._look()
            with self._changed:
                self._done = self._begun
                self._changed.notify_all()
                self._changed.wait_for(self._has_to_go_on, _SECONDS_BETWEEN_LOOKS)

    def _has_to_go_on(self) -> bool:
        return self._wanted > self._done or self._is_stopped

    def _look(self) -> None:
        try:
            self._load()
        except (DatabaseError, ObjectDoesNotExist) as error:
            connection.close()
            self._fall_back()
            if is_lock_wait(error):
                self._tell_locked(error)
            else:
                self._tell_gone(error)
        except Exception:  # whatever it is, the next look may succeed
            logger.exception("The directory cannot be loaded.")
        else:
            self._tell_back()
            self._has_told_of_lock = False
            self._answered_at = time.monotonic()

    def _tell_gone(self, error: Exception) -> None:
        if self._is_gone:
            return
        self._is_gone = True
        logger.error(
            "The database does not answer (%s). Serving goes over to the last good directory, "
            "which was written to disk %s.",
            _reason(error),
            last_good.age() or "never",
        )

    def _tell_locked(self, error: Exception) -> None:
        self._tell_back()
        if self._has_told_of_lock:
            return
        self._has_told_of_lock = True
        logger.warning(
            "Something else holds a lock in the database, so edits are not seen until it is free "
            "(%s).",
            _reason(error),
        )

    def _tell_back(self) -> None:
        if self._is_gone:
            self._is_gone = False
            seconds = self.seconds_since_answer
            logger.error("The database answers again, after %.0f seconds.", seconds)


def _reason(error: Exception) -> str:
    return " ".join(str(error).split()) or type(error).__name__
