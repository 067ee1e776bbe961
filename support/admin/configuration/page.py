"""Download the whole configuration as a file, and replace it by an uploaded one."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from support import clock
from support.admin.common.desk import desk_page
from support.admin.common.staff_zone import zone_of_staff
from support.admin.configuration.import_log import log_import
from support.admin.configuration.imported_file import (
    DamagedFile,
    TooBigToCarry,
    UploadForm,
    pack,
    unpack,
)
from support.admin.configuration.shown_changes import shown_changes
from support.admin.preview.differences import shown_differences
from support.roles import may_edit
from support.rows.changes import Kind
from support.schedule_file import (
    ConcurrentEdit,
    EntryChange,
    ScheduleFileError,
    apply_import,
    hours_before_and_after,
    plan_import,
    read_file,
    stored_configuration,
    write,
)

IMPORT = "support.import_schedule"

_MISTAKES_SHOWN = 200


def configuration(request: HttpRequest) -> HttpResponse:
    """Show the page, the preview of an uploaded file, or the result of a confirmed one."""
    form = UploadForm()
    if request.method == "POST":
        if not _may_import(request):
            raise PermissionDenied
        if "file_as_shown" in request.POST:
            return _confirmed(request, request.POST["file_as_shown"])
        form = UploadForm(request.POST, request.FILES)
        if form.is_valid():
            return _preview(request, form.cleaned_data["file"].read())
    return _page(request, {"form": form})


@require_safe
def download(request: HttpRequest) -> HttpResponse:
    name = f"configuration-{clock.now():%Y-%m-%d}.toml"
    return HttpResponse(
        write(stored_configuration()),
        headers={
            "Content-Type": "application/toml; charset=utf-8",
            "Content-Disposition": f'attachment; filename="{name}"',
        },
    )


def _may_import(request: HttpRequest) -> bool:
    """Return whether the user may import, which takes permission for every department."""
    return request.user.has_perm(IMPORT) and may_edit(request.user, None)


def _preview(
    request: HttpRequest, content: bytes, *, was_edited_meanwhile: bool = False
) -> HttpResponse:
    try:
        plan = plan_import(read_file(content))
        carried = pack(content, plan.token, request.user)
    except ScheduleFileError as error:
        return _with_mistakes(request, error)
    except TooBigToCarry:
        form = UploadForm()
        form.too_big()
        return _page(request, {"form": form})
    before, after = hours_before_and_after(plan)
    context = {
        "is_preview": True,
        "was_edited_meanwhile": was_edited_meanwhile,
        "changes": shown_changes(plan.changes),
        "has_deletions": any(_deletes(change) for change in plan.changes),
        "differences": shown_differences(
            before, after, clock.now(), zone_of_staff(request), has_links=False
        ),
        "file_as_shown": carried,
    }
    return _page(request, context)


def _deletes(change: EntryChange) -> bool:
    rows = [change.row, *change.listed_children]
    return any(row.kind is Kind.DELETED for row in rows)


def _confirmed(request: HttpRequest, carried: str) -> HttpResponse:
    try:
        content, token = unpack(carried, request.user)
        with transaction.atomic():
            done = apply_import(read_file(content), token)
            log_import(request.user, done.saved_rows)
    except DamagedFile:
        messages.error(
            request, _("This preview is no longer available. Please upload the file again.")
        )
        return redirect("admin:configuration")
    except ConcurrentEdit:
        return _preview(request, content, was_edited_meanwhile=True)
    except ScheduleFileError as error:
        return _with_mistakes(request, error)
    count = len(done.changes)
    message = ngettext(
        "File imported: %(count)d entry changed.",
        "File imported: %(count)d entries changed.",
        count,
    )
    messages.success(request, message % {"count": count})
    return redirect("admin:configuration")


def _with_mistakes(request: HttpRequest, error: ScheduleFileError) -> HttpResponse:
    shown = error.mistakes[:_MISTAKES_SHOWN]
    context = {
        "form": UploadForm(),
        "mistakes": shown,
        "mistake_count": len(error.mistakes),
        "mistakes_not_shown": len(error.mistakes) - len(shown),
    }
    return _page(request, context)


def _page(request: HttpRequest, context: dict[str, Any]) -> HttpResponse:
    context |= {"may_import": _may_import(request)}
    return desk_page(request, "admin/support/configuration.html", _("Configuration"), context)
