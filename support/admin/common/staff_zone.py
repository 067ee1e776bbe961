from __future__ import annotations

from django.contrib.auth.models import AbstractUser, AnonymousUser

from support.locales.zones import UTC
from support.models import StaffProfile


def staff_zone(user: AbstractUser | AnonymousUser) -> str:
    """The IANA key of the clock on this person's wall, as their profile has it; else UTC."""
    profile = StaffProfile.objects.filter(user_id=user.pk).first() if user.pk else None
    return profile.zone if profile and profile.zone else UTC
