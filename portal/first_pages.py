"""Have a worker make its first pages before visitors come to it.

The first page of a process takes eight times as long as any later one, and each language has parts
of its own to be worked out.
"""

from __future__ import annotations

import logging
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from io import BytesIO
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings

from support.directory.current import current_directory
from support.site.public_pages import public_pages

# All pages of the shipped operation take two. Where there are more, visitors ask for the rest.
_SECONDS = 4.0

logger = logging.getLogger(__name__)

Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


def make_first_pages(application: Application, seconds: float = _SECONDS) -> None:
    """Ask for the API and the public pages, the contact page first, as the proxy will ask for them.

    Stops after so many seconds, and where an answer is none. Whatever goes wrong is left to the
    visitors' own requests to tell.
    """
    end = time.monotonic() + seconds
    try:
        for path in _paths():
            if not _is_answered(application, path) or time.monotonic() > end:
                return
    except Exception:
        logger.exception("The first pages cannot be made.")


def _paths() -> Iterator[str]:
    yield "/api/v1/availability"  # without a directory it answers nothing
    for page in public_pages(current_directory.get()):
        yield from page.paths.values()


def _is_answered(application: Application, path: str) -> bool:
    statuses: list[str] = []
    application(_request(path), lambda status, *_: statuses.append(status))
    return statuses[0].startswith("200")


def _request(path: str) -> dict[str, Any]:
    environ = {
        "REQUEST_METHOD": "GET",
        "SCRIPT_NAME": "",
        "PATH_INFO": path,
        "QUERY_STRING": "",
        "SERVER_NAME": "localhost",
        "SERVER_PORT": "80",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "REMOTE_ADDR": "127.0.0.1",
        "HTTP_HOST": urlsplit(settings.SITE_ADDRESS).netloc,
        "wsgi.url_scheme": "http",
        "wsgi.input": BytesIO(),
        "wsgi.errors": sys.stderr,
    }
    if settings.BEHIND_PROXY:
        environ["HTTP_X_FORWARDED_PROTO"] = "https" if settings.HTTPS else "http"
    return environ
