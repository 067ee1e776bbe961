"""Read the clock, in one place.

Code that answers a request or runs a command asks it; everything below takes the instant as an
argument.
"""

from __future__ import annotations

from datetime import UTC, datetime


def now() -> datetime:
    """Return the present instant, aware, in UTC."""
    return datetime.now(UTC)
