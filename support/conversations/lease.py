"""The turn of one process among all servers to do what an installation does once."""

from __future__ import annotations

import os
import secrets
from datetime import datetime, timedelta

from django.db.models import Q

from support.conversations.models import Lease

# Names this process; a number of a process alone is the same on another server.
HOLDER = f"{os.getpid()}-{secrets.token_hex(8)}"


def take_lease(
    name: str,
    at: datetime,
    length: timedelta,
    holder: str = HOLDER,
    *,
    pause: timedelta | None = None,
) -> bool:
    """Take or prolong a lease. False where another holds it, or it was done within the `pause`.

    What lies further ahead than a lease can was written by a clock that was wrong, and counts for
    nothing: else nobody would do the work until then.
    """
    Lease.objects.get_or_create(name=name, defaults={"holder": "", "until": at})
    is_over = Q(until__lte=at) | Q(until__gt=at + 2 * length)
    free = Lease.objects.filter(Q(holder=holder) | is_over, name=name)
    if pause:
        free = free.filter(
            Q(done_at=None) | Q(done_at__lte=at - pause) | Q(done_at__gt=at + length)
        )
    return bool(free.update(holder=holder, until=at + length))


def end_lease(name: str, at: datetime, holder: str = HOLDER) -> None:
    """Give a lease back, with what it was for done to the end."""
    Lease.objects.filter(name=name, holder=holder).update(holder="", until=at, done_at=at)
