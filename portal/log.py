"""The log: one line for each event, with its time and request, and without personal data.

Neither the address of a visitor nor what somebody typed is written. So a traceback has no values,
and the lines in which PostgreSQL shows the row that it refused are left out.
"""

from __future__ import annotations

import json
import logging
import time
from datetime import UTC, datetime
from threading import Lock, Thread
from typing import Any

from portal.request_id import current_request_id
from support.counting import REFUSED_HOSTS

# An error that comes with each request is one mail in this time, which says how many there were.
_SECONDS_BETWEEN_MAILS = 300


def logging_settings(form: str, *, mail: bool) -> dict[str, Any]:
    """Return Django's settings of the log; `form` is "text" or "json"."""
    handlers: dict[str, Any] = {
        "console": {
            "class": "logging.StreamHandler",
            "formatter": form,
            "filters": ["outages_in_one_line"],
        },
        "refused_hosts": {"class": "portal.log.CountRefusedHosts"},
    }
    if mail:
        handlers["mail"] = {"class": "portal.log.ErrorMail", "level": "ERROR", "formatter": "text"}
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {
            "text": {"()": "portal.log.TextLine"},
            "json": {"()": "portal.log.JsonLine"},
        },
        "filters": {"outages_in_one_line": {"()": "portal.outage_log.OutagesInOneLine"}},
        "handlers": handlers,
        "root": {
            "handlers": [name for name in handlers if name != "refused_hosts"],
            "level": "WARNING",
        },
        "loggers": {
            # Anybody can ask for an unknown host, or for a page that does not exist.
            "django.security.DisallowedHost": {"handlers": ["refused_hosts"], "propagate": False},
            "django.request": {"level": "ERROR"},
        },
    }


def fields_of(record: logging.LogRecord) -> dict[str, str]:
    """Return what is told of an event, by name and in order."""
    at = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
    fields = {
        "time": at.replace("+00:00", "Z"),
        "level": record.levelname.lower(),
        "logger": record.name,
        "request": current_request_id.get(),
        "message": record.getMessage(),
        "exception": _exception(record),
    }
    return {name: value for name, value in fields.items() if value}


class TextLine(logging.Formatter):
    """`name=value` pairs; a value with anything but plain characters is a JSON string."""

    def format(self, record: logging.LogRecord) -> str:
        return " ".join(f"{name}={_quoted(value)}" for name, value in fields_of(record).items())


class JsonLine(logging.Formatter):
    """One JSON object."""

    def format(self, record: logging.LogRecord) -> str:
        return json.dumps(fields_of(record), ensure_ascii=False)


class CountRefusedHosts(logging.Handler):
    """Count the event and write nothing."""

    def emit(self, record: logging.LogRecord) -> None:
        REFUSED_HOSTS.add()


class ErrorMail(logging.Handler):
    """Send errors to ADMINS as the log has them, beside the request and not too often."""

    def __init__(self) -> None:
        super().__init__()
        self._next = 0.0
        self._left_out = 0
        self._counting = Lock()

    def emit(self, record: logging.LogRecord) -> None:
        # Strangers cause these at will.
        if record.name.startswith("django.security"):
            return
        with self._counting:
            if time.monotonic() < self._next:
                self._left_out += 1
                return
            self._next = time.monotonic() + _SECONDS_BETWEEN_MAILS
            left_out, self._left_out = self._left_out, 0
        text = self.format(record)
        if left_out:
            text += f"\n\nBefore it, {left_out} more errors were logged and not mailed."
        Thread(target=_mail, args=[f"Error in {record.name}", text], daemon=True).start()


def _mail(subject: str, text: str) -> None:
    from django.core.mail import mail_admins

    mail_admins(subject, text, fail_silently=True)


def _exception(record: logging.LogRecord) -> str:
    # What a stranger sends is refused in one line.
    if not record.exc_info or record.name.startswith("django.security"):
        return ""
    lines = logging.Formatter().formatException(record.exc_info).splitlines()
    return "\n".join(line for line in lines if not line.startswith(("DETAIL:", "CONTEXT:")))


def _quoted(value: str) -> str:
    is_plain = value.isprintable() and not set(value) & set(' "=\\')
    return value if is_plain else json.dumps(value, ensure_ascii=False)
