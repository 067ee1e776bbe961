"""Who may change which hours: the one rule. Groups give permissions; a profile narrows departments.

Whatever changes something that belongs to a department asks here, with the permission that the
change needs: pages, actions, addresses and files alike.
"""

from __future__ import annotations

from django.contrib.auth.models import AbstractUser, AnonymousUser
from django.db.models import QuerySet

from support.models import Department, StaffProfile

User = AbstractUser | AnonymousUser

CHANGE_HOURS = "support.change_department"

_LIMITS = "department_limits_as_read"


def editable_departments(user: User, permission: str = CHANGE_HOURS) -> QuerySet[Department]:
    """Those for which `user` has the permission."""
    if not user.has_perm(permission):
        return Department.objects.none()
    limits = department_limits(user)
    return Department.objects.all() if limits is None else Department.objects.filter(pk__in=limits)


def may_edit(user: User, department_id: int | None, permission: str = CHANGE_HOURS) -> bool:
    """None stands for all departments at once, which nobody may edit who is limited to some."""
    if not user.has_perm(permission):
        return False
    limits = department_limits(user)
    return limits is None or department_id in limits


def department_limits(user: User) -> frozenset[int] | None:
    """The departments that `user` is limited to; None where it is to none.

    Read once and kept on `user`, as Django keeps permissions: a request sees one state of both.
    """
    if user.is_superuser:
        return None
    if not hasattr(user, _LIMITS):
        setattr(user, _LIMITS, _read_limits(user))
    limits: frozenset[int] | None = getattr(user, _LIMITS)
    return limits


def _read_limits(user: User) -> frozenset[int] | None:
    profile = StaffProfile.objects.filter(user_id=user.pk).first() if user.pk else None
    if profile is None:
        return None
    chosen = frozenset(profile.departments.values_list("pk", flat=True))
    return chosen if chosen or profile.limited else None
