"""Passwords are hashed by one thread of low priority, so that a flood of logins slows nobody."""

from __future__ import annotations

import os
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from threading import BoundedSemaphore

from django.contrib.auth.hashers import PBKDF2PasswordHasher

from portal.limits import SECONDS_FOR_STAFF

# Of each process. A hash takes a third of a second of a processor; on a machine that has little to
# spare, it takes its turn for as long as staff wait for anything.
_AT_ONCE = 2
_SECONDS_AT_MOST = SECONDS_FOR_STAFF
_LEAST_PRIORITY = 19


class TooManyLogins(Exception):
    """Others are signing in; somebody who tries again in a moment gets a turn."""


class LowPriorityPBKDF2(PBKDF2PasswordHasher):
    """Hash as Django does by default, in the share of the machine that visitors leave."""

    def encode(self, password: str, salt: str, iterations: int | None = None) -> str:
        if not _places.acquire(blocking=False):
            raise TooManyLogins
        hashing = _thread.submit(super().encode, password, salt, iterations)
        try:
            return hashing.result(_SECONDS_AT_MOST)
        except TimeoutError:
            hashing.cancel()
            raise TooManyLogins from None
        finally:
            _places.release()


def _step_back() -> None:
    """Take the least priority, where each thread has one of its own, as on Linux."""
    if hasattr(os, "setpriority") and os.uname().sysname == "Linux":
        with suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), _LEAST_PRIORITY)


_places = BoundedSemaphore(_AT_ONCE)
_thread = ThreadPoolExecutor(1, "password-hashing", _step_back)
