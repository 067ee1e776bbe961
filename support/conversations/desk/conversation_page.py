"""One conversation: all that was said, the answer, and what else staff do with it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from support.admin.common.desk import desk_page
from support.conversations.changing import NewerMessages
from support.conversations.desk import actions
from support.conversations.desk.answer_form import AnswerForm, HandOverForm, SeenForm
from support.conversations.desk.canned_answers import text_for
from support.conversations.desk.log import entries
from support.conversations.desk.visitor_side import visitor_side
from support.conversations.desk.who_may import answerable, answerable_or_404
from support.conversations.desk.words import (
    StaffView,
    name_of,
    staff_view,
    standing_in_words,
    who_is,
)
from support.conversations.models import Conversation, OutgoingMail
from support.conversations.open_waits import open_waits


@require_http_methods(["GET", "HEAD", "POST"])
def conversation(request: HttpRequest, public_id: str) -> HttpResponse:
    """Show a conversation; a POST does what its button says, unless somebody was faster."""
    row = answerable_or_404(request.user, public_id)
    try:
        return _answered(request, row, staff_view(request))
    except Conversation.DoesNotExist as error:  # erased in the meantime
        raise Http404 from error


def _answered(request: HttpRequest, row: Conversation, view: StaffView) -> HttpResponse:
    if request.method != "POST":
        return _page(request, row, view)
    action = request.POST.get("action", "")
    if action in actions.BUTTONS:
        return _press(request, row, view, action)
    if action == actions.HAND_OVER:
        return _hand_over(request, row, view)
    return _write(request, row, view, action)


def _press(request: HttpRequest, row: Conversation, view: StaffView, action: str) -> HttpResponse:
    form = SeenForm(row, request.POST)
    if not form.is_valid():
        return _page(request, row, view)
    try:
        return _done(request, row, actions.BUTTONS[action](_doing(request, form, row, view)))
    except NewerMessages:
        return _page(request, row, view, seen=form.cleaned_data["seen"])


def _hand_over(request: HttpRequest, row: Conversation, view: StaffView) -> HttpResponse:
    form = HandOverForm(row, view, request.POST)
    if not form.is_valid():
        return _page(request, row, view, hand_over=form)
    try:
        said = actions.hand_over(_doing(request, form, row, view), *form.chosen)
    except NewerMessages:
        return _page(request, row, view, seen=form.cleaned_data["seen"])
    if not answerable(request.user).filter(pk=row.pk).exists():  # it is for others now
        messages.success(request, said)
        return redirect("admin:conversations")
    return _done(request, row, said)


def _write(request: HttpRequest, row: Conversation, view: StaffView, action: str) -> HttpResponse:
    """Send an answer or keep a note. What was typed is kept, whatever is wrong."""
    form = AnswerForm(row, request.POST)
    if not form.is_valid():
        return _page(request, row, view, answer=form)
    if action == actions.INSERT:
        return _page(request, row, view, answer=_with_canned(form, row))
    doing, text = _doing(request, form, row, view), form.cleaned_data["text"]
    try:
        said = actions.answer(doing, text, is_note=action == actions.NOTE)
    except NewerMessages:
        seen = form.cleaned_data["seen"]
        row.refresh_from_db()
        kept = request.POST.dict() | {"seen": str(row.last_number)}
        return _page(request, row, view, answer=AnswerForm(row, kept), seen=seen)
    return _done(request, row, said)


def _with_canned(form: AnswerForm, row: Conversation) -> AnswerForm:
    """Return the form with a canned answer below what was typed."""
    chosen = form.ready.get(form.cleaned_data["canned"])
    typed = [form.cleaned_data["text"], text_for(chosen, row) if chosen else ""]
    text = "\n\n".join(filter(None, typed))
    return AnswerForm(row, {**form.data, "text": text, "canned": ""})


def _doing(
    request: HttpRequest, form: SeenForm, row: Conversation, view: StaffView
) -> actions.Doing:
    return actions.Doing(
        row,
        int(request.user.pk or 0),
        form.cleaned_data["key"],
        form.cleaned_data["seen"],
        view.directory,
        view.at,
    )


def _done(request: HttpRequest, row: Conversation, said: str) -> HttpResponse:
    messages.success(request, said)
    return redirect("admin:conversation", row.public_id)


def _page(
    request: HttpRequest,
    row: Conversation,
    view: StaffView,
    *,
    answer: AnswerForm | None = None,
    hand_over: HandOverForm | None = None,
    seen: int | None = None,
) -> HttpResponse:
    row.refresh_from_db()
    waits = open_waits(Conversation.objects.filter(pk=row.pk), view.directory, view.at)
    log = entries(row, view, seen)
    failing = row.mails.exclude(error="").exclude(state=OutgoingMail.State.SENT)
    context: dict[str, Any] = {
        "conversation": row,
        "who": who_is(row),
        "department": view.department(row.department),
        "language": view.language_name(row.language),
        "topic": view.topic(row.topic) if row.topic else "",
        "taken_by": name_of(row.assigned_to),
        "is_mine": row.assigned_to_id == request.user.pk,
        "is_closed": row.state == Conversation.State.CLOSED,
        "wait": view.wait(waits[0]) if waits else "",
        "standing": waits[0].standing if waits else "",
        "promise": standing_in_words(waits[0].standing) if waits else "",
        "broken": view.moment(row.broken_at) if row.broken_at else "",
        "promised": view.moment(row.promised_at) if waits and row.promised_at else "",
        "entries": log,
        "newer": [entry for entry in log if entry.is_new],
        "form": answer or AnswerForm(row),
        "hand_over": hand_over or HandOverForm(row, view),
        "buttons": SeenForm(row),
        "side": visitor_side(row, view),
        "failing": list(failing),
        "list": reverse("admin:conversations"),
    }
    title = _("Conversation with {who}").format(who=who_is(row))
    return desk_page(request, "admin/conversations/conversation.html", title, context)
