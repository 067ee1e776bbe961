"""One answer of a server, looked at before it is measured."""

from __future__ import annotations

import http.client
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

NO_HEADERS: Mapping[str, str] = {}


@dataclass(frozen=True)
class Answer:
    status: int
    headers: tuple[tuple[str, str], ...]
    content: bytes

    def header(self, name: str) -> str:
        return dict(self.headers).get(name.lower(), "")


def fetch(url: str, headers: Mapping[str, str] = NO_HEADERS) -> Answer:
    parts = urlsplit(url)
    connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=30)
    try:
        query = f"?{parts.query}" if parts.query else ""
        connection.request("GET", (parts.path or "/") + query, headers=dict(headers))
        response = connection.getresponse()
        content = response.read()
    finally:
        connection.close()
    names = tuple((name.lower(), value) for name, value in response.getheaders())
    return Answer(response.status, names, content)


def expect(
    url: str,
    headers: Mapping[str, str] = NO_HEADERS,
    *,
    status: int = 200,
    content: bytes | None = None,
    length: tuple[int, int] | None = None,
) -> Answer:
    """The answer; anything but what is expected stops the run."""
    answer = fetch(url, headers)
    size = len(answer.content)
    if answer.status != status:
        sys.exit(f"{url} answers {answer.status} instead of {status}.")
    if content is not None and answer.content != content:
        sys.exit(f"{url} answers {size} other bytes than the {len(content)} expected.")
    if length is not None and not length[0] <= size <= length[1]:
        sys.exit(f"{url} answers {size} bytes instead of {length[0]} to {length[1]}.")
    return answer
