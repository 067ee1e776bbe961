"""Keep the log readable while a database is away."""

from __future__ import annotations

import logging


class OutagesInOneLine(logging.Filter):
    """Say in one line that a database did not answer: a traceback of each request adds nothing."""

    def filter(self, record: logging.LogRecord) -> bool:
        # Imported here, since the log is set up before Django's database is.
        from django.db import InterfaceError, OperationalError

        error = record.exc_info[1] if record.exc_info else None
        if isinstance(error, OperationalError | InterfaceError):
            text = f"{record.getMessage()} ({' '.join(str(error).split())})"
            record.msg, record.args = text, None
            record.exc_info = record.exc_text = None
        return True
