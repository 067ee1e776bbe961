"""Whose request a department is shown to.

Django calls the methods behind readonly fields with the row alone, and their links depend on the
user's permissions.
"""

from __future__ import annotations

from support.models import Department
from support.roles import User, may_edit

_ATTRIBUTE = "request_user"


def set_request_user(department: Department, user: User) -> None:
    department.__dict__[_ATTRIBUTE] = user


def request_user_may(permission: str, department: Department) -> bool:
    """Return whether the user of the request has the permission for this department."""
    user: User | None = department.__dict__.get(_ATTRIBUTE)
    return user is not None and may_edit(user, department.pk, permission)
