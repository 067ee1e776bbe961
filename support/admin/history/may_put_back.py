"""Who may put a row back: who may save it as it is and as it was."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db import models
from django.http import HttpRequest

from support.models import Department
from support.models.history import history_of
from support.models.scope import Scoped
from support.roles import may_edit, may_publish


def may_put_back(request: HttpRequest, model: type[models.Model], row: Any) -> bool:
    """Return whether the user may change a row, or add it if `row` is None: it was deleted."""
    rows = admin.site.get_model_admin(model)
    if row is None:
        return rows.has_add_permission(request)
    return rows.has_change_permission(request, row)


def refuse_unless_may_put_back(
    request: HttpRequest, model: type[models.Model], pk: int, at: datetime | None
) -> None:
    """Raise PermissionDenied if the user may not save the row as it was at `at`."""
    stored = model._default_manager.filter(pk=pk).first()
    if not may_put_back(request, model, stored):
        raise PermissionDenied
    if at is None:
        return
    old = history_of(model).as_of(at).filter(id=pk).first()
    if (
        isinstance(stored, Department)
        and old is not None
        and (old.slug, old.publicity) != (stored.slug, stored.publicity)
        and not may_publish(request.user)
    ):
        raise PermissionDenied
    if not issubclass(model, Scoped):
        return
    action = "add" if stored is None else "change"
    permission = f"support.{action}_{model._meta.model_name}"
    if old is not None and not may_edit(request.user, old.department_id, permission):
        raise PermissionDenied
