"""Close a conversation, and erase it: what its visitor may do without asking anybody."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponseBase, HttpResponseRedirect
from django.template.loader import render_to_string
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST

from support import clock
from support.conversations import handling
from support.conversations.access import forget, remembered
from support.conversations.erasing import erase as erase_rows
from support.conversations.models import Conversation
from support.conversations.site.arriving import arrive, conversation_path
from support.conversations.site.finding import of_its_visitor
from support.conversations.site.frame import frame_of, page
from support.conversations.site.origin import is_from_here
from support.conversations.site.shown import department_name
from support.directory.current import current_directory


@csrf_exempt
@require_POST
@of_its_visitor
def close(request: HttpRequest, language: str, conversation: Conversation) -> HttpResponseBase:
    is_open = conversation.state != Conversation.State.CLOSED
    if is_open and is_from_here(request):
        # Closed twice, it is closed once: what follows it has another number.
        key = f"visitor-closes-{conversation.last_number}"
        handling.close(conversation, None, key, current_directory.get(), clock.now())
    if conversation.public_id not in remembered(request):
        return arrive(request, conversation, language)
    return HttpResponseRedirect(conversation_path(language, conversation.public_id))


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@of_its_visitor
def erase(request: HttpRequest, language: str, conversation: Conversation) -> HttpResponseBase:
    """Ask first; erase what the visitor is sure to erase."""
    directory, public_id = current_directory.get(), conversation.public_id
    is_sure = request.method == "POST" and "sure" in request.POST and is_from_here(request)
    context = {
        "frame": frame_of(request, language, directory, "conversation_erase", public_id),
        "conversation": conversation,
        "department": department_name(conversation, directory, language),
        "access": request.POST.get("access", "")[:200],
        "is_erased": is_sure,
    }
    if is_sure:
        # The languages of the page lead to the contact page: this one is no longer there.
        context["frame"] = frame_of(request, language, directory, "contact")
        erase_rows(Conversation.objects.filter(pk=conversation.pk))
    response = page(render_to_string("support/conversations/erase.html", context), language)
    if is_sure:
        forget(request, response, public_id)
    return response
