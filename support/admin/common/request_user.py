"""Who looks at a department's page. What the page says in words leads to what they may change."""

from __future__ import annotations

from support.models import Department
from support.roles import User, may_edit

_ATTRIBUTE = "seen_by"


def show_to(user: User, department: Department) -> None:
    department.__dict__[_ATTRIBUTE] = user


def viewer_may(permission: str, department: Department) -> bool:
    user: User | None = department.__dict__.get(_ATTRIBUTE)
    return user is not None and may_edit(user, department.pk, permission)
