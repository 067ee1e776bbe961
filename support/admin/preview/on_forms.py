"""Show what saving a form would do, before it is saved.

The preview is a dry run of the save itself, with all its validation, permissions and related rows,
so it cannot differ from what the save will do.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.db import models
from django.http import HttpRequest, HttpResponse

from support import clock
from support.admin.common.no_effect_words import no_effect_words
from support.admin.common.rules_ahead import RuleRow, rules_ahead
from support.admin.common.staff_zone import zone_of_staff
from support.admin.preview.deletion import DeletionPreview, all_of
from support.admin.preview.differences import shown_differences
from support.admin.preview.page import page_form, preview_page
from support.admin.preview.redisplay_form import RedisplayForm, redisplay_form
from support.directory import DepartmentEntry, directory_of, read_rows
from support.models import Closure, SpecialHours
from support.rows.dry_run import dry_run

# The button of folded fields that are not in the page: it is shown again, with them.
UNFOLD = "_unfold"

_PREVIEW, _PREVIEW_PAGE = "_preview", "_preview_page"


class _DryRunDone(HttpResponse):
    """Take the place of Django's answer to a successful save."""

    def __init__(self, row: models.Model) -> None:
        super().__init__()
        self.row = row


class PreviewButton(DeletionPreview, RedisplayForm):
    """Add a Preview button beside Save, and a preview to the page that asks about a deletion.

    List it before SupportAdmin in the bases, since its template renders the button.
    """

    def preview_context(self, request: HttpRequest, row: Any) -> dict[str, Any]:
        """Return more for the template, asked while `row` is saved for the preview."""
        return {}

    def whom_it_concerns(self, row: Any) -> str:
        """Return, for the message after a save, whom it concerns, where the row's name does not."""
        return ""

    def tell_losses(self, request: HttpRequest, row: Any) -> None:
        """Say what loses to or against `row`, which was saved for good."""

    def rows_with_rules(self, row: Any) -> Iterable[RuleRow]:
        """Return the rows of a form whose next dates a preview and a save tell."""
        return ()

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        context = {"show_preview": True} | (extra_context or {})
        if request.method == "POST" and UNFOLD in request.POST:
            redisplay_form(request)
            return super().changeform_view(request, object_id, form_url, context)
        if not _is_preview(request):
            return super().changeform_view(request, object_id, form_url, context)
        stored = self.get_object(request, unquote(object_id)) if object_id else None
        touched = self.departments_touched(stored) if stored else set()
        with dry_run():
            response = super().changeform_view(request, object_id, form_url, context)
            if not isinstance(response, _DryRunDone):
                return response
            touched = all_of([touched, self.departments_touched(response.row)])
            if _PREVIEW_PAGE in request.POST:
                return preview_page(request, directory_of(read_rows(), 0))
            after = _entries(touched)
            context |= self.preview_context(request, response.row)
            context["rules_ahead"] = rules_ahead(self.rows_with_rules(response.row), clock.now())
            why_no_change = no_effect_words(response.row, after)
        context |= _preview(request, _entries(touched), after, response.row, why_no_change)
        redisplay_form(request)
        return super().changeform_view(request, object_id, form_url, context)

    def response_add(self, request: HttpRequest, obj: Any, *args: Any, **kwargs: Any) -> Any:
        if _is_preview(request):
            return _DryRunDone(obj)
        response = super().response_add(request, obj, *args, **kwargs)
        self._tell_consequences(request, obj)
        return response

    def response_change(self, request: HttpRequest, obj: Any) -> HttpResponse:
        if _is_preview(request):
            return _DryRunDone(obj)
        response = super().response_change(request, obj)
        self._tell_consequences(request, obj)
        return response

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """Keep which rows were changed, until it has been told that they were saved."""
        super().save_related(request, form, formsets, change)
        forms = [form, *(each for formset in formsets for each in formset.forms)]
        form.instance.changed_rows = [each.instance for each in forms if each.has_changed()]

    def _tell_consequences(self, request: HttpRequest, row: Any) -> None:
        """Tell whom it concerns, what loses or changes nothing, and the next dates of the rules."""
        if concerned := self.whom_it_concerns(row):
            messages.info(request, concerned)
        self.tell_losses(request, row)
        if isinstance(row, SpecialHours | Closure):
            words = no_effect_words(row, _entries(self.departments_touched(row)))
            if words:
                messages.warning(request, words)
        changed = {(type(each), each.pk) for each in row.changed_rows}
        rows = [each for each in self.rows_with_rules(row) if (type(each), each.pk) in changed]
        for ahead in rules_ahead(rows, clock.now()):
            messages.info(request, ahead.html)


def _is_preview(request: HttpRequest) -> bool:
    return request.method == "POST" and bool({_PREVIEW, _PREVIEW_PAGE} & request.POST.keys())


def _entries(departments: Collection[int] | None) -> tuple[DepartmentEntry, ...]:
    return directory_of(read_rows(departments), 0).departments


def _preview(
    request: HttpRequest,
    before: Sequence[DepartmentEntry],
    after: Sequence[DepartmentEntry],
    row: models.Model,
    why_no_change: str,
) -> dict[str, Any]:
    now, zone = clock.now(), zone_of_staff(request)
    if len(before) == len(after) == 1:
        # A department that gets another short name is still the same one.
        before = [replace(before[0], slug=after[0].slug)]
    about = [row.pk] if isinstance(row, SpecialHours) else []
    differences = shown_differences(before, after, now, zone, about)
    return {
        "preview": differences,
        "why_no_change": why_no_change,
        "preview_page_form": page_form(request, differences.shown_from, zone),
    }
