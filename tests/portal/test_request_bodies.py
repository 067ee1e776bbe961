"""How much of a request's body is read, and what of it reaches the application."""

from __future__ import annotations

import errno
from io import BytesIO

import pytest

from portal.request_bodies import CUT, RequestBodies

FORM = "/en/contact/write/"
CONVERSATION = "/en/conversations/abcdefghijklmnopqrstuv/"


class Sent(BytesIO):
    """A body of zeros that is made as it is read."""

    def __init__(self, length: int) -> None:
        super().__init__()
        self.left = length

    def read(self, size: int | None = -1) -> bytes:
        size = min(self.left, size or 0)
        self.left -= size
        return bytes(size)


def post(path: str, length: int, sent: Sent | None = None) -> tuple[str, dict[str, object]]:
    seen: dict[str, object] = {}
    statuses = []

    def application(environ, start_response):
        seen.update(read=len(environ["wsgi.input"].read()), is_cut=CUT in environ)
        start_response("200 OK", [])
        return [b""]

    environ = {
        "REQUEST_METHOD": "POST",
        "PATH_INFO": path,
        "CONTENT_LENGTH": str(length),
        "wsgi.input": sent or Sent(length),
    }
    RequestBodies(application)(environ, lambda status, headers: statuses.append(status))
    return statuses[0], seen


@pytest.mark.parametrize("path", [FORM, CONVERSATION])
def test_message_with_five_large_files_is_read(path):
    assert post(path, 50_100_000) == ("200 OK", {"read": 50_100_000, "is_cut": False})


def test_of_larger_files_only_the_beginning_is_kept_and_all_is_taken_in():
    sent = Sent(200_000_000)

    assert post(FORM, 200_000_000, sent) == ("200 OK", {"read": 256_000, "is_cut": True})
    assert sent.left == 0


def test_of_files_that_the_disk_has_no_room_for_the_beginning_is_kept(monkeypatch):
    class Full(BytesIO):
        def write(self, chunk) -> int:
            if self.tell() > 1_500_000:
                raise OSError(errno.ENOSPC, "No space left on device")
            return super().write(chunk)

    monkeypatch.setattr("portal.request_bodies.TemporaryFile", Full)
    sent = Sent(20_000_000)

    assert post(FORM, 20_000_000, sent) == ("200 OK", {"read": 256_000, "is_cut": True})
    assert sent.left == 0


@pytest.mark.parametrize(
    ("path", "length"),
    [
        (FORM, 256_000_001),
        ("/admin/support/department/", 8_000_001),
        ("/en/contact/", 8_000_001),
        (f"{CONVERSATION}close/", 8_000_001),
    ],
)
def test_what_is_too_large_is_refused_without_being_read(path, length):
    sent = Sent(length)

    assert post(path, length, sent) == ("413 Content Too Large", {})
    assert sent.left == length


def test_body_that_ends_early_is_refused():
    assert post(FORM, 9_000_000, Sent(8_500_000)) == ("408 Request Timeout", {})


def test_body_of_anything_but_a_post_is_left_alone():
    assert post("/en/contact/", 0) == ("200 OK", {"read": 0, "is_cut": False})
