"""Who may not try another password: counted in the database, so alike on every server."""

from __future__ import annotations

from typing import Any

from axes.attempts import get_cool_off_threshold
from axes.handlers.database import AxesDatabaseHandler
from axes.models import AccessAttempt
from django.db.models import Sum
from django.http import HttpRequest

from portal.known_device import known_device

# Failures of one address with whatever names, within the time after which failures are forgotten.
_FAILURES_OF_AN_ADDRESS = 50


class Lockout(AxesDatabaseHandler):  # type: ignore[misc]
    """Lock out an address for one name after a few failures, and for all names after many."""

    def is_locked(self, request: HttpRequest, credentials: dict[str, Any] | None = None) -> bool:
        device = _device(request, credentials)
        if device:
            # Axes keeps a row for each name, address and program; so a device is a program.
            request.axes_user_agent = f"known device {device}"  # type: ignore[attr-defined]
        return super().is_locked(request, credentials) or (not device and _floods(request))


def counted_by(request: HttpRequest, credentials: dict[str, Any] | None = None) -> list[list[str]]:
    """Count failures by name and address, or by name and device if it is one of the owner's."""
    return [["username", "user_agent" if _device(request, credentials) else "ip_address"]]


def _device(request: HttpRequest, credentials: dict[str, Any] | None) -> str:
    username = (credentials or {}).get("username") or request.POST.get("username", "")
    return known_device(request, username)


def _floods(request: Any) -> bool:
    since = get_cool_off_threshold(request)
    recent = AccessAttempt.objects.filter(
        ip_address=request.axes_ip_address, attempt_time__gte=since
    )
    failures = recent.aggregate(sum=Sum("failures_since_start"))["sum"] or 0
    return bool(failures >= _FAILURES_OF_AN_ADDRESS)
