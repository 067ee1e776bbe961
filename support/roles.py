"""The one rule of who may edit which department: groups grant permissions, profiles limit them.

Every page, action, address and import that edits a department asks here, with the permission that
the edit needs.
"""

from __future__ import annotations

from django.contrib.auth.models import AbstractUser, AnonymousUser
from django.db.models import QuerySet

from support.models import Department, StaffProfile

User = AbstractUser | AnonymousUser

CHANGE_HOURS = "support.change_department"

_LIMITS = "department_limits_as_read"


def editable_departments(user: User, permission: str = CHANGE_HOURS) -> QuerySet[Department]:
    """Return the departments for which `user` has the permission."""
    if not user.has_perm(permission):
        return Department.objects.none()
    limits = department_limits(user)
    return Department.objects.all() if limits is None else Department.objects.filter(pk__in=limits)


def may_edit(user: User, department_id: int | None, permission: str = CHANGE_HOURS) -> bool:
    """Return whether `user` has the permission for a department, or for all of them if it is None.

    Users who are limited to certain departments may not edit what is for all of them.
    """
    if not user.has_perm(permission):
        return False
    limits = department_limits(user)
    return limits is None or department_id in limits


def may_publish(user: User) -> bool:
    """Return whether `user` may say which departments there are, under which short name, and when
    the public sees them: who may add any."""
    return user.has_perm("support.add_department") and department_limits(user) is None


def may_arrange(user: User) -> bool:
    """Return whether `user` may put departments into another order."""
    return may_edit(user, None)


def may_manage_people(user: User) -> bool:
    """Return whether `user` may invite others, say what they may do, and leave them out."""
    return user.is_active and user.is_superuser


def department_limits(user: User) -> frozenset[int] | None:
    """Return the departments that `user` is limited to, or None if there is no limit.

    They are read once for each `user` object, as Django reads permissions, so that one request
    sees one state of both.
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
