"""A WSGI application asked as a server asks it."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import Any


@dataclass(frozen=True)
class Answer:
    status: str
    headers: dict[str, str]
    content: bytes


def ask(
    application: Any,
    address: str,
    *,
    method: str = "GET",
    host: str = "testserver",
    content: bytes = b"",
    **headers: str,
) -> Answer:
    """Return the answer; names of headers are written with underscores."""
    path, _, query = address.partition("?")
    environ = {
        "REQUEST_METHOD": method,
        "PATH_INFO": path.encode().decode("latin-1"),
        "QUERY_STRING": query,
        "SERVER_NAME": "127.0.0.1",
        "SERVER_PORT": "80",
        "HTTP_HOST": host,
        "CONTENT_TYPE": "application/x-www-form-urlencoded",
        "CONTENT_LENGTH": str(len(content)),
        "wsgi.input": BytesIO(content),
        "wsgi.url_scheme": "https",
    } | {f"HTTP_{name.upper()}": value for name, value in headers.items()}
    started: list[Any] = []
    chunks = application(environ, lambda status, headers: started.extend([status, headers]))
    return Answer(started[0], dict(started[1]), b"".join(chunks))
