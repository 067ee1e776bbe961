from __future__ import annotations

from django.utils import timezone

from support.models import Closure


def closure_times(row: Closure) -> str:
    """Return when a closure begins and ends, on the clock of who asks."""
    return row.times_on(timezone.get_current_timezone_name())
