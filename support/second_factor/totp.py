"""Work out codes that change every half minute, as RFC 6238 has them and every app knows them."""

from __future__ import annotations

import hmac
from base64 import b32encode
from datetime import datetime
from urllib.parse import quote, urlencode

SECONDS = 30
_DIGITS = 6
# A telephone's clock may be half a minute off, and typing takes time.
MOST_STEPS_OFF = 1
_STEPS_OFF = (0, -MOST_STEPS_OFF, MOST_STEPS_OFF)


def code(key: bytes, step: int) -> str:
    """Return the code of a half minute. `step` counts them from 1970."""
    digest = hmac.digest(key, step.to_bytes(8, "big"), "sha1")
    start = digest[-1] & 15
    number = int.from_bytes(digest[start : start + 4], "big") & 0x7FFF_FFFF
    return f"{number % 10**_DIGITS:0{_DIGITS}}"


def step_of(key: bytes, typed: str, instant: datetime) -> int | None:
    """Return the half minute of which `typed` is the code, or None if it is none around now."""
    now = int(instant.timestamp()) // SECONDS
    for off in _STEPS_OFF:
        if hmac.compare_digest(code(key, now + off).encode(), typed.encode()):
            return now + off
    return None


def as_text(key: bytes) -> str:
    """Write a key as apps take it."""
    return b32encode(key).decode().rstrip("=")


def address(key: bytes, issuer: str, name: str) -> str:
    """Write what the picture for the app has: the key, and whose it is where."""
    query = urlencode({"secret": as_text(key), "issuer": issuer}, quote_via=quote)
    return f"otpauth://totp/{quote(issuer)}:{quote(name)}?{query}"
