from __future__ import annotations

from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import get_language

from support.admin.common.staff_zone import zone_of_staff
from support.admin.conflict.merge import EditMerge, MergedPage
from support.admin.history.edits_in_words import EditInWords, edits_in_words
from support.admin.preview.redisplay_form import RedisplayForm, is_redisplayed, redisplay_form
from support.history.edits import edit_keys
from support.history.related_rows import records_about

_MOST_EDITS = 5


class EditConflictPage(RedisplayForm):
    """Answer a refused save with both versions side by side, and a form that merges the two."""

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        response = super().changeform_view(request, object_id, form_url, extra_context)
        found = None if is_redisplayed(request) else _refused(response)
        if found is None:
            return response
        form, formsets = found
        merged = EditMerge(form, formsets, get_language() or "en").page()
        request.POST = merged.data  # type: ignore[assignment]
        redisplay_form(request)
        conflict = {
            "rows": merged.rows,
            "edits": self._edits_since(request, form.instance.pk, merged),
        }
        context = {"edit_conflict": conflict} | (extra_context or {})
        return super().changeform_view(request, object_id, form_url, context)

    def _edits_since(self, request: HttpRequest, pk: int, merged: MergedPage) -> list[EditInWords]:
        """Return the edits that came first, the newest at the top."""
        if merged.since is None:
            return []
        about = list(records_about(self.model, pk))
        keys = [key for key in edit_keys(about)[:_MOST_EDITS] if key[0] > merged.since]
        zone, language = zone_of_staff(request), get_language() or "en"
        return list(edits_in_words(about, keys, zone, language))


def _refused(response: HttpResponse) -> tuple[Any, list[Any]] | None:
    """Return the form that came too late, with its formsets; None if this one did not."""
    context = response.context_data if isinstance(response, TemplateResponse) else None
    if not context or "adminform" not in context:
        return None
    form = context["adminform"].form
    formsets = [inline.formset for inline in context["inline_admin_formsets"]]
    if not form.is_bound or form.instance.pk is None:
        return None
    is_late = form.has_error(NON_FIELD_ERRORS, "edit_conflict") or any(
        _has_lost_rows(formset) for formset in formsets
    )
    return (form, formsets) if is_late else None


def _has_lost_rows(formset: Any) -> bool:
    """Return whether rows were deleted meanwhile, without a save of their owner."""
    return any(row.has_error(formset.model._meta.pk.name) for row in formset.initial_forms)
