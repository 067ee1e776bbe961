"""The mail that conversations send: what waits, what failed, what was sent last."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from support.admin.common.desk import desk_page
from support.conversations.desk.who_may import answerable
from support.conversations.desk.words import StaffView, staff_view
from support.conversations.models import OutgoingMail

_SHOWN = 100


@dataclass(frozen=True, slots=True)
class Line:
    pk: int
    kind: str
    to: str
    state: str
    due: str
    attempts: int
    error: str
    is_failed: bool
    address: str


@require_http_methods(["GET", "HEAD", "POST"])
def mails(request: HttpRequest) -> HttpResponse:
    """List the last mails; a POST has one that failed tried again."""
    view = staff_view(request)
    mine = OutgoingMail.objects.filter(conversation__in=answerable(request.user))
    if request.method == "POST":
        failed = mine.filter(pk=_key(request), state=OutgoingMail.State.FAILED)
        waiting = OutgoingMail.State.WAITING
        if failed.update(state=waiting, due_at=view.at, attempts=0):
            messages.success(request, _("The email will be sent again."))
        return redirect("admin:conversation_mails")
    rows = mine.select_related("conversation").order_by("-pk")[:_SHOWN]
    context = {
        "mails": [_line(row, view) for row in rows],
        "folder": getattr(settings, "EMAIL_FILE_PATH", None) or "",
    }
    return desk_page(request, "admin/conversations/mails.html", _("Outgoing emails"), context)


def _key(request: HttpRequest) -> int:
    text = request.POST.get("mail", "")
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 19 else 0


def _line(row: OutgoingMail, view: StaffView) -> Line:
    return Line(
        row.pk,
        row.get_kind_display(),
        row.to,
        row.get_state_display(),
        view.moment(row.sent_at or row.due_at),
        row.attempts,
        row.error,
        row.state == OutgoingMail.State.FAILED,
        reverse("admin:conversation", args=[row.conversation.public_id]),
    )
