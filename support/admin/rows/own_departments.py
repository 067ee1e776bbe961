"""Limit editing what belongs to a department to the users who may edit that department."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth import get_permission_codename
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from support.models import Department
from support.roles import department_limits, may_edit


class OwnDepartments:
    """Add the limit to an admin or an inline.

    `department_id_field` is the field of the row, or of its parent, with the department's key.
    """

    department_id_field = "department_id"

    def has_add_permission(self, request: HttpRequest, *parent: Any) -> bool:
        has_permission = super().has_add_permission(request, *parent)  # type: ignore[misc]
        return has_permission and self._may(request, "add", *parent)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        has_permission = super().has_change_permission(request, obj)  # type: ignore[misc]
        return has_permission and self._may(request, "change", obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        has_permission = super().has_delete_permission(request, obj)  # type: ignore[misc]
        return has_permission and self._may(request, "delete", obj)

    def _may(self, request: HttpRequest, action: str, obj: Any = None) -> bool:
        if obj is None:
            return department_limits(request.user) != frozenset()
        options: Any = self.opts  # type: ignore[attr-defined]
        permission = f"{options.app_label}.{get_permission_codename(action, options)}"
        return may_edit(request.user, getattr(obj, self.department_id_field), permission)

    def formfield_for_foreignkey(
        self, db_field: models.ForeignKey[Any, Any], request: HttpRequest, **kwargs: Any
    ) -> forms.ModelChoiceField[Any] | None:
        limits = department_limits(request.user)
        if db_field.name == "department" and limits is not None:
            kwargs |= _choice_of(limits)
        field: forms.ModelChoiceField[Any] | None = super().formfield_for_foreignkey(  # type: ignore[misc]
            db_field, request, **kwargs
        )
        return field


def _choice_of(limits: frozenset[int]) -> dict[str, Any]:
    """Require one of these departments, chosen from the start if it is the only one."""
    message = _("Choose a department whose hours you can change.")
    return {
        "queryset": Department.objects.filter(pk__in=limits),
        "required": True,
        "initial": next(iter(limits)) if len(limits) == 1 else None,
        "help_text": _("A department whose hours you can change."),
        "error_messages": {"required": message, "invalid_choice": message},
    }
