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
from threading import Event, Thread

SECONDS_BETWEEN = 5.0
_SECONDS_BEFORE_ANOTHER = 10.0
_SECONDS_TO_END = 15.0

_log = logging.getLogger("support.conversations")


class Background:
    """The process beside a server: started, started again where it dies, and ended with it."""

    def __init__(self) -> None:
        self._is_over = Event()
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        self._process = _start_process()
        Thread(target=self._keep_running, daemon=True).start()

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

    def _keep_running(self) -> None:
        while self._process:
            self._process.wait()
            if self._is_over.wait(_SECONDS_BEFORE_ANOTHER):
                return
            self._process = _start_process()


def _start_process() -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-m", "portal.background"])


def run() -> None:
    """Do what is due, every few seconds, until told to end or left alone."""
    from django.db import close_old_connections

    over = Event()
    for each in (signal.SIGTERM, signal.SIGINT):
        signal.signal(each, lambda *_: over.set())
    parent, is_well = os.getppid(), True
    while not over.wait(SECONDS_BETWEEN) and os.getppid() == parent:
        is_well = work_safely(was_well=is_well)
        close_old_connections()


def work_safely(*, was_well: bool) -> bool:
    """Do what is due, and return whether it went well: if not, it is tried again the next time.

    An outage is logged once and not every few seconds.
    """
    from django.db import InterfaceError, OperationalError

    from support.directory.current import NoDirectory

    try:
        work_once()
    except (NoDirectory, OperationalError, InterfaceError):
        if was_well:
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
    run()


if __name__ == "__main__":
    main()
