"""Show what a deletion would change for visitors, before it is confirmed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import wraps
from typing import Any

from django.contrib.admin import ModelAdmin
from django.db import models
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from support import clock
from support.admin.common.no_effect_words import no_effect_words
from support.admin.common.staff_zone import zone_of_staff
from support.admin.preview.differences import shown_differences
from support.directory import directory_of, read_rows
from support.directory.rows import column

_DELETE_SELECTED = "delete_selected"

Action = Callable[..., HttpResponse | None]


class DeletionPreview(ModelAdmin):  # type: ignore[type-arg]  # no generic at run time
    """Preview the deletion of one row, and of those that are ticked in the list."""

    delete_confirmation_template = "admin/support/delete_confirmation.html"
    delete_selected_confirmation_template = "admin/support/delete_selected_confirmation.html"

    def departments_touched(self, row: Any) -> set[int] | None:
        """Return the keys of the departments whose hours depend on `row`, or None for all."""
        raise NotImplementedError

    def deletion_context(self, request: HttpRequest, rows: Sequence[Any]) -> dict[str, Any]:
        """Return what the page shows of the effect, without deleting anything."""
        model: Any = self.model
        stored = read_rows(all_of([self.departments_touched(row) for row in rows]))
        keys, key_of = {row.pk for row in rows}, column(model, "id")
        left = [each for each in stored[self.model] if key_of(each) not in keys]
        before = directory_of(stored, 0).departments
        after = directory_of({**stored, self.model: left}, 0).departments
        differences = shown_differences(before, after, clock.now(), zone_of_staff(request))
        why = no_effect_words(rows[0], before) if len(rows) == 1 else ""
        return {"deletion_preview": differences, "why_no_change": why}

    def delete_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        response: Any = super().delete_view(request, object_id, extra_context)
        if _asks(response):
            response.context_data |= self.deletion_context(
                request, [response.context_data["object"]]
            )
        return response  # type: ignore[no-any-return]

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        actions: dict[str, Any] = super().get_actions(request)
        if _DELETE_SELECTED in actions:
            act, name, description = actions[_DELETE_SELECTED]
            actions[_DELETE_SELECTED] = (_with_preview(act), name, description)
        return actions


def _with_preview(act: Action) -> Action:
    """Add the preview to the page on which the action asks whether it is meant."""

    @wraps(act)
    def previewed(
        model_admin: DeletionPreview, request: HttpRequest, rows: QuerySet[models.Model]
    ) -> HttpResponse | None:
        response: Any = act(model_admin, request, rows)
        if _asks(response):
            response.context_data |= model_admin.deletion_context(request, list(rows))
        return response  # type: ignore[no-any-return]

    return previewed


def _asks(response: HttpResponse | None) -> bool:
    """Return whether the page asks to confirm what may be done."""
    context = response.context_data if isinstance(response, TemplateResponse) else None
    if context is None or "perms_lacking" not in context:  # as after a deletion in a popup
        return False
    return not (context["protected"] or context["perms_lacking"])


def all_of(touched: Sequence[set[int] | None]) -> set[int] | None:
    """Return all of these keys; None, that is all departments, if one of them is."""
    keys: set[int] = set()
    for each in touched:
        if each is None:
            return None
        keys |= each
    return keys
