"""Saving the windows of a department as its own page would: with history, log and edit version."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from support.admin.history.change_message import added_row, changed_row, deleted_row
from support.models import Department, LanguageWindow, step_aside


def save_windows(
    request: HttpRequest,
    department: Department,
    *,
    changed: Sequence[tuple[LanguageWindow, dict[str, Any]]] = (),
    added: Sequence[LanguageWindow] = (),
    deleted: Sequence[LanguageWindow] = (),
) -> None:
    """`changed` come with their values before. Who has the department's page open is told."""
    messages = [
        *(added_row(window) for window in added),
        *(changed_row(window, before) for window, before in changed),
        *(deleted_row(window) for window in deleted),
    ]
    for window in deleted:
        window.delete()
    step_aside(window.pk for window, _before in changed)
    for window in (*(window for window, _before in changed), *added):
        window.save()
    department.edit_version += 1
    department.save(update_fields=["edit_version"])
    admin.site.get_model_admin(Department).log_change(request, department, messages)
