"""Actions of the list of departments, each confirmed after a preview."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from typing import Any

from django.contrib import admin, messages
from django.contrib.admin import ModelAdmin
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, QueryDict
from django.template.response import TemplateResponse
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from support import clock
from support.admin.bulk.channel import ChannelForm
from support.admin.bulk.closed import ClosedForm
from support.admin.bulk.copy_windows import CopyForm
from support.admin.bulk.form import BulkForm
from support.admin.bulk.holidays import HolidaysForm
from support.admin.bulk.label import LabelForm
from support.admin.bulk.open_on_date import OpenForm
from support.admin.bulk.shift import ShiftForm
from support.admin.common.close_too import (
    CLOSE_TOO,
    chose_to_close_too,
    losses_of,
    may_close_too,
)
from support.admin.common.some_names import some_names
from support.admin.common.staff_zone import today_of_staff, zone_of_staff
from support.admin.common.tell_losses import tell_losses
from support.admin.fields.date import tell_by_clock
from support.admin.fields.pickers import datalists
from support.admin.preview.differences import shown_differences
from support.directory import directory_of, read_rows
from support.directory.revision import current_token
from support.locales.formatting import join
from support.models import Department
from support.roles import editable_departments
from support.rows.dry_run import dry_run

Departments = QuerySet[Department]
Action = Callable[["ModelAdmin[Any]", HttpRequest, Departments], HttpResponse | None]


@admin.action(permissions=["close"], description=gettext_lazy("Close on a date …"))
def close_on_date(
    model_admin: ModelAdmin[Any], request: HttpRequest, rows: Departments
) -> HttpResponse | None:
    return _act(model_admin, request, rows, ClosedForm)


@admin.action(
    permissions=["change"],
    description=gettext_lazy("Copy windows from one language to another …"),
)
def copy_language(
    model_admin: ModelAdmin[Any], request: HttpRequest, rows: Departments
) -> HttpResponse | None:
    return _act(model_admin, request, rows, CopyForm)


@admin.action(permissions=["change"], description=gettext_lazy("Move windows earlier or later …"))
def shift_windows(
    model_admin: ModelAdmin[Any], request: HttpRequest, rows: Departments
) -> HttpResponse | None:
    return _act(model_admin, request, rows, ShiftForm)


@admin.action(permissions=["close"], description=gettext_lazy("Other hours on a date, or open …"))
def open_on_date(
    model_admin: ModelAdmin[Any], request: HttpRequest, rows: Departments
) -> HttpResponse | None:
    return _act(model_admin, request, rows, OpenForm)


@admin.action(permissions=["change"], description=gettext_lazy("Set public holidays …"))
def set_holidays(
    model_admin: ModelAdmin[Any], request: HttpRequest, rows: Departments
) -> HttpResponse | None:
    return _act(model_admin, request, rows, HolidaysForm)


@admin.action(permissions=["change"], description=gettext_lazy("Set label of windows …"))
def set_label(
    model_admin: ModelAdmin[Any], request: HttpRequest, rows: Departments
) -> HttpResponse | None:
    return _act(model_admin, request, rows, LabelForm)


@admin.action(permissions=["channel"], description=gettext_lazy("Add or remove a channel …"))
def set_channel(
    model_admin: ModelAdmin[Any], request: HttpRequest, rows: Departments
) -> HttpResponse | None:
    return _act(model_admin, request, rows, ChannelForm)


BULK_ACTIONS: list[Action] = [
    close_on_date,
    open_on_date,
    copy_language,
    shift_windows,
    set_holidays,
    set_label,
    set_channel,
]


def _act(
    model_admin: ModelAdmin[Any],
    request: HttpRequest,
    rows: Departments,
    form_class: type[BulkForm],
) -> HttpResponse | None:
    """Show the action's form and preview, or return None to go back to the list.

    That is once it is done, or if the user has no permission for one of the departments.
    """
    departments = list(Department.objects.filter(pk__in=list(rows.values_list("pk", flat=True))))
    if not _may_edit_all(model_admin, request, departments):
        return None
    is_sent = bool({"_preview", "_apply"} & request.POST.keys())
    form = form_class(departments, _sent(request) if is_sent else None)
    tell_by_clock(form, zone_of_staff(request))
    preview: dict[str, Any] = {}
    if is_sent and form.is_valid():
        if "_apply" in request.POST and _apply(request, form):
            _report_done(model_admin, request, form)
            return None
        preview = _preview(request, form)
    context = model_admin.admin_site.each_context(request) | {
        "title": form.title,
        "form": form,
        "departments": departments,
        "names": _names(departments),
        "seen": _seen(form) if preview else "",
        "action": form.action,
        "action_checkbox_name": ACTION_CHECKBOX_NAME,
        "opts": model_admin.opts,
        "datalists": datalists(form.datalists),
        **preview,
    }
    return TemplateResponse(request, "admin/support/bulk_action.html", context)


def _sent(request: HttpRequest) -> QueryDict:
    """Return what was typed; the button that closes others too ticks their box."""
    sent = request.POST.copy()
    if chose_to_close_too(request):
        sent[CLOSE_TOO] = "on"
    return sent


def _may_edit_all(
    model_admin: ModelAdmin[Any], request: HttpRequest, departments: Sequence[Department]
) -> bool:
    own = set(editable_departments(request.user).values_list("pk", flat=True))
    foreign = [str(department) for department in departments if department.pk not in own]
    if foreign:
        message = _(
            "Nothing was changed, because you don’t have permission to change the hours "
            "of %(departments)s."
        ) % {"departments": join(foreign, get_language() or "en")}
        model_admin.message_user(request, message, messages.ERROR)
    return not foreign


def _preview(request: HttpRequest, form: BulkForm) -> dict[str, Any]:
    """Return what the template shows of the effect; nothing, with the mistakes in the form, if the
    action cannot be done."""
    departments = _keys(form.departments)
    before = directory_of(read_rows(departments), 0).departments
    try:
        with dry_run():
            form.notes = []
            form.save(request)
            after = directory_of(read_rows(departments), 0).departments
            saved = form.saved_special_hours()
            losses = losses_of(saved, today_of_staff(request))
            offers = CLOSE_TOO in form.fields and may_close_too(request.user, losses)
    except ValidationError as error:
        form.add_error(None, error)
        return {}
    return {
        "preview": shown_differences(
            before, after, clock.now(), zone_of_staff(request), [row.pk for row in saved]
        ),
        "may_close_too": offers,
        "unaffected": [*form.notes, *form.reasons(before, after)],
    }


def _apply(request: HttpRequest, form: BulkForm) -> bool:
    """Carry out exactly what the preview showed; return whether it was done."""
    with transaction.atomic():
        # A simultaneous save of one of them waits until this is through.
        list(Department.objects.select_for_update().filter(pk__in=_keys(form.departments)))
        if request.POST.get("seen") != _seen(form):
            message = _(
                "This no longer matches the preview: either you changed your entries or someone "
                "else has saved since. Please check the preview and confirm again."
            )
            form.add_error(None, message)
            return False
        try:
            with transaction.atomic():
                form.save(request)
        except ValidationError:
            return False  # the preview that follows names the mistakes
    return True


def _seen(form: BulkForm) -> str:
    """Return a hash of what a preview depends on: the rows as they are and the input."""
    seen = repr((current_token(), _keys(form.departments), sorted(form.cleaned_data.items())))
    return hashlib.sha256(seen.encode()).hexdigest()


def _names(departments: Sequence[Department]) -> str:
    return some_names([str(department) for department in departments], get_language() or "en")


def _keys(departments: Sequence[Department]) -> list[int]:
    return [department.pk for department in departments]


def _report_done(model_admin: ModelAdmin[Any], request: HttpRequest, form: BulkForm) -> None:
    words = _("{what}: {detail}").format(what=form.title, detail=_names(form.departments))
    model_admin.message_user(request, words, messages.SUCCESS)
    tell_losses(request, form.saved_special_hours())
