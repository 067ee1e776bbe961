"""Have pictures made anew in a process of their own, a few at a time."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from threading import BoundedSemaphore

from support.conversations.attachments.mistakes import Mistake, NotTaken

_PROGRAM = Path(__file__).with_name("picture_process.py")
_TOO_LARGE = 3
_SECONDS = 20

# Threads that serve pages are few: a picture that would have to wait for long is not taken.
_WORKING = BoundedSemaphore(2)
_WORKING_OR_WAITING = BoundedSemaphore(4)


def made_anew(content: bytes, name: str) -> bytes:
    """Return the picture as it is now kept; raises NotTaken where it cannot be opened safely, or
    where too many are being opened."""
    if not _WORKING_OR_WAITING.acquire(blocking=False):
        raise NotTaken(Mistake.NO_ROOM, name)
    try:
        with _WORKING:
            done = subprocess.run(  # noqa: S603  # our own program, with no argument of anybody's
                [sys.executable, "-IB", str(_PROGRAM)],
                input=content,
                capture_output=True,
                timeout=_SECONDS,
                check=False,
                env={},
            )
    except subprocess.TimeoutExpired as error:
        raise NotTaken(Mistake.TOO_MANY_PIXELS, name) from error
    finally:
        _WORKING_OR_WAITING.release()
    if done.returncode == _TOO_LARGE or b"DecompressionBomb" in done.stderr:
        raise NotTaken(Mistake.TOO_MANY_PIXELS, name)
    if done.returncode or not done.stdout:
        raise NotTaken(Mistake.OTHER_TYPE, name)
    return done.stdout
