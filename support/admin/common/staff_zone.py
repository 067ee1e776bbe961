from __future__ import annotations

from datetime import date
from zoneinfo import ZoneInfo

from django.contrib.auth.models import AbstractUser, AnonymousUser
from django.http import HttpRequest

from support import clock
from support.locales.zones import UTC
from support.models import StaffProfile

_KEY = "support.staff_zone"


def staff_zone(user: AbstractUser | AnonymousUser) -> str:
    """Return the IANA key of the clock that the user has chosen in their profile, or UTC."""
    profile = StaffProfile.objects.filter(user_id=user.pk).first() if user.pk else None
    return profile.zone if profile and profile.zone else UTC


def today_of_staff(request: HttpRequest) -> date:
    """Return the date that it is on the clock of who asks."""
    return clock.now().astimezone(ZoneInfo(zone_of_staff(request))).date()


def zone_of_staff(request: HttpRequest) -> str:
    """Return the clock of who asks, looked up once a request."""
    if _KEY not in request.META:
        request.META[_KEY] = staff_zone(request.user)
    return str(request.META[_KEY])
