from __future__ import annotations

import sys
from pathlib import Path

from django.utils.translation import gettext as _

from support.schedule_file.mistakes import Mistake, ScheduleFileError

STANDARD_INPUT = "-"


def read_source(name: str) -> bytes:
    """Return the bytes of a file or of the standard input. Raise ScheduleFileError."""
    try:
        return sys.stdin.buffer.read() if name == STANDARD_INPUT else Path(name).read_bytes()
    except FileNotFoundError as error:
        raise ScheduleFileError([Mistake("", "", _("there is no such file."))]) from error
    except OSError as error:
        message = _("the file can’t be read: %(reason)s.") % {"reason": error.strerror}
        raise ScheduleFileError([Mistake("", "", message)]) from error
