"""What an installation does by itself, beside its server: `python -m portal.background`.

It sends the mail of conversations, finds broken promises, and cleans every night. On several
servers, whoever has the lease in the database does it. It ends with SIGTERM, and with the server
that started it.
"""

from __future__ import annotations

import logging
import os
import signal
import subprocess
import sys
from contextlib import suppress
from select import select
from threading import Event, Thread

from portal.said import say

SECONDS_BETWEEN = 5.0
# What it does each time takes seconds, on a slow mail server two minutes.
_SECONDS_OF_SILENCE = 600.0
_SECONDS_BEFORE_ANOTHER = 10.0
_SECONDS_TO_END = 15.0

_log = logging.getLogger("support.conversations")


class Background:
    """The process beside a server: started again where it dies or hangs, and ended with the server.

    It writes a byte into a pipe each time that it looks for something to do.
    """

    def __init__(self, seconds_of_silence: float = _SECONDS_OF_SILENCE) -> None:
        self._is_over = Event()
        self._silence = seconds_of_silence
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        self._process, signs = _start_process()
        Thread(target=self._keep_running, args=[signs], daemon=True).start()

    def renew(self) -> None:
        """Have another one take its place, with the code as it is now."""
        if self._process:
            self._process.terminate()

    def end(self) -> None:
        self._is_over.set()
        if self._process:
            self._process.terminate()
            try:
                self._process.wait(_SECONDS_TO_END)
            except subprocess.TimeoutExpired:
                self._process.kill()

    def _keep_running(self, signs: int) -> None:
        while self._process:
            if not _ends_by_itself(signs, self._silence):
                say(f"What runs beside the server hung for {self._silence:.0f} s and is replaced.")
                self._process.kill()  # one that is stopped takes no other signal
            self._process.wait()
            if self._is_over.wait(_SECONDS_BEFORE_ANOTHER):
                return
            self._process, signs = _start_process()


def _start_process() -> tuple[subprocess.Popen[bytes], int]:
    """Return the process, and where its signs of life can be read."""
    signs, shown = os.pipe()
    command = [sys.executable, "-m", "portal.background", str(shown)]
    process = subprocess.Popen(command, pass_fds=[shown])  # noqa: S603  # our own program
    os.close(shown)
    return process, signs


def _ends_by_itself(signs: int, silence: float) -> bool:
    """Return when the process has ended, or False when it has shown no life for so long."""
    with open(signs, "rb", buffering=0) as pipe:
        while select([pipe], [], [], silence)[0]:
            if not pipe.read(1024):
                return True
    return False


def run(signs: int | None = None) -> None:
    """Do what is due, every few seconds, until told to end or left alone.

    Each time it first writes a byte to `signs`, an open file.
    """
    from django.db import close_old_connections

    over = Event()
    for each in (signal.SIGTERM, signal.SIGINT):
        signal.signal(each, lambda *_: over.set())
    parent, is_well = os.getppid(), True
    while not over.wait(SECONDS_BETWEEN) and os.getppid() == parent:
        if signs is not None:
            with suppress(BrokenPipeError):  # the server has just ended
                os.write(signs, b".")
        is_well = work_safely(was_well=is_well)
        close_old_connections()


def work_safely(*, was_well: bool) -> bool:
    """Do what is due, and return whether it went well: if not, it is tried again the next time.

    An outage is logged once and not every few seconds.
    """
    from django.db import InterfaceError, OperationalError

    from support.directory.current import NoDirectory
    from support.directory.lock_wait import is_lock_wait

    try:
        work_once()
    except (NoDirectory, OperationalError, InterfaceError) as error:
        if was_well and is_lock_wait(error):
            _log.warning(
                "No mail is sent: something else holds a lock in the database. It is tried again."
            )
        elif was_well:
            _log.warning("No mail is sent: the database does not answer. It is tried again.")
        return False
    except Exception:
        if was_well:
            _log.exception("What runs beside the server failed; it is tried again.")
        return False
    return True


def work_once() -> None:
    """Do what is due."""
    from support import clock
    from support.conversations.cleaning import clean_in_turn
    from support.conversations.mail.work import one_pass
    from support.conversations.response_time.told import tell_anew
    from support.directory.current import current_directory

    one_pass(current_directory.get(), clock.now())
    report = clean_in_turn(clock.now())
    if report:
        tell_anew(current_directory.get(), clock.now())
        _log.info("Cleaned. %s", report)


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")

    import django

    django.setup()
    run(int(sys.argv[1]) if len(sys.argv) > 1 else None)


if __name__ == "__main__":
    main()
