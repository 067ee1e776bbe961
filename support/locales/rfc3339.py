"""Read and write instants as RFC 3339 has them."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

_PATTERN = re.compile(
    r"\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}:\d{2}(\.\d{1,9})?"
    r"([Zz]|[+-]([01]\d|2[0-3]):[0-5]\d)",
    re.ASCII,
)
_WITHOUT_ZONE = re.compile(r"\d{4}-\d{2}-\d{2}([Tt ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?)?", re.ASCII)


class InvalidInstant(ValueError):
    """Raised for a text that is not an RFC 3339 date-time, with what is missing or wrong."""


def parse_instant(text: str) -> datetime:
    """Return the aware datetime, to the microsecond. Raises InvalidInstant."""
    if _WITHOUT_ZONE.fullmatch(text):
        raise InvalidInstant(
            f"“{text}” does not say in which time zone. Write 2026-11-23T01:30:00Z, or an offset "
            "such as +09:00 (with its + as %2B in an address)."
        )
    match = _PATTERN.fullmatch(text)
    if match is None:
        raise InvalidInstant(
            f"“{text[:60]}” is not an instant in RFC 3339. Write 2026-11-23T01:30:00Z, or an "
            "offset such as +09:00 (with its + as %2B in an address)."
        )
    plain = text.upper().replace("Z", "+00:00")
    if match[1]:
        plain = plain.replace(match[1], match[1][:7])
    try:
        if plain[17:19] == "60":
            return _after_leap_second(datetime.fromisoformat(f"{plain[:17]}59{plain[19:]}"))
        return datetime.fromisoformat(plain)
    except (ValueError, OverflowError) as error:
        raise InvalidInstant(f"“{text}” is no date that exists: {error}.") from error


def _after_leap_second(before: datetime) -> datetime:
    """Return the second after: datetimes have no leap seconds. Raises ValueError if none can be."""
    if before.astimezone(UTC).strftime("%H:%M") != "23:59":
        raise ValueError("a leap second is the last of a day in UTC")
    return before + timedelta(seconds=1)


def format_instant(at: datetime | None) -> str | None:
    """Return the instant in whole seconds of UTC, with a Z. None stays None."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if at else None
