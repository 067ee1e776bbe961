"""A conversation: its page, and the answer that its visitor writes."""

from __future__ import annotations

from dataclasses import replace

from django.db import DatabaseError, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from support import clock
from support.contact_page import Viewpoint
from support.conversations import handling, limits, writing
from support.conversations.access import has_just_arrived, may_see, remembered
from support.conversations.attachments.erasing import erase_forgotten
from support.conversations.attachments.receiving import (
    attach,
    new_form_key,
    receive,
    sent_files,
    waiting_files,
)
from support.conversations.models import Conversation
from support.conversations.site.arriving import arrive, conversation_path
from support.conversations.site.conversation_page import Answer, conversation_page
from support.conversations.site.finding import found
from support.conversations.site.form_page import Returned
from support.conversations.site.frame import frame_of, page, private
from support.conversations.site.origin import is_from_here
from support.conversations.site.reading import mark_read
from support.conversations.site.typed import digest_of, read_form_key, read_text, text_mistake
from support.directory import Directory
from support.directory.current import current_directory
from support.site.not_found import page_not_found
from support.site.unavailable import unavailable

_MISTAKEN = 422
_UNAVAILABLE = 503


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def conversation(request: HttpRequest, language: str, public_id: str) -> HttpResponseBase:
    """Show the conversation to its visitor, and take what the visitor answers."""
    with translation.override(language):
        try:
            if request.method == "POST":
                return _answered(request, language, public_id)
            return _shown(request, language, public_id)
        except Conversation.DoesNotExist:  # erased in the meantime
            return private(page_not_found(request))
        except DatabaseError:
            if request.method == "POST":
                return _kept(request, language, public_id)
            return private(unavailable(request))


def _shown(request: HttpRequest, language: str, public_id: str) -> HttpResponseBase:
    arrival = request.GET.get("arrived", "")
    has_cookie = public_id in remembered(request)
    if has_cookie and arrival:
        return private(HttpResponseRedirect(conversation_path(language, public_id)))
    may = has_cookie or has_just_arrived(arrival, public_id)
    row = found(public_id) if may else None
    if row is None:
        return private(page_not_found(request))
    directory, view = _seen_from(language)
    mark_read(row, view.at)
    return page(conversation_page(request, row, directory, view, has_cookie=has_cookie), language)


def _answered(request: HttpRequest, language: str, public_id: str) -> HttpResponseBase:
    row = found(public_id) if may_see(request, public_id) else None
    if row is None:
        return private(page_not_found(request))
    directory, view = _seen_from(language)
    form_key = read_form_key(request.POST) or new_form_key()
    answer = Answer(read_text(request.POST), request.POST.get("key", "")[:64], form_key)
    returned = _take(request, row, answer, directory, view)
    if returned is None:
        return arrive(request, row, language)
    has_cookie = public_id in remembered(request)
    body = conversation_page(request, row, directory, view, answer, returned, has_cookie=has_cookie)
    return page(body, language, _MISTAKEN)


def _take(
    request: HttpRequest, row: Conversation, answer: Answer, directory: Directory, view: Viewpoint
) -> Returned | None:
    """Take the answer, or return what is to be said; accepted files wait in that case."""
    (files, cut), chosen = sent_files(request), request.POST.getlist("kept")
    key = digest_of(answer.key, answer.text, *chosen, files=files)[:36]
    if row.messages.filter(client_key=key).exists():
        return None
    waiting = waiting_files(answer.form_key, chosen, view.at)
    if files:
        erase_forgotten(view.at)
    refused = receive(files, answer.form_key, waiting, row, view.at)
    mistake = text_mistake(answer.text, has_files=bool(waiting))
    returned = Returned(
        mistakes={"text": mistake} if mistake else {},
        file_mistakes=[each.sentence for each in (*cut, *refused)],
        waiting=waiting,
    )
    if returned:
        notice = _("Please check the marked fields. Everything you typed is still here.")
        return replace(returned, notice=notice)
    if not is_from_here(request):
        notice = _("Please check your message and send it again.")
        return replace(returned, notice=notice)
    with transaction.atomic():
        message = writing.write_as_visitor(row, answer.text, key, directory, view.at)
        if waiting and not message.attachments.exists():
            attach(message, waiting)
    if not row.is_held and limits.is_flooded(row, view.at):
        handling.hold(row)
    return None


def _kept(request: HttpRequest, language: str, public_id: str) -> HttpResponse:
    """Say that an answer could not be taken, with the answer to be sent again."""
    directory, _view = _seen_from(language)
    context = {
        "frame": frame_of(request, language, directory, "conversation", public_id),
        "path": conversation_path(language, public_id),
        "text": read_text(request.POST),
        "key": request.POST.get("key", "")[:64],
        "access": request.POST.get("access", "")[:200],
    }
    body = render_to_string("support/conversations/kept.html", context)
    return page(body, language, _UNAVAILABLE)


def _seen_from(language: str) -> tuple[Directory, Viewpoint]:
    """Return the directory, with departments that are no longer shown: conversations outlast
    them."""
    return current_directory.get(), Viewpoint(language, clock.now())
