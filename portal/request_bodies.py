"""Read a request's body before anything else waits for it, within limits of time, size and number.

A thread that reads a body waits for its client. The server has no limit of time for that, and a
proxy in front, which reads bodies itself, may be missing.
"""

from __future__ import annotations

import logging
import os
import re
import socket
import stat
import struct
from collections.abc import Callable, Iterable
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryFile
from threading import BoundedSemaphore, Timer
from typing import IO, Any

from portal.limits import (
    BODIES_AT_ONCE,
    BODIES_WITH_FILES_AT_ONCE,
    BYTES_OF_A_BODY,
    BYTES_OF_A_CUT_BODY,
    BYTES_THROWN_AWAY,
    BYTES_WITH_FILES,
    SECONDS_FOR_A_BODY,
    SECONDS_WITH_FILES,
)

Environ = dict[str, Any]
Application = Callable[[Environ, Callable[..., Any]], Iterable[bytes]]

# In what an application is asked with: only the beginning of the body has been kept, and why.
CUT = "support.body_is_cut"
TOO_LARGE, FULL = "too large", "disk is full"

# Where people send files: the form, and conversations.
_TAKES_FILES = re.compile(r"/[a-z]+/(?:contact/write|conversations/[^/]+)/$")

_CHUNK = 1024 * 1024

logger = logging.getLogger(__name__)

_OPEN_FILES = Path("/proc/self/fd")

# Where Linux's `struct tcp_info` says how many milliseconds ago this end last sent anything.
_LAST_SENT = struct.Struct("44xI")


class RequestBodies:
    """A WSGI application around another that gets each body of a POST whole, and no other body.

    Of a message with files that is too large, it gets the beginning, and is told so: what somebody
    typed stands there.
    """

    def __init__(self, application: Application, seconds: float = SECONDS_FOR_A_BODY) -> None:
        self._application = application
        self._seconds = seconds
        self._places = BoundedSemaphore(BODIES_AT_ONCE)
        self._places_with_files = BoundedSemaphore(BODIES_WITH_FILES_AT_ONCE)

    def __call__(self, environ: Environ, start_response: Callable[..., Any]) -> Iterable[bytes]:
        length = _length(environ)
        if environ["REQUEST_METHOD"] != "POST" or not length:
            return self._answer(environ, start_response, BytesIO(), 0)
        has_files = length > BYTES_OF_A_BODY and bool(
            _TAKES_FILES.match(environ.get("PATH_INFO", ""))
        )
        if length > (BYTES_THROWN_AWAY if has_files else BYTES_OF_A_BODY):
            return _refuse(start_response, "413 Content Too Large")
        kept = length
        if length > BYTES_WITH_FILES:
            environ[CUT], kept = TOO_LARGE, BYTES_OF_A_CUT_BODY
        places = self._places_with_files if has_files else self._places
        if not places.acquire(blocking=False):
            return _refuse(start_response, "503 Service Unavailable", ("Retry-After", "20"))
        seconds = SECONDS_WITH_FILES if has_files else self._seconds
        body = _Body(environ, kept, on_disk=has_files)
        try:
            is_whole = _read(environ, length, body, seconds)
        finally:
            places.release()
        if not is_whole:
            body.file.close()
            return _refuse(start_response, "408 Request Timeout")
        return self._answer(environ, start_response, body.file, body.file.tell())

    def _answer(
        self,
        environ: Environ,
        start_response: Callable[..., Any],
        body: IO[bytes],
        length: int,
    ) -> Iterable[bytes]:
        body.seek(0)
        # In the same mapping: who is in front reads there what a view says of its answer.
        environ["CONTENT_LENGTH"], environ["wsgi.input"] = str(length), body
        try:
            return self._application(environ, start_response)
        finally:
            body.close()  # an answer is made when it is returned, though it may be sent later


class _Body:
    """The beginning of a body. A large one waits on disk and not in memory; where the disk is full,
    as much is kept as has the text that somebody typed."""

    def __init__(self, environ: Environ, most: int, *, on_disk: bool) -> None:
        self._environ, self._most = environ, most
        self._head = b""
        self.file: IO[bytes] = BytesIO()
        if on_disk:
            try:
                self.file = TemporaryFile()  # noqa: SIM115
            except OSError:
                self._fall_back()

    def add(self, chunk: bytes) -> None:
        if len(self._head) < BYTES_OF_A_CUT_BODY:
            self._head = (self._head + chunk)[:BYTES_OF_A_CUT_BODY]
        try:
            self.file.write(chunk[: max(0, self._most - self.file.tell())])
            self.file.flush()
        except OSError:
            self._fall_back()

    def _fall_back(self) -> None:
        logger.warning("A message came whose files the disk has no room for.")
        with suppress(OSError):
            self.file.close()
        self._environ[CUT] = FULL
        self.file, self._most = BytesIO(), min(self._most, BYTES_OF_A_CUT_BODY)
        self.file.write(self._head)


def _read(environ: Environ, length: int, body: _Body, seconds: float) -> bool:
    """Read a body of this length, keep its beginning, and return whether all of it came."""
    timer = Timer(seconds, hang_up, [environ.get("REMOTE_ADDR"), seconds])
    timer.daemon = True
    timer.start()
    left = length
    try:
        while left:
            chunk: bytes = environ["wsgi.input"].read(min(_CHUNK, left))
            if not chunk:
                break
            body.add(chunk)
            left -= len(chunk)
    finally:
        timer.cancel()
    return not left


def hang_up(address: str | None, seconds: float) -> None:
    """End this process's connections with an address to which it has sent nothing for so long.

    WSGI does not tell which connection a request came by. One that is kept open between requests
    ends sooner, so what is left are clients that do not finish their requests or read no answers.
    """
    if not _OPEN_FILES.is_dir():
        return  # not on Linux
    for file in _OPEN_FILES.iterdir():
        with suppress(OSError):
            if stat.S_ISSOCK(file.stat().st_mode):
                with socket.socket(fileno=os.dup(int(file.name))) as connection:
                    if _is_silent(connection, address, seconds):
                        connection.shutdown(socket.SHUT_RDWR)
                        logger.warning("A request's body did not come within %.0f s.", seconds)


def _is_silent(connection: socket.socket, address: str | None, seconds: float) -> bool:
    if connection.family not in (socket.AF_INET, socket.AF_INET6):
        return False
    if connection.getpeername()[0].removeprefix("::ffff:") != address:
        return False
    information = connection.getsockopt(socket.IPPROTO_TCP, socket.TCP_INFO, _LAST_SENT.size)
    return bool(_LAST_SENT.unpack(information)[0] >= seconds * 1000 - 500)


def _length(environ: Environ) -> int:
    text = environ.get("CONTENT_LENGTH", "")
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 16 else 0


def _refuse(
    start_response: Callable[..., Any], status: str, *headers: tuple[str, str]
) -> Iterable[bytes]:
    content = f"{status[4:]}\n".encode()
    length = ("Content-Length", str(len(content)))
    plain = ("Content-Type", "text/plain; charset=utf-8")
    start_response(status, [plain, length, ("Connection", "close"), *headers])
    return [content]
