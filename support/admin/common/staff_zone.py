from __future__ import annotations

from django.contrib.auth.models import AbstractUser, AnonymousUser

from support.locales.zones import UTC
from support.models import StaffProfile


def staff_zone(user: AbstractUser | AnonymousUser) -> str:
    """Return the IANA key of the clock that the user has chosen in their profile, or UTC."""
    profile = StaffProfile.objects.filter(user_id=user.pk).first() if user.pk else None
    return profile.zone if profile and profile.zone else UTC
